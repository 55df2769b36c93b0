package org.maxdock.operation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.maxdock.host.Cancellation;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageVerdict;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.Partitions;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * Holds images against their records, wherever they are, all places at once. A place that does not answer spoils no
 * other.
 */
public final class Verification {

    /**
     * What runs at a time on the host: sshd allows ten sessions on a connection unless told otherwise (sshd_config(5),
     * MaxSessions).
     */
    private static final int FEW = 4;

    private final Server bench;
    private final Clock clock;
    private final Semaphore few = new Semaphore(FEW);

    public Verification(Server bench, Clock clock) {
        this.bench = bench;
        this.clock = clock;
    }

    /**
     * What to look at.
     *
     * @param server the workgroup server's engine
     * @param registry the registries of those images that have been in one
     * @param archives the files of those images that have been saved
     * @param nodes names; in one job step for all nodes and all images
     * @param partition where the nodes are; empty for SLURM's default
     */
    public record Scope(
            boolean server, boolean registry, boolean archives, List<NodeName> nodes, Partitions partition) {

        public Scope {
            nodes = List.copyOf(nodes);
        }
    }

    private interface Look {
        ImageVerdict at(ImageRecord record) throws Trouble;
    }

    /** By place, and in each in the order of the records. */
    public List<PlacedVerdict> verify(List<ImageRecord> records, Scope scope, Cancellation cancellation)
            throws Trouble {
        List<Future<List<PlacedVerdict>>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            cancellation.onCancel(threads::shutdownNow);
            if (scope.server()) {
                Location server = new Location.Server(bench.engineWhere().host());
                running.add(threads.submit(
                        () -> each(records, server, r -> bench.images().verify(r))));
            }
            if (scope.registry()) {
                records.stream()
                        .filter(r -> !r.identity().repoDigests().isEmpty())
                        .forEach(r -> running.add(threads.submit(() -> inTurn(
                                r,
                                new Location.Registry(),
                                one -> bench.images().verifyRegistry(one)))));
            }
            if (scope.archives()) {
                records.forEach(r -> r.tarball()
                        .ifPresent(t -> running.add(threads.submit(() -> inTurn(
                                r,
                                new Location.Archive(t.path()),
                                one -> bench.images().verifyArchive(one, t.path(), cancellation))))));
            }
            if (!scope.nodes().isEmpty()) {
                running.add(threads.submit(() -> nodes(records, scope, cancellation)));
            }
        } catch (RejectedExecutionException e) {
            throw new Trouble(e, TroubleKind.CANCELLED);
        }
        return all(running, cancellation);
    }

    private static List<PlacedVerdict> all(List<Future<List<PlacedVerdict>>> done, Cancellation cancellation)
            throws Trouble {
        if (cancellation.isCancelled()) {
            throw new Trouble(TroubleKind.CANCELLED);
        }
        List<PlacedVerdict> findings = new ArrayList<>();
        try {
            for (Future<List<PlacedVerdict>> one : done) {
                findings.addAll(one.get());
            }
        } catch (ExecutionException e) {
            throw new Trouble(e, TroubleKind.UNEXPECTED, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble(e, TroubleKind.CANCELLED);
        }
        return findings;
    }

    private List<PlacedVerdict> inTurn(ImageRecord record, Location where, Look look) throws InterruptedException {
        few.acquire();
        try {
            return each(List.of(record), where, look);
        } finally {
            few.release();
        }
    }

    private List<PlacedVerdict> each(List<ImageRecord> records, Location where, Look look) {
        List<PlacedVerdict> findings = new ArrayList<>();
        for (ImageRecord record : records) {
            try {
                findings.add(new PlacedVerdict(
                        record, where, Optional.of(look.at(record)), Optional.empty(), clock.instant()));
            } catch (Trouble e) {
                findings.add(new PlacedVerdict(record, where, Optional.empty(), Optional.of(e), clock.instant()));
            }
        }
        return findings;
    }

    private List<PlacedVerdict> nodes(List<ImageRecord> records, Scope scope, Cancellation cancellation) {
        List<PlacedVerdict> findings = new ArrayList<>();
        try {
            bench.nodes()
                    .verify(scope.nodes(), records, scope.partition(), cancellation)
                    .forEach((node, verdicts) -> {
                        for (int i = 0; i < records.size(); i++) {
                            findings.add(new PlacedVerdict(
                                    records.get(i),
                                    new Location.Node(node, scope.partition()),
                                    Optional.of(verdicts.get(i)),
                                    Optional.empty(),
                                    clock.instant()));
                        }
                    });
        } catch (Trouble e) {
            for (NodeName node : scope.nodes()) {
                records.forEach(r -> findings.add(new PlacedVerdict(
                        r,
                        new Location.Node(node, scope.partition()),
                        Optional.empty(),
                        Optional.of(e),
                        clock.instant())));
            }
        }
        return findings;
    }
}
