package org.maxdock.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.maxdock.generated.HostileValues;
import org.maxdock.store.Project;
import org.maxdock.text.Printable;

/**
 * Calls every command with hostile values of each argument, and prints a line for each call that is told in no
 * sentence, or by which something ran that nobody asked for. It runs in a process of its own, whose home, PATH, engine
 * and SLURM are none of this machine's.
 */
public final class HostileCalls {

    private static final int SHOWN = 300;
    /** A sentence may hold a few times what was typed, as far as {@link Printable} shows it. */
    private static final int LONGEST = 45_000;

    /** What text becomes that nobody has put into words. */
    private static final Pattern RAW = Pattern.compile("\tat |Exception|unexpected|[A-Z][A-Za-z]+\\[key=|\\bnull\\b");

    private final Path sang;
    private final Path project = Path.of(Project.FILE);
    private final byte[] before;
    private int done;
    private int calls;

    private HostileCalls(Path sang) throws IOException {
        this.sang = sang;
        this.before = Files.readAllBytes(project);
    }

    public static void main(String[] words) throws Exception {
        System.setProperty("user.home", System.getenv("HOME"));
        HostileCalls calls = new HostileCalls(Path.of(System.getenv("SANG")));
        Random random = new Random(Long.parseLong(words[0]));
        int texts = Integer.parseInt(words[1]);
        for (EveryArgument argument : EveryArgument.of(CommandLines.whole())) {
            for (String value : values(random, texts)) {
                if (isHarmlessHere(value)) {
                    calls.call(argument, value);
                }
            }
        }
        System.out.printf("%d calls, of which %d did what they were asked for%n", calls.calls, calls.done);
        System.exit(0);
    }

    /** One of all, or one by which a shell would run something, where there is to be one only. */
    private static List<String> values(Random random, int texts) {
        return texts == 1 && random.nextBoolean()
                ? List.of(HostileValues.ofShell(random))
                : HostileValues.someTexts(random, texts);
    }

    /** No word has a NUL (execve(2)); and what is written here must not go just anywhere. */
    private static boolean isHarmlessHere(String value) {
        return value.indexOf('\0') < 0 && !value.startsWith("/") && !value.contains("..");
    }

    private void call(EveryArgument argument, String value) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = CommandLineMain.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Locale.ENGLISH,
                (target, where, ssh, site, page) -> Exit.DONE,
                argument.with(value).toArray(String[]::new));
        String said = err.toString(StandardCharsets.UTF_8);
        calls++;
        done += status == Exit.DONE ? 1 : 0;
        String wrong = wrong(status, said.replace(Printable.text(value), ""));
        if (!wrong.isEmpty()) {
            System.out.println("wrong: " + wrong + ": " + argument + "=" + Printable.line(value, SHOWN) + ": "
                    + Printable.line(said, SHOWN));
            Files.deleteIfExists(sang);
        }
        Files.write(project, before); // so that each call meets the same
    }

    private String wrong(int status, String said) {
        if (Files.exists(sang)) {
            return "it ran";
        }
        if (status != Exit.DONE && said.isBlank()) {
            return "it says nothing";
        }
        if (said.length() > LONGEST) {
            return "it says " + said.length() + " characters";
        }
        return RAW.matcher(said).find() ? "no sentence" : "";
    }
}
