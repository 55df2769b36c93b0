package org.maxdock.paste;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines that go on are one, whatever stands between them; an option at the begin of a line goes on a command that began
 * before it, though nothing says so, and so does what stands as deep as such an option.
 */
final class JoinedLines {

    private static final Pattern OPTION = Pattern.compile("^\\s*--?[A-Za-z]");
    /** Of an option alone, with its value perhaps; the image may come next. */
    private static final Pattern ONLY_OPTION = Pattern.compile("^\\s*--?[\\w-]+(?:[= ]\\s*\\S+)?\\s*$");
    /** What ls -l writes. */
    private static final Pattern MODES = Pattern.compile("^\\s*-[r-][w-][xsS-][r-][w-][xsS-][r-][w-][xtT-]");
    /** Behind what is outside of quotes. */
    private static final Pattern COMMENT =
            Pattern.compile("^((?:[^\"'#]|[^\\s\"']#|\"[^\"]*\"|'[^']*')*?)\\s+#(?:\\s.*)?$");
    /** A shell's, PowerShell's and cmd's way to say that a line goes on; blanks behind it are not seen. */
    private static final Pattern CONTINUED = Pattern.compile("\\s(?:\\\\|`|\\^)\\s*$|\\\\\\s*$");

    private final StringBuilder all = new StringBuilder();
    private final List<String> beside = new ArrayList<>();
    private boolean open;
    private boolean gap; // a shell ends the command there
    private boolean runs;
    private boolean awaitsImage;
    private int begin; // where the command that runs begins in its line
    private int options = -1; // where the options begin that nothing said would come; -1 for none

    private JoinedLines() {}

    static CopiedText.Meant of(List<CopiedLine> lines) {
        JoinedLines joined = new JoinedLines();
        lines.forEach(joined::add);
        return new CopiedText.Meant(joined.all.toString(), joined.beside);
    }

    static boolean isComment(String line) {
        return line.stripLeading().startsWith("#");
    }

    /** Whether a line outside of quotes says that it goes on. */
    static boolean goesOn(String line) {
        return !isComment(line) && CONTINUED.matcher(withoutComment(line)).find();
    }

    private static String withoutComment(String line) {
        Matcher comment = COMMENT.matcher(line);
        return comment.matches() ? comment.group(1) : line;
    }

    private void add(CopiedLine copied) {
        if (copied.inside()) {
            all.append('\n');
            end(copied.text(), copied.opens());
            return;
        }
        String text = copied.text();
        boolean comment = isComment(text);
        if (open && (comment || text.isBlank())) {
            gap |= text.isBlank();
            return;
        }
        boolean run = CopiedText.isRun(text);
        String line = (runs || open || run) && !copied.opens() ? withoutComment(text) : text;
        int indent = CopiedLine.indentOf(line);
        boolean command = CopiedText.isCommand(line);
        boolean goesOn = OPTION.matcher(line).find() && !MODES.matcher(line).find();
        boolean option = runs && (goesOn || awaitsImage && indent > 0);
        boolean belongs = runs && options > begin && indent >= options && !command && !line.isBlank();
        boolean mayBelong = runs && options == begin && indent == begin && !run && !comment && !line.isBlank();
        open &= !gap || goesOn || indent > 0 && !command;
        gap = false;
        awaitsImage = (runs || open) && goesOn && ONLY_OPTION.matcher(line).find();
        boolean joins = open || option || belongs;
        if (mayBelong && !joins) {
            beside.add(line.strip());
        }
        if (!all.isEmpty()) {
            all.append(joins ? ' ' : '\n');
        }
        if (!joins) {
            begin = indent;
            options = -1;
        } else if (!open && goesOn) {
            options = indent;
        }
        runs = joins && runs || CopiedText.isRun(line);
        end(line, copied.opens());
    }

    /** What a line adds; where it ends in quotes, its end is theirs. */
    private void end(String line, boolean opens) {
        Matcher on = CONTINUED.matcher(line);
        open = !opens && !isComment(line) && on.find();
        all.append(open ? line.substring(0, on.start()) : line);
    }
}
