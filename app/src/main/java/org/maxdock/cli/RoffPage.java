package org.maxdock.cli;

/** A page of the manual in the language of man(7), for which what is said in it is text alone. */
final class RoffPage {

    private final StringBuilder text = new StringBuilder();

    RoffPage(String name, String source) {
        text.append(".TH \"%s\" 1 \"\" \"%s\" \"MaxDock\"\n"
                .formatted(plain(name.toUpperCase(java.util.Locale.ROOT)), source));
        text.append(".nh\n.ad l\n");
    }

    RoffPage section(String title) {
        text.append(".SH ").append(title).append('\n');
        return this;
    }

    RoffPage line(String words) {
        text.append("\\&").append(plain(words)).append('\n');
        return this;
    }

    /** A term and what is said of it; none may have nothing said of it. */
    RoffPage item(String term, String words) {
        text.append(".TP\n\\fB").append(plain(term)).append("\\fR\n");
        return line(words);
    }

    String text() {
        return text.toString();
    }

    /** As groff_char(7) names what is not ASCII, so that a page is the same in all encodings. */
    private static String plain(String words) {
        StringBuilder plain = new StringBuilder();
        words.codePoints().forEach(c -> {
            switch (c) {
                case '\\' -> plain.append("\\e");
                case '-' -> plain.append("\\-");
                case '\'' -> plain.append("\\(aq");
                case '`' -> plain.append("\\(ga");
                case '^' -> plain.append("\\(ha");
                case '~' -> plain.append("\\(ti");
                case '"' -> plain.append("\\(dq");
                default -> {
                    if (c < ' ') {
                        plain.append(' ');
                    } else if (c < 127) {
                        plain.appendCodePoint(c);
                    } else {
                        plain.append("\\[u%04X]".formatted(c));
                    }
                }
            }
        });
        return plain.toString();
    }
}
