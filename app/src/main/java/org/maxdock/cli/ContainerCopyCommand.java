package org.maxdock.cli;

import org.maxdock.host.Cancellation;
import org.maxdock.operation.Connection;
import org.maxdock.operation.ContainerOperations;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** One of both is NAME:PATH, as for docker cp; the other a path of the server. */
@Command(name = "copy")
final class ContainerCopyCommand extends ContainerCommand.OnContainer {

    @Parameters(index = "0", paramLabel = "FROM")
    String from;

    @Parameters(index = "1", paramLabel = "TO")
    String to;

    @Override
    String container() {
        return isInside(from) ? from.substring(0, from.indexOf(':')) : to.substring(0, Math.max(0, to.indexOf(':')));
    }

    private static boolean isInside(String path) {
        return path.matches("[A-Za-z0-9][A-Za-z0-9_.-]*:.*");
    }

    @Override
    void act(Connection server) throws Trouble {
        Given.refuseStream(from);
        Given.refuseStream(to);
        if (isInside(from) == isInside(to)) {
            throw new Trouble(TroubleKind.BAD_ARGUMENT, "FROM TO", from + " " + to);
        }
        String container = container();
        if (isInside(from)) {
            new ContainerOperations(server)
                    .copyOut(container, from.substring(container.length() + 1), to, new Cancellation());
        } else {
            new ContainerOperations(server)
                    .copyIn(container, from, to.substring(container.length() + 1), new Cancellation());
        }
    }
}
