package org.maxdock.image.archive;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maxdock.text.RawText;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Untrusted;

/** Reads what {@code tar --list --verbose --numeric-owner --full-time --quoting-style=c} writes. */
public final class TarListing {

    private static final Pattern HEAD =
            Pattern.compile("(.)(\\S+) +(\\S+/\\S+) +(\\S+) (\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\S*) ");
    private static final Pattern LINK = Pattern.compile(" (->|link to) ");

    /** Linux takes no longer path (path_resolution(7), PATH_MAX). */
    private static final int LONGEST = 4096;

    private TarListing() {}

    /**
     * The files of a layer; a line that is no entry is passed over.
     *
     * @throws Trouble where there is more than any layer has
     */
    public static List<LayerFile> read(String listing) throws Trouble {
        return Untrusted.of(Untrusted.LARGE, TroubleKind.ANSWER_UNREADABLE, "tar")
                .text(
                        listing,
                        text -> text.lines()
                                .map(TarListing::line)
                                .flatMap(Optional::stream)
                                .toList());
    }

    private static Optional<LayerFile> line(String line) {
        int start = line.indexOf('"');
        int end = closing(line, start);
        Matcher head = HEAD.matcher(line.substring(0, Math.max(0, start)));
        if (end < 0 || !head.matches()) {
            return Optional.empty(); // what is no tar archive is listed as nothing
        }
        String path = within(unquoted(line.substring(start + 1, end)));
        long bytes = head.group(4).matches("\\d{1,18}") ? Long.parseLong(head.group(4)) : 0;
        Matcher link = LINK.matcher(line).region(end + 1, line.length());
        int target = link.lookingAt() ? link.end() : -1;
        String to = target < 0 || closing(line, target) < 0
                ? ""
                : unquoted(line.substring(target + 1, closing(line, target)));
        return path.isEmpty() || path.equals(".") || path.length() > LONGEST
                ? Optional.empty()
                : Optional.of(new LayerFile(
                        path, head.group(1).charAt(0), head.group(2), head.group(3), bytes, head.group(5), to));
    }

    /** The path in the image: without ./ and slashes before it, and slashes behind. */
    private static String within(String name) {
        int start = 0;
        while (name.startsWith("/", start) || name.startsWith("./", start)) {
            start += name.charAt(start) == '/' ? 1 : 2;
        }
        int end = name.length();
        while (end > start && name.charAt(end - 1) == '/') {
            end--;
        }
        return name.substring(start, end);
    }

    /** Where the text that a quote begins ends; below 0 where it does not. */
    private static int closing(String line, int quote) {
        if (quote < 0 || quote >= line.length() || line.charAt(quote) != '"') {
            return -1;
        }
        for (int i = quote + 1; i < line.length(); i++) {
            if (line.charAt(i) == '\\') {
                i++;
            } else if (line.charAt(i) == '"') {
                return i;
            }
        }
        return -1;
    }

    /** A name as C writes it: \n, \", \\ and octal bytes. */
    static String unquoted(String quoted) {
        byte[] in = quoted.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < in.length; i++) {
            if (in[i] != '\\' || i + 1 == in.length) {
                out.write(in[i]);
            } else if (i + 3 < in.length && isOctal(in[i + 1]) && isOctal(in[i + 2]) && isOctal(in[i + 3])) {
                out.write((in[i + 1] - '0') * 64 + (in[i + 2] - '0') * 8 + in[i + 3] - '0');
                i += 3;
            } else {
                i++;
                int known = "abtnvfr".indexOf(in[i]);
                out.write(known >= 0 ? 7 + known : in[i]);
            }
        }
        return RawText.of(out.toByteArray());
    }

    private static boolean isOctal(byte digit) {
        return digit >= '0' && digit <= '7';
    }
}
