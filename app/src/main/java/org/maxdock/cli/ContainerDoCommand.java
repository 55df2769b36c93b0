package org.maxdock.cli;

import java.util.List;
import java.util.Map;
import org.maxdock.engine.ContainerAction;
import org.maxdock.operation.Connection;
import org.maxdock.operation.ContainerOperations;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** An action of docker(1), for each of the containers; what cannot be done to one keeps none of the others from it. */
@Command(name = "do")
final class ContainerDoCommand extends CommandContext {

    @Option(names = "--force")
    boolean force;

    @Parameters(index = "0", paramLabel = "ACTION")
    String action;

    @Parameters(index = "1..*", paramLabel = "CONTAINER", arity = "1..*")
    List<String> names = List.of();

    @Override
    int run() throws Trouble {
        ContainerAction wanted =
                Given.oneOf("ACTION", action, List.of(ContainerAction.values()), ContainerAction::word);
        if (force && wanted != ContainerAction.REMOVE) {
            throw new Trouble(TroubleKind.NOT_TOGETHER, "--force", action);
        }
        try (Connection server = connect()) {
            ContainerOperations containers = new ContainerOperations(server);
            List<String> done = OneByOne.of(console(), names, name -> containers.act(name, wanted, force));
            if (json()) {
                console().printJson(Map.of("containers", done, "done", true));
            }
            return Exit.DONE;
        }
    }
}
