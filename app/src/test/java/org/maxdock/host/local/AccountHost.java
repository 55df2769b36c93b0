package org.maxdock.host.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.maxdock.host.ByteStream;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Running;
import org.maxdock.host.ScriptStarter;
import org.maxdock.host.Terminal;
import org.maxdock.host.shell.AnyShell;
import org.maxdock.text.Trouble;

/**
 * An account of this machine as sshd would have it: a login shell, a home with start-up files, {@code SHELL -c LINE}.
 */
final class AccountHost implements Host {

    private final String shell;
    private final Path home;
    private final Map<String, String> variables = new HashMap<>();
    private String site = "/etc/profile";
    private ScriptStarter scripts = new ScriptStarter(this, true);

    AccountHost(String shell, Path home) {
        this.shell = Path.of("/bin").resolve(shell).toString();
        this.home = home;
        variables.put("HOME", home.toString());
        variables.put("USER", "tester");
        variables.put("PATH", "/usr/local/bin:/usr/bin:/bin");
        variables.put("SHELL", this.shell);
        variables.put("SSH_CLIENT", "127.0.0.1 1 22"); // has bash read ~/.bashrc
        Assumptions.assumeTrue(Files.isExecutable(Path.of(this.shell)), "there is no " + shell + " here");
    }

    AccountHost with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    /** Lets start-up files take only so long. */
    AccountHost waiting(Duration longest) {
        scripts = new ScriptStarter(this, true, longest);
        return this;
    }

    AccountHost file(String name, String text) throws IOException {
        Files.createDirectories(home.resolve(name).getParent());
        Files.writeString(home.resolve(name), text);
        return this;
    }

    /** Has this in the place of /etc/profile. */
    AccountHost site(String text) throws IOException {
        site = home.resolve("site-profile").toString();
        return file("site-profile", text);
    }

    private String line(String script) {
        return AnyShell.line(script.replace("/etc/profile", site));
    }

    @Override
    public String name() {
        return "tester@here";
    }

    @Override
    public Running start(Command command, Cancellation cancellation) throws Trouble {
        return scripts.start(command, cancellation, script -> {
            ProcessBuilder process = new ProcessBuilder(shell, "-c", line(script));
            process.environment().clear();
            process.environment().putAll(variables);
            try {
                return new LocalRunning(process.start());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Override
    public Terminal openTerminal(Command command, int columns, int rows) throws Trouble {
        return scripts.startTerminal(command, script -> {
            try {
                return LocalPrograms.openTerminal(List.of(shell, "-c", line(script)), variables, columns, rows);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Override
    public ByteStream connectUnix(String path) {
        throw new UnsupportedOperationException(path);
    }

    @Override
    public ByteStream connectTcp(String address, int port) {
        throw new UnsupportedOperationException(address);
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void onLost(Runnable lost) {
        // this machine is never lost
    }

    @Override
    public void close() {
        // nothing is held open
    }
}
