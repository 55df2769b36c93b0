package org.maxdock.ui.launch;

import java.util.List;
import java.util.Map;
import org.maxdock.host.shell.AnsiQuotes;
import org.maxdock.host.shell.ShellWords;
import org.maxdock.text.RawText;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * An environment variable as a line of text. A value that no line can hold, with a line break or a byte that is not
 * UTF-8, is written as bash writes it: {@code NAME=$'a\nb\377'}.
 */
final class Variables {

    private Variables() {}

    static String show(String variable) {
        if (variable.indexOf('=') < 0) {
            return variable;
        }
        String value = variable.substring(variable.indexOf('=') + 1);
        boolean plain = !RawText.isRaw(value)
                && value.codePoints().noneMatch(c -> c < ' ' || c == 0x7f)
                && !value.startsWith("$'");
        return plain ? variable : variable.substring(0, variable.indexOf('=') + 1) + AnsiQuotes.write(value);
    }

    /** @throws Trouble where what begins with $' is not one word in these quotes */
    static String read(String line) throws Trouble {
        int value = line.indexOf('=') + 1;
        if (value == 0 || !line.startsWith("$'", value)) {
            return line;
        }
        List<String> words = ShellWords.read(line.substring(value), Map.of()).words();
        if (words.size() != 1 || !line.endsWith("'")) {
            throw new Trouble(TroubleKind.BAD_VARIABLE, line);
        }
        return line.substring(0, value) + words.getFirst();
    }
}
