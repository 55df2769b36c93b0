package org.maxdock.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.maxdock.host.ssh.SshTarget;
import org.maxdock.store.Json;
import org.maxdock.store.Settings;
import org.maxdock.store.SettingsFile;
import org.maxdock.text.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The servers that the window offers to connect to; `status` tests one. */
@Command(
        name = "connection",
        subcommands = {
            ConnectionCommand.ListAll.class,
            ConnectionCommand.Add.class,
            ConnectionCommand.Edit.class,
            ConnectionCommand.Remove.class
        })
final class ConnectionCommand extends CommandGroup {

    ConnectionCommand() {
        super("connection list | connection add SERVER | connection edit SERVER NEW | connection remove SERVER");
    }

    /** What all of them have in common: the list, changed and told. */
    abstract static class OnList extends CommandContext {

        final int change(UnaryOperator<Settings> change) throws Trouble {
            return tell(file().change(change));
        }

        final SettingsFile file() {
            return SettingsFile.ofHome(Path.of(System.getProperty("user.home")), new Json());
        }

        final int tell(Settings settings) {
            if (json()) {
                console().printJson(Map.of("connections", settings.targets()));
            } else {
                settings.targets().forEach(console()::print);
            }
            return Exit.DONE;
        }
    }

    @Command(name = "list")
    static final class ListAll extends OnList {

        @Override
        int run() throws Trouble {
            return tell(file().read());
        }
    }

    @Command(name = "add")
    static final class Add extends OnList {

        @Parameters(paramLabel = "SERVER")
        String server;

        @Override
        int run() throws Trouble {
            SshTarget.parse(server);
            return change(s -> s.withTargetChanged("", server));
        }
    }

    @Command(name = "edit")
    static final class Edit extends OnList {

        @Parameters(index = "0", paramLabel = "SERVER")
        String server;

        @Parameters(index = "1", paramLabel = "NEW")
        String other;

        @Override
        int run() throws Trouble {
            SshTarget.parse(other);
            return change(s -> s.withTargetChanged(server, other));
        }
    }

    @Command(name = "remove")
    static final class Remove extends OnList {

        @Parameters(paramLabel = "SERVER")
        String server;

        @Override
        int run() throws Trouble {
            return change(s -> s.withoutTarget(server));
        }
    }
}
