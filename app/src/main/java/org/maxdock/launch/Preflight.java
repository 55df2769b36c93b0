package org.maxdock.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.maxdock.host.Host;
import org.maxdock.host.HostFiles;
import org.maxdock.host.LoginEnvironment;
import org.maxdock.image.Images;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageVerdict;
import org.maxdock.mount.MountCheck;
import org.maxdock.slurm.Slurm;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** All that could fail, looked at before anything is submitted, at once. */
public final class Preflight {

    private final List<LaunchCheck> all;

    /**
     * @param images null where the workgroup server has no engine: then the node alone can tell
     * @param ownNamespaces whether engines of the site give containers a user namespace of their own
     */
    public Preflight(
            Host host,
            LoginEnvironment environment,
            Images images,
            MountCheck mounts,
            Slurm slurm,
            boolean ownNamespaces,
            Fitness fitness) {
        this.all = List.of(
                new ImageCheck(images, environment),
                new MountsCheck(mounts, environment, ownNamespaces),
                new ModeCheck(new SiteScripts(host), ownNamespaces),
                new SiteCheck(new SiteScripts(host), environment),
                new FitnessCheck(images == null ? record -> new ImageVerdict.Missing() : images::verify, fitness),
                new SpaceCheck(new HostFiles(host), environment),
                new KindCheck(host, slurm),
                new GpuCheck(slurm, environment.variables()),
                new LimitsCheck(),
                new OutputCheck(host),
                new PlaceCheck(host, environment, images != null, slurm));
    }

    /** @param record of the image; empty where it was never recorded */
    public List<PreflightCheck> check(Launch launch, Optional<ImageRecord> record) throws Trouble {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<PreflightCheck>>> running = all.stream()
                    .map(one -> threads.submit(() -> guarded(one, launch, record)))
                    .toList();
            List<PreflightCheck> checks = new ArrayList<>();
            for (Future<List<PreflightCheck>> one : running) {
                checks.addAll(one.get());
            }
            return checks;
        } catch (ExecutionException e) {
            throw new Trouble(e, TroubleKind.UNEXPECTED, String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble(e, TroubleKind.CANCELLED);
        }
    }

    /** What cannot be looked at is what is told of it. */
    static List<PreflightCheck> guarded(LaunchCheck check, Launch launch, Optional<ImageRecord> record) {
        try {
            return check.check(launch, record);
        } catch (Trouble e) {
            return List.of(PreflightCheck.of(check.subject(), e));
        }
    }
}
