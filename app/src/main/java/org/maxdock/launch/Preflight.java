package org.maxdock.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.maxdock.host.LoginEnvironment;
import org.maxdock.image.ImageRecord;
import org.maxdock.image.Images;
import org.maxdock.image.Verdict;
import org.maxdock.mount.CheckedMapping;
import org.maxdock.mount.MountCheck;
import org.maxdock.mount.MountVerdict;
import org.maxdock.slurm.Partition;
import org.maxdock.slurm.PlannedStart;
import org.maxdock.slurm.Slurm;
import org.maxdock.slurm.SlurmTime;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;

/** All that could fail, looked at before anything is submitted, at once. */
public final class Preflight {

    private final LoginEnvironment environment;
    private final Images images;
    private final MountCheck mounts;
    private final Slurm slurm;
    private final boolean ownNamespaces;

    /**
     * @param images        null where the workgroup server has no engine: then the node alone can tell
     * @param ownNamespaces whether engines of the site give containers a user namespace of their own
     */
    public Preflight(LoginEnvironment environment, Images images, MountCheck mounts, Slurm slurm, boolean ownNamespaces) {
        this.environment = environment;
        this.images = images;
        this.mounts = mounts;
        this.slurm = slurm;
        this.ownNamespaces = ownNamespaces;
    }

    public List<Check> check(Launch launch, Optional<ImageRecord> record) throws Trouble {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Check>>> running = List.of(
                    threads.submit(guarded("image", () -> image(launch, record))),
                    threads.submit(guarded("mounts", () -> mounts(launch))),
                    threads.submit(guarded("mode", () -> mode(launch, record))),
                    threads.submit(guarded("partition", () -> partition(launch))));
            List<Check> checks = new ArrayList<>();
            for (Future<List<Check>> one : running) {
                checks.addAll(one.get());
            }
            return checks;
        } catch (ExecutionException e) {
            throw new Trouble(e, "unexpected", String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble(e, "cancelled");
        }
    }

    private static Callable<List<Check>> guarded(String subject, Callable<List<Check>> check) {
        return () -> {
            try {
                return check.call();
            } catch (Trouble e) {
                return List.of(Check.of(subject, e));
            }
        };
    }

    private List<Check> image(Launch launch, Optional<ImageRecord> record) throws Trouble {
        if (record.isEmpty()) {
            return List.of(Check.fails("image", Message.of("check.image.not-recorded", launch.image()), Message.of("check.image.record-it", launch.image())));
        }
        List<Check> checks = new ArrayList<>();
        if (images == null) {
            checks.add(Check.note("image", Message.of("check.image.on-node-only")));
        } else {
            checks.add(switch (images.verify(record.get())) {
                case Verdict.Same same -> Check.ok("image", Message.of("check.image.same", environment.hostName()));
                case Verdict.SameContent same -> Check.ok("image", Message.of("check.image.same-content", environment.hostName()));
                case Verdict.Different different -> Check.fails("image", Message.of("check.image.different", environment.hostName(),
                        different.differences().getFirst().what()), Message.of("check.image.mend-different"));
                case Verdict.Missing missing -> Check.note("image", Message.of("check.image.missing", environment.hostName()));
            });
        }
        checks.add(fetchable(record.get()));
        return checks;
    }

    private static Check fetchable(ImageRecord record) {
        if (record.identity().pullName(record.reference()).isPresent()) {
            return Check.ok("node-cache", Message.of("check.node-cache.pull"));
        }
        if (record.tarball().isPresent()) {
            return Check.ok("node-cache", Message.of("check.node-cache.load", record.tarball().get().path()));
        }
        return Check.fails("node-cache", Message.of("check.node-cache.nowhere"), Message.of("check.node-cache.push-or-save"));
    }

    private List<Check> mounts(Launch launch) throws Trouble {
        if (launch.mounts().isEmpty() && launch.mode() != RunMode.DOCKERRUN) {
            return List.of(Check.ok("mounts", Message.of("check.mounts.none")));
        }
        List<Check> checks = new ArrayList<>();
        for (CheckedMapping checked : mounts.predict(launch.mounts(), launch.mode().circumstances(environment, ownNamespaces))) {
            if (!checked.verdict().holds()) {
                Message mend = checked.verdict().suggestion()
                        .map(m -> Message.of("mount.mend", m.host(), m.container(), m.path())).orElse(Message.of("check.mounts.change"));
                checks.add(Check.fails("mounts", checked.verdict().reason(), mend));
            } else if (checked.verdict() instanceof MountVerdict.Ok ok && ok.warns()) {
                checks.add(Check.note("mounts", ok.reason()));
            }
        }
        return checks.isEmpty() ? List.of(Check.ok("mounts", Message.of("check.mounts.all", launch.mounts().size()))) : checks;
    }

    private List<Check> mode(Launch launch, Optional<ImageRecord> record) {
        return switch (launch.mode()) {
            case ISOLATED -> List.of(launch.mounts().isEmpty() ? Check.ok("mode", Message.of("check.mode.isolated"))
                    : Check.note("mode", Message.of("check.mode.isolated-nobody")));
            case ME, DOCKERRUN -> List.of(Check.ok("mode", Message.of("check.mode." + launch.mode().word())));
            case DOCKERCLUSTER -> List.of(record.flatMap(r -> r.identity().pullName(r.reference())).isPresent()
                    ? Check.ok("mode", Message.of("check.mode.dockercluster"))
                    : Check.fails("mode", Message.of("check.mode.cluster-needs-registry"), Message.of("check.node-cache.push-or-save")));
        };
    }

    private List<Check> partition(Launch launch) throws Trouble {
        List<Partition> all = slurm.partitions();
        Resources wanted = launch.resources();
        Optional<Partition> found = all.stream()
                .filter(p -> wanted.partition().isEmpty() ? p.isDefault() : p.name().equals(wanted.partition())).findFirst();
        if (found.isEmpty()) {
            String usable = String.join(", ", all.stream().filter(Partition::allowed).map(Partition::name).toList());
            return List.of(Check.fails("partition", Message.of("check.partition.unknown", wanted.partition()), Message.of("check.partition.choose", usable)));
        }
        Partition partition = found.get();
        if (!partition.allowed()) {
            String usable = String.join(", ", all.stream().filter(Partition::allowed).map(Partition::name).toList());
            return List.of(Check.fails("partition", Message.of("check.partition.forbidden", partition.name(), partition.groups()), Message.of("check.partition.choose", usable)));
        }
        List<Check> checks = new ArrayList<>();
        checks.add(time(wanted, partition));
        checks.add(nodes(wanted, partition));
        if (checks.stream().noneMatch(c -> c.state() == Check.State.FAILS)) {
            checks.add(start(launch));
        }
        return checks;
    }

    private static Check time(Resources wanted, Partition partition) {
        if (wanted.time().isEmpty()) {
            return Check.ok("partition", Message.of("check.partition.default-time", partition.name(), partition.defaultTime()));
        }
        var asked = SlurmTime.parse(wanted.time());
        if (asked.isEmpty()) {
            return Check.fails("partition", Message.of("check.partition.time-unreadable", wanted.time()), Message.of("check.partition.time-form"));
        }
        var limit = SlurmTime.parse(partition.timeLimit());
        if (limit.isPresent() && asked.get().compareTo(limit.get()) > 0) {
            return Check.fails("partition", Message.of("check.partition.time-over", wanted.time(), partition.timeLimit(), partition.name()),
                    Message.of("check.partition.shorter", partition.timeLimit()));
        }
        return Check.ok("partition", Message.of("check.partition.time-ok", wanted.time(), partition.timeLimit(), partition.name()));
    }

    /** SLURM itself is asked: it tests all that is asked for without taking it (sbatch(1), --test-only). */
    private Check start(Launch launch) throws Trouble {
        Optional<PlannedStart> planned = slurm.whenWouldStart(launch.options());
        if (planned.isEmpty()) {
            return Check.note("start", Message.of("check.start.unknown"));
        }
        return planned.get().until().toMinutes() < 1 ? Check.ok("start", Message.of("check.start.now", planned.get().nodes()))
                : Check.note("start", Message.of("check.start.later", planned.get().at().toString().replace('T', ' '), planned.get().nodes()));
    }

    private static Check nodes(Resources wanted, Partition partition) {
        if (wanted.nodes() > partition.total()) {
            return Check.fails("nodes", Message.of("check.nodes.too-many", wanted.nodes(), partition.total(), partition.name()),
                    Message.of("check.nodes.fewer", partition.total()));
        }
        return partition.idle() >= wanted.nodes() ? Check.ok("nodes", Message.of("check.nodes.idle", partition.idle(), partition.name()))
                : Check.note("nodes", Message.of("check.nodes.wait", partition.idle(), partition.name()));
    }
}
