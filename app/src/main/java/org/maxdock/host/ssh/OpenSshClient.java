package org.maxdock.host.ssh;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.maxdock.text.IoReason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** OpenSSH's client, which prints what holds for a destination: {@code ssh -G}. It does not connect. */
final class OpenSshClient implements ConfigSource {

    /** Names may have to be looked up (CanonicalizeHostname), and commands run (Match exec). */
    private static final int LONGEST_SECONDS = 20;

    private static final int MOST = 1 << 20;
    private static final String FILES = "userknownhostsfile";

    private final Path program;
    private final SshMachine machine;

    OpenSshClient(Path program, SshMachine machine) {
        this.program = program;
        this.machine = machine;
    }

    /** The client in one of the folders of a PATH. */
    static Optional<Path> find(String path) {
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> java.util.stream.Stream.of("ssh", "ssh.exe").map(n -> Path.of(folder, n)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public ConfigValues of(SshTarget target, SshSettings settings) throws Trouble {
        Optional<String> elsewhere = homeElsewhere();
        ConfigValues values = ConfigValues.ofLines(ask(words(target, settings, elsewhere.isPresent())));
        boolean ofAccount = elsewhere.isPresent() && values.all(FILES).equals(List.of(elsewhere.get()));
        values.replace(FILES, paths(ofAccount ? List.of(files(machine.home().toString())) : values.all(FILES)));
        values.replace("globalknownhostsfile", paths(values.all("globalknownhostsfile")));
        return values;
    }

    private List<String> words(SshTarget target, SshSettings settings, boolean elsewhere) {
        List<String> words = new ArrayList<>(List.of(program.toString(), "-G"));
        words.addAll(destination(target, settings, config(settings, elsewhere)));
        return words;
    }

    /**
     * How the client is told of a destination.
     *
     * @param config the file it is to read in place of its own
     */
    static List<String> destination(SshTarget target, SshSettings settings, Optional<String> config) {
        List<String> words = new ArrayList<>();
        config.ifPresent(file -> words.addAll(List.of("-F", file)));
        settings.options().forEach(option -> words.addAll(List.of("-o", option)));
        if (target.user() != null) {
            words.addAll(List.of("-l", target.user()));
        }
        if (target.port() > 0) {
            words.addAll(List.of("-p", String.valueOf(target.port())));
        }
        words.addAll(List.of("--", target.host()));
        return words;
    }

    /** The client looks in the home folder of the account: for another one it must be told. */
    private Optional<String> config(SshSettings settings, boolean elsewhere) {
        if (settings.config().isPresent() || !elsewhere) {
            return settings.config().map(Path::toString);
        }
        Path own = machine.home().resolve(".ssh/config");
        return Optional.of(Files.exists(own) ? own.toString() : "none");
    }

    /** Where the home folder is not that of the account: what the client takes for the user's known hosts. */
    private Optional<String> homeElsewhere() throws Trouble {
        String home = machine.home().toString();
        if (home.equals(machine.variables().get("HOME"))) {
            return Optional.empty();
        }
        return ConfigValues.ofLines(ask(List.of(program.toString(), "-G", "-F", "none", "localhost")))
                .first(FILES)
                .filter(files -> !files.equals(files(home)));
    }

    private static String files(String home) {
        return home + "/.ssh/known_hosts " + home + "/.ssh/known_hosts2";
    }

    private List<String> ask(List<String> words) throws Trouble {
        try {
            ProcessBuilder builder = new ProcessBuilder(words);
            builder.environment().keySet().retainAll(machine.variables().keySet());
            builder.environment().putAll(machine.variables());
            builder.environment().put("LC_ALL", "C");
            builder.redirectInput(
                    ProcessBuilder.Redirect.from(new File(File.separatorChar == '/' ? "/dev/null" : "NUL")));
            Process process = builder.start();
            try {
                CompletableFuture<String> out = read(process.getInputStream());
                CompletableFuture<String> err = read(process.getErrorStream());
                if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                    throw new Trouble(TroubleKind.SSH_CONFIG_BAD, "ssh -G: " + LONGEST_SECONDS + " s");
                }
                if (process.exitValue() != 0) {
                    throw new Trouble(TroubleKind.SSH_CONFIG_BAD, fault(err.join()));
                }
                return out.join().lines().toList();
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.SSH_CONFIG_BAD, IoReason.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble(e, TroubleKind.CANCELLED);
        }
    }

    private static CompletableFuture<String> read(InputStream stream) {
        CompletableFuture<String> text = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("ssh -G").start(() -> {
            try {
                text.complete(new String(stream.readNBytes(MOST), StandardCharsets.UTF_8));
            } catch (IOException e) {
                text.complete("");
            } catch (RuntimeException | Error e) { // else it would be waited for
                text.completeExceptionally(e);
            }
        });
        return text;
    }

    /** The last line that is no remark about this call, which has no terminal. */
    private static String fault(String errors) {
        return errors.lines()
                .filter(l -> !l.startsWith("Pseudo-terminal") && !l.contains("terminating,"))
                .filter(l -> !l.contains("Unsupported option") && !l.contains("Deprecated option")) // it goes on
                .filter(l -> !l.isBlank())
                .findFirst()
                .map(ServerText::visible)
                .orElse("ssh -G");
    }

    /** Several paths come in one line with spaces between: what does not begin a path goes on with the one before. */
    private static List<String> paths(List<String> printed) {
        List<String> paths = new ArrayList<>();
        for (String part : String.join(" ", printed).split(" ")) {
            boolean begins = part.startsWith("/") || part.startsWith("~") || part.matches("[A-Za-z]:.*|none");
            if (begins || paths.isEmpty()) {
                paths.add(part);
            } else {
                paths.add(paths.removeLast() + " " + part);
            }
        }
        return paths;
    }
}
