package org.maxdock.launch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.HostFiles;
import org.maxdock.host.LoginEnvironment;
import org.maxdock.image.Images;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageVerdict;
import org.maxdock.mount.CheckedMapping;
import org.maxdock.mount.MountCheck;
import org.maxdock.mount.MountVerdict;
import org.maxdock.slurm.Partition;
import org.maxdock.slurm.PlannedStart;
import org.maxdock.slurm.Slurm;
import org.maxdock.slurm.SlurmTime;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** All that could fail, looked at before anything is submitted, at once. */
public final class Preflight {

    private static final long LITTLE = 1_000_000_000;

    /** Docker's options that the engine refuses in a user namespace of its own (the site's page). */
    private static final String NEEDS_HOST =
            "--(net(work)?|pid|uts|ipc|cgroupns)=host|--privileged|--group-add(=.*)?|--device(=.*)?";

    private final Host host;
    private final Fitness fitness;
    private final SiteScripts scripts;
    private final LoginEnvironment environment;
    private final Images images;
    private final MountCheck mounts;
    private final Slurm slurm;
    private final boolean ownNamespaces;
    private final JobToJoin joins;

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
        this.host = host;
        this.fitness = fitness;
        this.scripts = new SiteScripts(host);
        this.environment = environment;
        this.images = images;
        this.mounts = mounts;
        this.slurm = slurm;
        this.ownNamespaces = ownNamespaces;
        this.joins = new JobToJoin(host, slurm);
    }

    public List<PreflightCheck> check(Launch launch, Optional<ImageRecord> record) throws Trouble {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<PreflightCheck>>> running = List.of(
                    threads.submit(guarded("image", () -> image(launch, record))),
                    threads.submit(guarded("mounts", () -> mounts(launch))),
                    threads.submit(guarded("mode", () -> mode(launch, record))),
                    threads.submit(guarded("fitness", () -> fitness(launch, record))),
                    threads.submit(guarded("space", () -> space(launch))),
                    threads.submit(guarded("kind", () -> kind(launch))),
                    threads.submit(guarded("partition", () -> place(launch))));
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

    private static Callable<List<PreflightCheck>> guarded(String subject, Callable<List<PreflightCheck>> check) {
        return () -> {
            try {
                return check.call();
            } catch (Trouble e) {
                return List.of(PreflightCheck.of(subject, e));
            }
        };
    }

    private List<PreflightCheck> image(Launch launch, Optional<ImageRecord> record) throws Trouble {
        if (record.isEmpty()) {
            return List.of(PreflightCheck.fails(
                    "image",
                    Message.of("check.image.not-recorded", launch.image()),
                    Message.of("check.image.record-it", launch.image())));
        }
        List<PreflightCheck> checks = new ArrayList<>();
        if (images == null) {
            checks.add(PreflightCheck.note("image", Message.of("check.image.on-node-only")));
        } else {
            checks.add(
                    switch (images.verify(record.get())) {
                        case ImageVerdict.Same same ->
                            PreflightCheck.ok("image", Message.of("check.image.same", environment.hostName()));
                        case ImageVerdict.SameContent same ->
                            PreflightCheck.ok("image", Message.of("check.image.same-content", environment.hostName()));
                        case ImageVerdict.Different different ->
                            PreflightCheck.fails(
                                    "image",
                                    Message.of(
                                            "check.image.different",
                                            environment.hostName(),
                                            different.differences().getFirst().what()),
                                    Message.of("check.image.mend-different"));
                        case ImageVerdict.Missing missing ->
                            PreflightCheck.note("image", Message.of("check.image.missing", environment.hostName()));
                    });
        }
        checks.add(fetchable(record.get()));
        return checks;
    }

    private static PreflightCheck fetchable(ImageRecord record) {
        if (record.identity().pullName(record.reference()).isPresent()) {
            return PreflightCheck.ok("node-cache", Message.of("check.node-cache.pull"));
        }
        if (record.tarball().isPresent()) {
            return PreflightCheck.ok(
                    "node-cache",
                    Message.of("check.node-cache.load", record.tarball().get().path()));
        }
        return PreflightCheck.fails(
                "node-cache", Message.of("check.node-cache.nowhere"), Message.of("check.node-cache.push-or-save"));
    }

    private List<PreflightCheck> mounts(Launch launch) throws Trouble {
        if (launch.mounts().isEmpty() && launch.mode() != RunMode.DOCKERRUN) {
            return List.of(PreflightCheck.ok("mounts", Message.of("check.mounts.none")));
        }
        List<PreflightCheck> checks = new ArrayList<>();
        for (CheckedMapping checked :
                mounts.predict(launch.mounts(), launch.mode().circumstances(environment, ownNamespaces))) {
            if (!checked.verdict().holds()) {
                Message mend = checked.verdict()
                        .suggestion()
                        .map(m -> Message.of("mount.mend", m.host(), m.container(), m.path()))
                        .orElse(Message.of("check.mounts.change"));
                checks.add(PreflightCheck.fails("mounts", checked.verdict().reason(), mend));
            } else if (checked.verdict() instanceof MountVerdict.Ok ok && ok.warns()) {
                checks.add(PreflightCheck.note("mounts", ok.reason()));
            }
        }
        return checks.isEmpty()
                ? List.of(PreflightCheck.ok(
                        "mounts", Message.of("check.mounts.all", launch.mounts().size())))
                : checks;
    }

    private List<PreflightCheck> mode(Launch launch, Optional<ImageRecord> record) throws Trouble {
        Optional<String> refused = launch.container().arguments().stream()
                .filter(o -> launch.mode() == RunMode.ISOLATED && ownNamespaces && o.matches(NEEDS_HOST))
                .findFirst();
        if (refused.isPresent()) {
            return List.of(PreflightCheck.fails(
                    "mode", Message.of("check.mode.needs-me", refused.get()), Message.of("check.mode.choose-me")));
        }
        if (launch.kind() instanceof LaunchKind.Mpi
                && launch.mode() != RunMode.DOCKERCLUSTER
                && launch.mode() != RunMode.ME) {
            return List.of(PreflightCheck.fails(
                    "mode", Message.of("check.mode.mpi"), Message.of("check.mode.choose-cluster")));
        }
        if (launch.isCluster() && launch.place().isServer()) {
            return List.of(PreflightCheck.fails(
                    "mode", Message.of("check.mode.no-cluster"), Message.of("check.place.choose-node")));
        }
        if (launch.mode() == RunMode.DOCKERCLUSTER && (launch.kind().serves() || launch.isX11())) {
            return List.of(PreflightCheck.fails(
                    "mode", Message.of("check.mode.no-cluster"), Message.of("check.mode.choose-me")));
        }
        if (launch.mode() == RunMode.ISOLATED
                && launch.isX11()) { // sshd and SLURM have the display on the host's loopback
            return List.of(
                    PreflightCheck.fails("mode", Message.of("check.mode.x11"), Message.of("check.mode.choose-me")));
        }
        List<String> site = launch.container().site();
        if (!site.isEmpty()) {
            List<String> there = scripts.options(launch.mode());
            Optional<String> unknown =
                    site.stream().filter(o -> !there.contains(o)).findFirst();
            if (unknown.isPresent()) {
                return List.of(PreflightCheck.fails(
                        "mode",
                        Message.of(
                                "check.mode.unknown-option",
                                unknown.get(),
                                launch.mode().word()),
                        Message.of("check.mode.known-options", String.join(" ", there))));
            }
        }
        return switch (launch.mode()) {
            case ISOLATED ->
                List.of(
                        launch.mounts().isEmpty()
                                ? PreflightCheck.ok("mode", Message.of("check.mode.isolated"))
                                : PreflightCheck.note("mode", Message.of("check.mode.isolated-nobody")));
            case ME, DOCKERRUN ->
                List.of(PreflightCheck.ok(
                        "mode", Message.of("check.mode." + launch.mode().word())));
            case DOCKERCLUSTER ->
                List.of(
                        record.flatMap(r -> r.identity().pullName(r.reference()))
                                        .isPresent()
                                ? PreflightCheck.ok("mode", Message.of("check.mode.dockercluster"))
                                : PreflightCheck.fails(
                                        "mode",
                                        Message.of("check.mode.cluster-needs-registry"),
                                        Message.of("check.node-cache.push-or-save")));
        };
    }

    private List<PreflightCheck> fitness(Launch launch, Optional<ImageRecord> record) throws Trouble {
        if (!(launch.kind() instanceof LaunchKind.Mpi)
                || images == null
                || record.isEmpty()
                || !images.verify(record.get()).holds()) {
            return List.of();
        }
        List<String> lacks =
                fitness.lacks(record.get().content(), launch.image().toString());
        return List.of(
                lacks.isEmpty()
                        ? PreflightCheck.ok("fitness", Message.of("check.fitness.ok"))
                        : PreflightCheck.fails(
                                "fitness",
                                Message.of("check.fitness.lacks", String.join(", ", lacks)),
                                Message.of("check.fitness.add")));
    }

    /** Free space as the file systems tell it, where something can be written. */
    private List<PreflightCheck> space(Launch launch) throws Trouble {
        List<String> written = new ArrayList<>(List.of(environment.home()));
        launch.mounts().stream().filter(m -> !m.readOnly()).forEach(m -> written.add(m.host()));
        return new HostFiles(host)
                .places(written).stream()
                        .filter(p -> p.free() >= 0 && p.free() < LITTLE)
                        .map(p -> PreflightCheck.note(
                                "space", Message.of("check.space.little", p.path(), p.free() / 1_000_000)))
                        .toList();
    }

    private List<PreflightCheck> kind(Launch launch) throws Trouble {
        if (launch.isX11() && !launch.place().isServer() && !slurm.forwardsX11()) {
            return List.of(
                    PreflightCheck.fails("kind", Message.of("check.kind.no-x11"), Message.of("check.kind.x11-here")));
        }
        if (launch.isX11() && launch.place().joined().isPresent()) {
            return List.of(
                    PreflightCheck.fails("kind", Message.of("check.kind.x11-job"), Message.of("check.kind.x11-other")));
        }
        if (launch.kind().serves() && launch.mode() == RunMode.ISOLATED) {
            return List.of(PreflightCheck.note("kind", Message.of("check.kind.isolated-serves")));
        }
        return launch.kind() instanceof LaunchKind.Web
                ? List.of(PreflightCheck.note("kind", Message.of("check.kind.web-open")))
                : List.of();
    }

    private List<PreflightCheck> place(Launch launch) throws Trouble {
        return switch (launch.place()) {
            case LaunchPlace.OnServer here -> here(launch);
            case LaunchPlace.InJob there -> joins.check(launch, there.job());
            case LaunchPlace.Allocation wanted -> partition(launch, wanted);
        };
    }

    private List<PreflightCheck> here(Launch launch) throws Trouble {
        if (images == null) {
            return List.of(PreflightCheck.fails(
                    "place", Message.of("check.place.no-engine"), Message.of("check.place.choose-node")));
        }
        int port = launch.kind() instanceof LaunchKind.Serving serving ? serving.port() : 0;
        if (port > 0
                && host.run(Command.script("(exec 3<>\"/dev/tcp/127.0.0.1/$1\") 2>/dev/null", String.valueOf(port)))
                        .ok()) {
            return List.of(PreflightCheck.fails(
                    "place", Message.of("check.place.port-taken", port), Message.of("check.place.other-port")));
        }
        return List.of(PreflightCheck.ok("place", Message.of("check.place.here", environment.hostName())));
    }

    private List<PreflightCheck> partition(Launch launch, LaunchPlace.Allocation wanted) throws Trouble {
        List<Partition> all = slurm.partitions();
        Optional<Partition> found = all.stream()
                .filter(p -> wanted.partition().isDefault()
                        ? p.isDefault()
                        : p.name().equals(wanted.partition()))
                .findFirst();
        if (found.isEmpty()) {
            String usable = String.join(
                    ", ",
                    all.stream()
                            .filter(Partition::allowed)
                            .map(p -> p.name().text())
                            .toList());
            return List.of(PreflightCheck.fails(
                    "partition",
                    Message.of("check.partition.unknown", wanted.partition()),
                    Message.of("check.partition.choose", usable)));
        }
        Partition partition = found.get();
        if (!partition.allowed()) {
            String usable = String.join(
                    ", ",
                    all.stream()
                            .filter(Partition::allowed)
                            .map(p -> p.name().text())
                            .toList());
            return List.of(PreflightCheck.fails(
                    "partition",
                    Message.of("check.partition.forbidden", partition.name(), partition.groups()),
                    Message.of("check.partition.choose", usable)));
        }
        List<PreflightCheck> checks = new ArrayList<>();
        checks.add(time(wanted, partition));
        checks.add(nodes(wanted, partition));
        if (slurm.jobs().stream().anyMatch(j -> j.name().equals(launch.name()) && j.running())) {
            checks.add(PreflightCheck.note("name", Message.of("check.name.runs", launch.name())));
        }
        if (checks.stream().noneMatch(c -> c.state() == PreflightCheck.Outcome.FAILS)) {
            checks.add(start(launch));
        }
        return checks;
    }

    private static PreflightCheck time(LaunchPlace.Allocation wanted, Partition partition) {
        if (wanted.time().isDefault()) {
            return PreflightCheck.ok(
                    "partition", Message.of("check.partition.default-time", partition.name(), partition.defaultTime()));
        }
        Optional<Duration> asked = wanted.time().duration();
        Optional<Duration> limit = SlurmTime.parse(partition.timeLimit());
        if (limit.isPresent() && asked.map(a -> a.compareTo(limit.get()) > 0).orElse(true)) {
            return PreflightCheck.fails(
                    "partition",
                    Message.of("check.partition.time-over", wanted.time(), partition.timeLimit(), partition.name()),
                    Message.of("check.partition.shorter", partition.timeLimit()));
        }
        return PreflightCheck.ok(
                "partition",
                Message.of("check.partition.time-ok", wanted.time(), partition.timeLimit(), partition.name()));
    }

    /** SLURM itself is asked: it tests all that is asked for without taking it (sbatch(1), --test-only). */
    private PreflightCheck start(Launch launch) throws Trouble {
        Optional<PlannedStart> planned = slurm.whenWouldStart(launch.options());
        if (planned.isEmpty()) {
            return PreflightCheck.note("start", Message.of("check.start.unknown"));
        }
        return planned.get().until().toMinutes() < 1
                ? PreflightCheck.ok(
                        "start", Message.of("check.start.now", planned.get().nodes()))
                : PreflightCheck.note(
                        "start",
                        Message.of(
                                "check.start.later",
                                planned.get().at().toString().replace('T', ' '),
                                planned.get().nodes()));
    }

    private static PreflightCheck nodes(LaunchPlace.Allocation wanted, Partition partition) {
        if (wanted.nodes() > partition.total()) {
            return PreflightCheck.fails(
                    "nodes",
                    Message.of("check.nodes.too-many", wanted.nodes(), partition.total(), partition.name()),
                    Message.of("check.nodes.fewer", partition.total()));
        }
        return partition.idle() >= wanted.nodes()
                ? PreflightCheck.ok("nodes", Message.of("check.nodes.idle", partition.idle(), partition.name()))
                : PreflightCheck.note("nodes", Message.of("check.nodes.wait", partition.idle(), partition.name()));
    }
}
