package org.maxdock.cli;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.maxdock.host.Terminal;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Joins the terminal that MaxDock was started in to one of a host: keys there, screen here. */
final class ConsoleTerminal {

    interface Opener {
        Terminal open(int columns, int rows) throws Trouble;
    }

    int run(Opener opener) throws Trouble {
        String before = stty("-g");
        String[] size = stty("size").split(" ");
        Thread restore = new Thread(() -> sttyQuietly(before));
        Runtime.getRuntime().addShutdownHook(restore);
        try (Terminal terminal = opener.open(Integer.parseInt(size[1]), Integer.parseInt(size[0]))) {
            stty("raw", "-echo");
            Thread.ofPlatform().daemon().start(() -> Streams.copy(System.in, terminal.input()));
            Streams.copy(terminal.output(), System.out);
            return terminal.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble(e, TroubleKind.CANCELLED);
        } finally {
            sttyQuietly(before);
        }
    }

    private static void sttyQuietly(String state) {
        try {
            stty(state);
        } catch (Trouble e) {
            System.getLogger(ConsoleTerminal.class.getName())
                    .log(System.Logger.Level.WARNING, "terminal not restored", e);
        }
    }

    private static String stty(String... words) throws Trouble {
        try {
            java.util.List<String> command = new java.util.ArrayList<>(java.util.List.of("stty"));
            command.addAll(java.util.List.of(words));
            Process process = new ProcessBuilder(command)
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(
                            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII)
                    .strip();
            if (!process.waitFor(5, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new Trouble(TroubleKind.NO_TERMINAL, said);
            }
            return said;
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.NO_TERMINAL, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble(e, TroubleKind.CANCELLED);
        }
    }
}
