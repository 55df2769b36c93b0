package org.maxdock.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.node.NodeSteps;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.Mark;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.Partitions;
import org.maxdock.slurm.Slurm;
import org.maxdock.text.Trouble;

/** Finds what earlier launches of the user left behind, and stops it. */
public final class Leftovers {

    private static final String CONTAINERS = """
            command -v docker >/dev/null || exit 0
            docker ps --all --filter "label=maxdock.user=$(id -un)" --format \
            '{{.ID}} {{.Names}} {{.Label "maxdock.job"}} {{.Label "maxdock.mark"}} {{.Label "maxdock.launch"}}' \
            2>/dev/null |
              while IFS= read -r line; do
                IFS=' ' read -r id name mark rest <<<"$line"
                case $line in
                  # without a job: somebody runs it here
                  *'  '*) pgrep -u "$(id -u)" -f -- "docker run .*$mark" >/dev/null && continue ;;
                esac
                echo "${SLURMD_NODENAME:--} $line"
              done
            true""";

    private static final String REMOVE = "docker rm --force \"$@\" >/dev/null";

    private final Host host;
    private final Slurm slurm;
    private final KeptTerminals terminals;
    private final NodeSteps steps;

    public Leftovers(Host host, Slurm slurm, KeptTerminals terminals) {
        this.host = host;
        this.slurm = slurm;
        this.terminals = terminals;
        this.steps = new NodeSteps(host);
    }

    /**
     * What is left on the workgroup server, and allocations.
     *
     * @param watched marks of launches that somebody looks at
     */
    public List<Leftover> find(Set<Mark> watched) throws Trouble {
        List<Job> jobs = slurm.version().isPresent() ? slurm.jobs() : List.of();
        List<Leftover> left = new ArrayList<>();
        List<Mark> kept = terminals.marks();
        kept.stream().filter(m -> !watched.contains(m)).forEach(m -> left.add(new Leftover.KeptTerminal(m)));
        for (Job job : jobs) {
            Optional<Mark> ours = Mark.read(job.comment()).filter(m -> !watched.contains(m) && !kept.contains(m));
            if (ours.isPresent()
                    && job.running()
                    && slurm.details(job.id()).getOrDefault("BatchFlag", "0").equals("0")) {
                left.add(new Leftover.Allocation(job.id(), job.name(), job.where(), ours.get()));
            }
        }
        left.addAll(containers(
                host.run(Command.script(CONTAINERS)).text(), slurm.version().isPresent() ? slurm.numbers() : Set.of()));
        return left;
    }

    /** What is left on nodes, for which a short job runs on them. */
    public List<Leftover> findOn(List<NodeName> nodes, Partitions partition, Cancellation cancellation) throws Trouble {
        return containers(steps.run(nodes, partition, CONTAINERS, List.of(), cancellation), slurm.numbers());
    }

    /** @param jobs numbers of those in the queue */
    private static List<Leftover> containers(String text, Set<String> jobs) {
        List<Leftover> left = new ArrayList<>();
        for (String line : text.split("\n")) {
            String[] f = line.split(" ", 6);
            if (f.length == 6 && !jobs.contains(f[3])) {
                left.add(new Leftover.Container(NodeName.read(f[0]), f[1], f[2], f[5].strip()));
            }
        }
        return left;
    }

    /** Stops one: nothing of it is left then. */
    public void stop(Leftover leftover, Partitions partition, Cancellation cancellation) throws Trouble {
        switch (leftover) {
            case Leftover.KeptTerminal terminal -> terminals.end(terminal.mark());
            case Leftover.Allocation allocation -> slurm.cancel(List.of(allocation.job()));
            case Leftover.Container container
            when container.node().isEmpty() -> host.run(Command.script(REMOVE, container.id()));
            case Leftover.Container container ->
                steps.run(List.of(container.node().get()), partition, REMOVE, List.of(container.id()), cancellation);
        }
    }
}
