package org.maxdock.cli;

import java.util.List;
import java.util.function.Function;
import org.maxdock.host.shell.BundledScript;
import org.maxdock.text.Trouble;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Prints what makes a shell complete maxdock's commands and options, from the commands' own descriptions; names of
 * images, nodes, jobs and the like are asked of {@link WordsCommand}.
 */
@Command(name = "completion")
final class CompletionCommand extends CommandContext {

    @Parameters(paramLabel = "bash|zsh|fish")
    String shell;

    @Override
    int run() throws Trouble {
        console().out().print(script());
        return Exit.DONE;
    }

    private String script() {
        return switch (Given.oneOf("SHELL", shell, List.of("bash", "zsh", "fish"), Function.identity())) {
            case "bash" -> bash();
            // zsh runs completions of bash (zshcompsys(1), bashcompinit); compdef where the file was found by its name
            case "zsh" -> "#compdef maxdock\nautoload -U +X bashcompinit && bashcompinit\n" + bash();
            default -> new FishCompletion(whole().getCommandSpec()).script();
        };
    }

    private CommandLine whole() {
        return CommandLineMain.line(factory());
    }

    private String bash() {
        return AutoComplete.bash("maxdock", whole()) + BundledScript.of(CompletionCommand.class, "completion.sh");
    }
}
