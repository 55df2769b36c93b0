package org.maxdock.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.maxdock.text.Reason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * Variables in a file, as docker run reads one (--env-file; kvfile.Parse of Docker's client): {@code NAME=VALUE} or
 * {@code NAME} in each line, taken as they are; lines that are empty or begin with # say nothing. So a secret need not
 * be an argument.
 */
final class VariablesFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String NOT_UTF8 = "\uFFFD";
    /** A name has no blank: {@code export NAME=VALUE} is a line of a shell's. */
    private static final Pattern NAMED = Pattern.compile("(?s)[^=\\s]+(?:=.*)?");

    private VariablesFile() {}

    /**
     * @param file {@code -} for the standard input
     * @throws Trouble where docker would not take a line, of which only the number is told: it may hold a secret
     */
    static List<String> read(String file) throws Trouble {
        String text = GivenText.of(file);
        if (text.contains(NOT_UTF8)) {
            throw new Trouble(TroubleKind.FILE_UNREADABLE, file, Reason.of("reason.no-utf8", "it is not UTF-8"));
        }
        String whole = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        List<String> variables = new ArrayList<>();
        int number = 0;
        for (String ended : whole.split("\n")) {
            number++;
            String line = (ended.endsWith("\r") ? ended.substring(0, ended.length() - 1) : ended).stripLeading();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (!NAMED.matcher(line).matches()) {
                throw new Trouble(TroubleKind.BAD_VARIABLE_LINE, file, String.valueOf(number));
            }
            variables.add(line);
        }
        return variables;
    }
}
