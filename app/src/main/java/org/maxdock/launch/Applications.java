package org.maxdock.launch;

import java.util.List;
import java.util.Optional;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.node.JobContainers;
import org.maxdock.node.JobSteps;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.Mark;
import org.maxdock.slurm.Slurm;
import org.maxdock.text.Trouble;

/**
 * Finds the applications of launches: Jupyter, or a web application on a port. The token of a Jupyter is in a file of
 * the launch's folder on its node, which nobody but its user may read, and which goes with the launch: whatever the
 * image makes of its own processes, it can be found again.
 */
public final class Applications {

    /** Prints port and token of the container with that mark, once it answers, and nobody else does in its place. */
    private static final String LOOK = JobContainers.LINES + AnsweringPort.ANSWERS + AnsweringPort.FOREIGNERS + """
            read -r id _ < <(containers_of "label=maxdock.mark=$1") || exit 0
            port=$(docker inspect --format '{{index .Config.Labels "maxdock.port"}}' "$id")
            answers "$port" && [ -z "$(foreigners "$port" "$id")" ] || exit 0
            token=''
            for file in /tmp/maxdock[-.]*/"token.$1"; do
              if [ -O "$file" ] && [ ! -L "$file" ] && [ -O "${file%/*}" ] && [ ! -L "${file%/*}" ]; then
                read -r token < "$file"
              fi
            done
            echo "$(uname -n) $port $token"
            """;

    private final Host host;
    private final Slurm slurm;
    private final JobSteps steps;

    public Applications(Host host, Slurm slurm) {
        this.host = host;
        this.slurm = slurm;
        this.steps = new JobSteps(host);
    }

    /** The name of the file that has the token. */
    static String tokenFile(Mark mark) {
        return "token." + mark.text();
    }

    /** The application of a launch; empty while it does not answer yet, or when it has ended. */
    public Optional<ServedPort> find(Mark mark, LaunchPlace where) throws Trouble {
        Optional<Job> job = switch (where) {
            case LaunchPlace.OnServer here -> Optional.empty();
            case LaunchPlace.InJob there -> slurm.find(there.job());
            case LaunchPlace.Allocation asked -> slurm.seen(mark);
        };
        if (where.isServer()) {
            return read(host.run(Command.script(LOOK, mark.text())));
        }
        return job.isPresent() ? in(job.get(), mark) : Optional.empty();
    }

    /** The application of a launch whose job is known. */
    public Optional<ServedPort> in(Job job, Mark mark) throws Trouble {
        return job.running() ? read(steps.first(job, LOOK, List.of(mark.text()))) : Optional.empty();
    }

    private static Optional<ServedPort> read(Output output) {
        String[] words = output.text().strip().split(" ");
        boolean found = output.ok()
                && words.length >= 2
                && words[1].matches("\\d{2,5}")
                && (words.length == 2 || words[2].matches("[A-Za-z0-9._~-]{8,200}"));
        return found
                ? Optional.of(new ServedPort(words[0], Integer.parseInt(words[1]), words.length == 2 ? "" : words[2]))
                : Optional.empty();
    }
}
