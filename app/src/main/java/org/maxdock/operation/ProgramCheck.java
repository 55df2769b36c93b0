package org.maxdock.operation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.operation.Finding.State;
import org.maxdock.store.ConfigFolder;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;

/** What this machine has of what the program needs or can use. Nothing of keys or tickets is told but how many. */
public final class ProgramCheck {

    private static final int LONGEST_SECONDS = 10;
    private static final String COUNT_KEYS = "ssh-add -l >/dev/null 2>&1; s=$?; "
            + "if [ $s = 0 ]; then ssh-add -l | wc -l; else exit $s; fi"; // ssh-add(1): 1 no keys, 2 no agent
    private static final String HAS_TICKET = "command -v klist >/dev/null || exit 3; klist -s"; // klist(1)

    private final Host machine;
    private final Map<String, String> environment;
    private final Path home;

    /** @param environment this process's, of which only is told what is set */
    public ProgramCheck(Host machine, Map<String, String> environment, Path home) {
        this.machine = machine;
        this.environment = environment;
        this.home = home;
    }

    public List<Finding> findings() {
        return List.of(java(), display(), files(), sshClient(), agent(), tickets());
    }

    private static Finding java() {
        long memory = Runtime.getRuntime().maxMemory() >> 20;
        return Finding.present("java", Message.of("doctor.java", Runtime.version(), memory));
    }

    private Finding display() {
        boolean set = Stream.of("DISPLAY", "WAYLAND_DISPLAY")
                .anyMatch(v -> !environment.getOrDefault(v, "").isEmpty());
        boolean needed = System.getProperty("os.name").equals("Linux");
        return set || !needed
                ? Finding.present("display", Message.of("doctor.display"))
                : Finding.not(State.ABSENT, "display", Message.of("doctor.display.none"));
    }

    private Finding files() {
        Path folder = ConfigFolder.of(home, environment).path();
        while (!Files.exists(folder) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        return Files.isDirectory(folder) && Files.isWritable(folder)
                ? Finding.present("files", Message.of("doctor.files", home))
                : Finding.not(State.BROKEN, "files", Message.of("doctor.files.none", folder));
    }

    private Finding sshClient() {
        return asked(
                "ssh",
                "ssh -V 2>&1",
                o -> o.ok()
                        ? Finding.present(
                                "ssh", Message.of("doctor.ssh", o.text().strip()))
                        : Finding.not(State.ABSENT, "ssh", Message.of("doctor.ssh.none")));
    }

    private Finding agent() {
        return asked("agent", COUNT_KEYS, o -> switch (o.status()) {
            case 0 ->
                Finding.present("agent", Message.of("doctor.agent", o.text().strip()));
            case 1 -> Finding.not(State.ABSENT, "agent", Message.of("doctor.agent.empty"));
            default -> Finding.not(State.ABSENT, "agent", Message.of("doctor.agent.none"));
        });
    }

    private Finding tickets() {
        return asked("tickets", HAS_TICKET, o -> switch (o.status()) {
            case 0 -> Finding.present("tickets", Message.of("doctor.tickets"));
            case 3 -> Finding.not(State.ABSENT, "tickets", Message.of("doctor.tickets.client"));
            default -> Finding.not(State.ABSENT, "tickets", Message.of("doctor.tickets.none"));
        });
    }

    private Finding asked(String part, String script, java.util.function.Function<Output, Finding> answer) {
        Cancellation limit = new Cancellation();
        CompletableFuture<Void> timer = CompletableFuture.runAsync(
                limit::cancel, CompletableFuture.delayedExecutor(LONGEST_SECONDS, TimeUnit.SECONDS));
        try {
            return answer.apply(machine.run(Command.script(script).asUser(), limit));
        } catch (Trouble e) {
            return limit.isCancelled()
                    ? Finding.not(State.BROKEN, part, Message.of("doctor.silent", LONGEST_SECONDS))
                    : Finding.failed(State.BROKEN, part, e);
        } finally {
            timer.cancel(false);
        }
    }
}
