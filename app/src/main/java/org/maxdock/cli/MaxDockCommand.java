package org.maxdock.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.maxdock.host.ssh.SshSettings;
import org.maxdock.operation.WindowOpener;
import org.maxdock.store.Json;
import org.maxdock.store.Site;
import org.maxdock.store.SiteFiles;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command `maxdock` and the options that all of its commands share. Without a command the window opens. */
@Command(name = "maxdock", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class)
public final class MaxDockCommand implements java.util.concurrent.Callable<Integer> {

    WindowOpener window;

    /** The command line as it was given. */
    List<String> words = List.of();

    @Option(names = "--on", paramLabel = "TARGET", scope = ScopeType.INHERIT, defaultValue = "local")
    String target;

    @Option(names = "--project", paramLabel = "DIR", scope = ScopeType.INHERIT)
    Path project;

    @Option(names = "--json", scope = ScopeType.INHERIT)
    boolean json;

    @Option(names = "--identity", paramLabel = "FILE", scope = ScopeType.INHERIT)
    Path identity;

    @Option(
            names = {"-F", "--ssh-config"},
            paramLabel = "FILE",
            scope = ScopeType.INHERIT)
    Path sshConfig;

    @Option(names = "--known-hosts", paramLabel = "FILE", scope = ScopeType.INHERIT)
    Path knownHosts;

    @Option(
            names = {"-J", "--jump"},
            paramLabel = "HOSTS",
            scope = ScopeType.INHERIT)
    String jump;

    @Option(
            names = {"-o", "--ssh-option"},
            paramLabel = "KEYWORD=VALUE",
            scope = ScopeType.INHERIT)
    List<String> sshOptions = List.of();

    @Option(names = "--site", paramLabel = "NAME|FILE", scope = ScopeType.INHERIT, defaultValue = "")
    String site;

    @Option(names = "--engine", paramLabel = "PLACE", scope = ScopeType.INHERIT, defaultValue = "server")
    String engine;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        try {
            Given.refuseEmpty(spec.commandLine().getParseResult());
            return window.open(
                    target.equals("local") ? "" : target, folder().orElse(null), sshSettings(), site(), "overview");
        } catch (InvalidValue e) {
            return told(e.trouble(), Exit.USAGE);
        } catch (Trouble e) {
            return told(e, Exit.of(e));
        }
    }

    private int told(Trouble trouble, int status) {
        Console console = ((ConsoleFactory) spec.commandLine().getFactory()).console();
        console.failure(
                json,
                trouble.key(),
                console.texts().what(trouble),
                console.texts().mend(trouble));
        return status;
    }

    /** What is special about the cluster: as the option says, else as user or machine have it. */
    Site site() throws Trouble {
        return SiteFiles.ofUser(new Json()).find(site);
    }

    /** The project's folder, where it was given. */
    Optional<Path> folder() {
        return Optional.ofNullable(project).map(Given::folder);
    }

    /** Where SSH finds its things: as the options say, else where OpenSSH does. */
    SshSettings sshSettings() {
        SshSettings settings = SshSettings.ofHome(Path.of(System.getProperty("user.home")));
        settings = sshConfig == null ? settings : settings.withConfig(config(sshConfig));
        settings = identity == null ? settings : settings.withIdentity(Given.file(identity));
        settings = settings.withOptions(sshOptions);
        settings = jump == null ? settings : settings.withJump(jump);
        return knownHosts == null ? settings : settings.withKnownHosts(knownHosts);
    }

    /** {@code -F none} is for no file at all (ssh(1)). */
    private static Path config(Path file) {
        return file.toString().equals("none") ? file : Given.file(file);
    }
}
