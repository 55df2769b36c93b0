package org.maxdock.image;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maxdock.text.RawText;

/** Reads what {@code tar --list --verbose --numeric-owner --full-time --quoting-style=c} writes. */
final class TarListing {

    private static final Pattern LINE = Pattern.compile(
            "(.)(\\S+) +(\\S+/\\S+) +(\\S+) (\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\S*) \"((?:[^\"\\\\]|\\\\.)*)\"(?: (?:->|link to) \"((?:[^\"\\\\]|\\\\.)*)\")?");

    private TarListing() {
    }

    static List<LayerFile> read(String listing) {
        return listing.lines().map(TarListing::line).flatMap(Optional::stream).toList();
    }

    private static Optional<LayerFile> line(String line) {
        Matcher m = LINE.matcher(line);
        if (!m.matches()) {
            return Optional.empty(); // what is no tar archive is listed as nothing
        }
        String path = unquoted(m.group(6)).replaceFirst("^(\\./|/)+", "").replaceFirst("/+$", "");
        long bytes = m.group(4).matches("\\d{1,18}") ? Long.parseLong(m.group(4)) : 0;
        String target = m.group(7) == null ? "" : unquoted(m.group(7));
        return path.isEmpty() || path.equals(".") ? Optional.empty() : Optional.of(new LayerFile(path, m.group(1).charAt(0), m.group(2), m.group(3), bytes, m.group(5), target));
    }

    /** A name as C writes it: \n, \", \\ and octal bytes. */
    static String unquoted(String quoted) {
        byte[] in = quoted.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < in.length; i++) {
            if (in[i] != '\\' || i + 1 == in.length) {
                out.write(in[i]);
            } else if (in[i + 1] >= '0' && in[i + 1] <= '3' && i + 3 < in.length) {
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
}
