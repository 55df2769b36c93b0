package org.maxdock.slurm;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file that a batch job writes to, from what scontrol tells of it. Of the symbols in its name (sbatch(1), filename
 * pattern) scontrol has replaced some, as its version likes; the others are replaced here as slurmstepd does it for the
 * batch step, which runs on the job's first node. What scontrol has replaced wrongly, the name after a doubled percent,
 * cannot be told from a name that is so.
 */
public final class OutputName {

    private static final Pattern SYMBOL = Pattern.compile("%([0-9]{0,9})([A-Za-z%])");
    private static final String SYMBOLS = "%AaJjNnstuxb";
    private static final String OLDER_SYMBOLS = "%AaJjNnstux";
    private static final int MOST_DIGITS = 10;
    private static final long NO_TASK = 4_294_967_294L; // NO_VAL: what %a is outside of arrays
    private static final int TEN = 10;

    private OutputName() {}

    /** Empty for a job without one: it is no batch job. */
    public static String of(Map<String, String> details) {
        return name(details, SYMBOLS);
    }

    /** The same where SLURM is older, and does not know all symbols: there they stay as they are. */
    public static String ofOlder(Map<String, String> details) {
        return name(details, OLDER_SYMBOLS);
    }

    private static String name(Map<String, String> details, String symbols) {
        String told = details.getOrDefault("StdOut", "");
        String absolute =
                told.isEmpty() || told.startsWith("/") ? told : details.getOrDefault("WorkDir", "") + "/" + told;
        return absolute.indexOf('\\') >= 0 ? absolute.replace("\\", "") : replaced(absolute, symbols, details);
    }

    private static String replaced(String path, String symbols, Map<String, String> details) {
        Matcher symbol = SYMBOL.matcher(path);
        StringBuilder replaced = new StringBuilder();
        while (symbol.find()) {
            char letter = symbol.group(2).charAt(0);
            String value = symbols.indexOf(letter) < 0
                    ? symbol.group()
                    : letter == '%' ? symbol.group().substring(1) : value(letter, width(symbol.group(1)), details);
            symbol.appendReplacement(replaced, Matcher.quoteReplacement(value));
        }
        return symbol.appendTail(replaced).toString();
    }

    private static int width(String digits) {
        return digits.isEmpty() ? 0 : Math.min(MOST_DIGITS, Integer.parseInt(digits));
    }

    private static String value(char symbol, int width, Map<String, String> details) {
        String job = details.getOrDefault("JobId", "");
        return switch (symbol) {
            case 'A' -> padded(details.getOrDefault("ArrayJobId", job), width);
            case 'a' -> padded(details.getOrDefault("ArrayTaskId", String.valueOf(NO_TASK)), width);
            case 'b' -> padded(lastDigit(details.getOrDefault("ArrayTaskId", String.valueOf(NO_TASK))), width);
            case 'j', 'J' -> padded(job, width);
            case 'N' -> details.getOrDefault("BatchHost", "").replaceFirst("\\..*", "");
            case 'n', 't' -> padded("0", width);
            case 's' -> "batch";
            case 'u' -> details.getOrDefault("UserId", "").replaceFirst("\\(.*", "");
            case 'x' -> details.getOrDefault("JobName", "");
            default -> throw new IllegalArgumentException("no symbol: " + symbol);
        };
    }

    private static String lastDigit(String task) {
        return task.matches("[0-9]{1,18}") ? String.valueOf(Long.parseLong(task) % TEN) : task;
    }

    private static String padded(String number, int width) {
        return "0".repeat(Math.max(0, width - number.length())) + number;
    }
}
