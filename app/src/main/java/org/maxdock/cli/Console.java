package org.maxdock.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.maxdock.host.ssh.SshPrompts;
import org.maxdock.store.Json;
import org.maxdock.text.Message;
import org.maxdock.text.Printable;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;

/**
 * What commands write: results on standard output, everything else on standard error. What others wrote is in it, and
 * goes to a terminal as {@link Printable} shows it; only what a command passes through as it is goes to the streams
 * themselves: a container's own output, a file's bytes, a script.
 */
final class Console {

    private static final int LONGEST_CELL = 4096; // a path
    private static final int WIDEST_COLUMN = 200;

    private final PrintStream out;
    private final PrintStream err;
    private final Texts texts;
    private final Json json;
    private volatile boolean documented;

    Console(PrintStream out, PrintStream err, Texts texts, Json json) {
        this.out = out;
        this.err = err;
        this.texts = texts;
        this.json = json;
    }

    Texts texts() {
        return texts;
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    void print(String text) {
        out.println(Printable.text(text));
    }

    /** A line beside the results. */
    void say(String text) {
        err.println(Printable.text(text));
    }

    void printJson(Object value) {
        documented = true;
        out.print(json.write(value));
    }

    void note(String key, Object... arguments) {
        say(texts.get(key, arguments));
    }

    void note(Message message) {
        say(texts.get(message));
    }

    void trouble(Trouble trouble) {
        say("maxdock: " + texts.explain(trouble));
    }

    /**
     * What a command failed by, on standard error, and as a document too where one is wanted.
     *
     * @param mend what to do about it; empty where there is nothing to say
     */
    void failure(boolean document, String key, String what, String mend) {
        if (document && !documented) { // one document is what was asked for
            printJson(error(key, what, mend));
        }
        say("maxdock: " + what);
        if (!mend.isEmpty()) {
            say(mend);
        }
    }

    Map<String, Object> troubleAsJson(Trouble trouble) {
        return error(trouble.key(), texts.what(trouble), texts.mend(trouble));
    }

    private static Map<String, Object> error(String key, String what, String mend) {
        return Map.of("error", Map.of("key", key, "what", what, "mend", mend));
    }

    /** Rows in columns as wide as their widest cell, up to a bound; the last one ragged. */
    void table(List<List<String>> rows) {
        List<List<String>> shown = rows.stream()
                .map(r -> r.stream().map(c -> Printable.line(c, LONGEST_CELL)).toList())
                .toList();
        int columns = shown.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : shown) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], Math.min(row.get(i).length(), WIDEST_COLUMN));
            }
        }
        for (List<String> row : shown) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append(
                        i == row.size() - 1
                                ? row.get(i)
                                : String.format(Locale.ROOT, "%-" + (widths[i] + 2) + "s", row.get(i)));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    /** A secret that is asked for on the terminal; none where there is no terminal, or the user gives none. */
    Optional<String> secret(String question) {
        return isTerminal() ? TerminalPrompts.secret(System.console(), question) : Optional.empty();
    }

    /** Whether input and output are a terminal; {@link System#console} tells of none by null or by an answer. */
    static boolean isTerminal() {
        java.io.Console terminal = System.console();
        return terminal != null && terminal.isTerminal();
    }

    /** Whether who sits at the terminal says yes to a question of the bundles; nobody does where there is none. */
    boolean agrees(String key) {
        String answer = isTerminal() ? System.console().readLine("%s ", texts.get(key)) : null;
        return answer != null && answer.strip().equalsIgnoreCase(texts.get("cli.yes"));
    }

    /** Asks on the terminal, where there is one. */
    SshPrompts prompts() {
        java.io.Console terminal = System.console();
        if (!isTerminal()) {
            return SshPrompts.unattended(this::note, this::trouble);
        }
        return new TerminalPrompts(terminal, texts, err);
    }
}
