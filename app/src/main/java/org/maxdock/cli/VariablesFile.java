package org.maxdock.cli;

import java.util.List;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * Variables in a file, as docker run reads one (--env-file): {@code NAME=VALUE} or {@code NAME} in each line, taken as
 * they are; lines that are empty or begin with # say nothing. So a secret need not be an argument.
 */
final class VariablesFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String NOT_UTF8 = "\uFFFD";

    private VariablesFile() {}

    /** @param file {@code -} for the standard input */
    static List<String> read(String file) throws Trouble {
        String text = GivenText.of(file);
        if (text.contains(NOT_UTF8)) {
            throw new Trouble(TroubleKind.FILE_UNREADABLE, file, "it is not UTF-8");
        }
        String whole = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        return whole.lines()
                .map(String::stripLeading)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }
}
