package org.maxdock.slurm;

import java.util.List;
import java.util.Map;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.text.Trouble;

/**
 * SLURM's commands on a host. What the user has set to have them print otherwise they do not see
 * ({@link org.maxdock.host.shell.Surroundings#OURS}); formats are given with every call all the same.
 */
final class SlurmCommands {

    private final Host host;

    SlurmCommands(Host host) {
        this.host = host;
    }

    Output run(List<String> words) throws Trouble {
        return run(Command.of(words));
    }

    /** A script in which one of them is called. */
    Output run(Command command) throws Trouble {
        return host.run(command);
    }

    /** What it wrote. */
    String ask(String... words) throws Trouble {
        return ask(List.of(words));
    }

    String ask(List<String> words) throws Trouble {
        Output output = run(words);
        if (!output.ok()) {
            throw refused(output);
        }
        return output.text();
    }

    /** The words of each line of {@code scontrol show}, by their names. */
    List<Map<String, String>> fields(String what, String which) throws Trouble {
        return ScontrolFields.all(ask("scontrol", "--oneliner", "show", what, which));
    }

    Trouble refused(Output output) {
        return SlurmRefusal.of(output, host.name());
    }
}
