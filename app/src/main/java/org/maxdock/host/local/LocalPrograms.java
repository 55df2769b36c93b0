package org.maxdock.host.local;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.maxdock.host.Running;
import org.maxdock.host.Terminal;

/** Programs of this machine as what runs, and as what runs in a terminal. */
public final class LocalPrograms {

    /** Names a file that a bash reads before its script (bash(1)). */
    private static final String READ_FIRST = "BASH_ENV";

    /** Held, or its level would be forgotten. */
    private static final Logger PTY_LOG = Logger.getLogger("com.pty4j");

    private LocalPrograms() {}

    /** @param words the program and its arguments */
    public static Running start(List<String> words) throws IOException {
        ProcessBuilder program = new ProcessBuilder(words);
        program.environment().remove(READ_FIRST);
        return new LocalRunning(program.start());
    }

    /** Starts one that outlives this one, hears nothing and says nothing. */
    public static void startDetached(List<String> words, Path folder) throws IOException {
        ProcessBuilder program = new ProcessBuilder(words);
        program.directory(folder.toFile());
        program.redirectInput(new File("/dev/null"));
        program.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        program.redirectError(ProcessBuilder.Redirect.DISCARD);
        program.start();
    }

    /** The same as {@link #start} in a pseudo terminal of that size. */
    public static Terminal openTerminal(List<String> words, int columns, int rows) throws IOException {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.remove(READ_FIRST);
        return openTerminal(words, environment, columns, rows);
    }

    static Terminal openTerminal(List<String> words, Map<String, String> variables, int columns, int rows)
            throws IOException {
        PTY_LOG.setLevel(Level.WARNING); // it tells the console that it has unpacked itself
        Map<String, String> environment = new HashMap<>(variables);
        environment.put("TERM", "xterm-256color");
        PtyProcess process = new PtyProcessBuilder(words.toArray(String[]::new))
                .setEnvironment(environment)
                .setInitialColumns(columns)
                .setInitialRows(rows)
                .setRedirectErrorStream(true)
                .start();
        return new LocalTerminal(process);
    }
}
