package org.maxdock.launch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maxdock.engine.EngineTrouble;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.host.shell.BundledScript;
import org.maxdock.node.JobContainers;
import org.maxdock.node.NodeSteps;
import org.maxdock.node.TakenNodes;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.Mark;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.Partitions;
import org.maxdock.slurm.Records;
import org.maxdock.slurm.Slurm;
import org.maxdock.text.Trouble;

/**
 * Finds what launches of the user left behind, and stops it. In use is a launch that somebody holds: a terminal that
 * somebody is attached to, from whichever MaxDock, or a client (salloc, docker, or the script) whose connection is
 * there; leftovers.sh sees that by processes of the user's own, which nobody else can make. What is in use is never
 * found, and so never stopped.
 */
public final class Leftovers {

    static final String SCRIPT = JobContainers.IDENTITY + BundledScript.of(Leftovers.class, "leftovers.sh");

    private final Host host;
    private final String hostName;
    private final Slurm slurm;
    private final KeptTerminals terminals;
    private final JobFiles files;
    private final NodeSteps steps;

    /**
     * @param hostName as the workgroup server calls itself
     * @param files what the site's scripts keep for jobs
     */
    public Leftovers(Host host, String hostName, Slurm slurm, KeptTerminals terminals, JobFiles files) {
        this.files = files;
        this.host = host;
        this.hostName = hostName;
        this.slurm = slurm;
        this.terminals = terminals;
        this.steps = new NodeSteps(host);
    }

    /** Those of {@link #look}. */
    public List<Leftover> find(Set<Mark> watched) throws Trouble {
        return look(watched).found();
    }

    /** Those of {@link #lookOn}. */
    public List<Leftover> findOn(List<NodeName> nodes, Partitions partition, Cancellation cancellation) throws Trouble {
        return lookOn(nodes, partition, cancellation).found();
    }

    /**
     * What is left on the workgroup server, and allocations.
     *
     * @param watched marks of launches that somebody looks at besides, a window whose connection is just lost, say
     */
    public WhatIsLeft look(Set<Mark> watched) throws Trouble {
        boolean hasSlurm = slurm.version().isPresent();
        Records<Job> jobs = hasSlurm ? slurm.mine() : Records.of(List.of());
        Map<Mark, Boolean> kept = terminals.attached();
        List<Leftover> left = new ArrayList<>();
        kept.forEach((mark, attached) -> {
            if (!attached && !watched.contains(mark)) {
                left.add(new Leftover.KeptTerminal(mark));
            }
        });
        Set<Mark> used = new HashSet<>(watched);
        used.addAll(kept.keySet()); // a terminal's end is that of its job, too
        used.addAll(held());
        for (Job job : jobs.found()) {
            Optional<Mark> ours = Mark.read(job.comment()).filter(m -> !used.contains(m));
            boolean taken = job.name().equals(TakenNodes.NAME); // it stays until it is given back
            if (ours.isPresent() && !taken && isAllocation(job) && isForgotten(job)) {
                left.add(new Leftover.Allocation(job.id(), job.name(), job.where(), ours.get()));
            }
        }
        List<String> patterns = hasSlurm ? files.patterns() : List.of(); // nobody else knows which jobs are there
        String there = host.run(Command.script(SCRIPT, left(patterns).toArray(String[]::new)))
                .text();
        Records<String> numbers = hasSlurm ? slurm.numbers() : Records.of(List.of());
        return new WhatIsLeft(left, 0, jobs.passedOver()).and(LeftoverLines.read(there, numbers, files));
    }

    /** What is left on nodes, for which a short job runs on them; noted as for {@link #look}. */
    public WhatIsLeft lookOn(List<NodeName> nodes, Partitions partition, Cancellation cancellation) throws Trouble {
        String there = steps.run(nodes, partition, SCRIPT, left(files.ofNodes()), cancellation);
        return LeftoverLines.read(there, slurm.numbers(), files);
    }

    private static List<String> left(List<String> patterns) {
        return Stream.concat(Stream.of("left"), patterns.stream()).toList();
    }

    private Set<Mark> held() throws Trouble {
        return WholeAnswer.lines(host, Command.script(SCRIPT, "held"))
                .flatMap(m -> Mark.read(m).stream())
                .collect(Collectors.toSet());
    }

    /** One that waits takes its nodes when they are free, though nobody is there any more; an array is a batch job. */
    private static boolean isAllocation(Job job) {
        return job.id().isOne() && job.hasOrAwaitsNodes();
    }

    /** Nobody sits at a batch job; and who holds one that was begun on another server cannot be seen from here. */
    private boolean isForgotten(Job job) throws Trouble {
        Map<String, String> details = slurm.details(job.id());
        String from = details.getOrDefault("AllocNode:Sid", "").replaceFirst("[.:].*", "");
        return "0".equals(details.get("BatchFlag")) && from.equals(hostName.replaceFirst("[.].*", ""));
    }

    /**
     * Stops one: nothing of it is left then. Whether it still is left over is asked again, for since it was found a
     * terminal may have been attached to it.
     *
     * @param watched as for {@link #find}
     * @return false where nothing was stopped, since it is gone, or in use again
     */
    public boolean stop(Leftover leftover, Set<Mark> watched, Partitions partition, Cancellation cancellation)
            throws Trouble {
        Optional<NodeName> node = leftover.onNode();
        List<Leftover> still = node.isPresent() ? findOn(List.of(node.get()), partition, cancellation) : find(watched);
        if (still.stream().noneMatch(leftover::isSameAs)) {
            return false;
        }
        stop(leftover, partition, cancellation);
        return true;
    }

    private void stop(Leftover leftover, Partitions partition, Cancellation cancellation) throws Trouble {
        switch (leftover) {
            case Leftover.KeptTerminal terminal -> terminals.end(terminal.mark());
            case Leftover.Allocation allocation -> slurm.cancel(List.of(allocation.job()));
            case Leftover.Container container ->
                stop(container.node(), List.of("stop", "container", container.id()), partition, cancellation);
            case Leftover.Folder folder ->
                stop(folder.node(), List.of("stop", "folder", folder.path()), partition, cancellation);
        }
    }

    private void stop(Optional<NodeName> node, List<String> words, Partitions partition, Cancellation cancellation)
            throws Trouble {
        if (node.isEmpty()) {
            Output output = host.run(Command.script(SCRIPT, words.toArray(String[]::new)));
            if (!output.ok()) {
                throw EngineTrouble.ofMessage(null, output.lastError());
            }
        } else {
            steps.run(List.of(node.get()), partition, SCRIPT, words, cancellation);
        }
    }
}
