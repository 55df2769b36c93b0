package org.maxdock.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.maxdock.cli.standby.StandbyStart;
import org.maxdock.host.ssh.KeptConnections;
import org.maxdock.host.ssh.SshTarget;
import org.maxdock.store.ConfigFolder;
import org.maxdock.store.Json;
import org.maxdock.store.Settings;
import org.maxdock.store.SettingsFile;
import org.maxdock.text.IoReason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The servers that the window offers to connect to; `status` tests one. And connections that are kept between calls.
 */
@Command(
        name = "connection",
        subcommands = {
            ConnectionCommand.ListAll.class,
            ConnectionCommand.Add.class,
            ConnectionCommand.Edit.class,
            ConnectionCommand.Remove.class,
            ConnectionCommand.Keep.class,
            ConnectionCommand.End.class
        })
final class ConnectionCommand extends CommandGroup {

    ConnectionCommand() {
        super("connection list | connection add SERVER | connection edit SERVER NEW | connection remove SERVER"
                + " | connection keep | connection end");
    }

    /** What all of them have in common: the list, changed and told. */
    abstract static class OnList extends CommandContext {

        final int change(UnaryOperator<Settings> change) throws Trouble {
            return tell(file().change(change));
        }

        /**
         * As the list has it, whichever way it is written.
         *
         * @throws Trouble where it is not in it
         */
        final String listed(String server) throws Trouble {
            List<String> all = file().read().targets();
            if (all.contains(server)) {
                return server;
            }
            String target = SshTarget.parse(server).toString();
            if (!all.contains(target)) {
                throw new Trouble(TroubleKind.NO_SUCH_SERVER, server);
            }
            return target;
        }

        final SettingsFile file() {
            return SettingsFile.in(ConfigFolder.ofUser(), new Json());
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
            String target = SshTarget.parse(server).toString();
            return change(s -> s.withTargetChanged("", target));
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
            String target = SshTarget.parse(other).toString();
            String listed = listed(server);
            return change(s -> s.withTargetChanged(listed, target));
        }
    }

    @Command(name = "remove")
    static final class Remove extends OnList {

        @Parameters(paramLabel = "SERVER")
        String server;

        @Override
        int run() throws Trouble {
            String listed = listed(server);
            return change(s -> s.withoutTarget(listed));
        }
    }

    /** Calls to come go over it, and so need not log in. */
    @Command(name = "keep")
    static final class Keep extends CommandContext {

        private static final int LONGEST = 24 * 60;

        @Option(names = "--for", paramLabel = "MINUTES", defaultValue = "10")
        int minutes;

        @Override
        int run() throws Trouble {
            if (minutes < 1 || minutes > LONGEST) {
                throw new Trouble(TroubleKind.BAD_ARGUMENT, "--for", minutes);
            }
            KeptConnections connections = kept();
            connections.keep(server(), Duration.ofMinutes(minutes));
            standBy(connections.socket(server()).orElseThrow());
            if (json()) {
                console().printJson(Map.of("server", server().toString(), "minutes", minutes));
            }
            console().note("cli.kept", server(), minutes);
            return Exit.DONE;
        }

        /** Without it the calls to come are as they are without a kept connection, but that they need not log in. */
        private void standBy(Path socket) {
            try {
                new StandbyStart(socket).start(options().words, Duration.ofMinutes(minutes));
            } catch (IOException e) {
                System.getLogger(ConnectionCommand.class.getName())
                        .log(System.Logger.Level.WARNING, "nothing stands by", e);
            }
        }
    }

    @Command(name = "end")
    static final class End extends CommandContext {

        @Override
        int run() throws Trouble {
            KeptConnections connections = kept();
            Optional<Path> socket = connections.socket(server());
            if (socket.isPresent()) {
                endStandby(socket.get());
            }
            boolean ended = connections.end(server());
            if (json()) {
                console().printJson(Map.of("server", server().toString(), "ended", ended));
            }
            console().note(ended ? "cli.kept.ended" : "cli.kept.none", server());
            return Exit.DONE;
        }

        private static void endStandby(Path socket) throws Trouble {
            try {
                new StandbyStart(socket).end();
            } catch (IOException e) {
                throw new Trouble(e, TroubleKind.FILE_UNWRITABLE, socket, IoReason.of(e));
            }
        }
    }
}
