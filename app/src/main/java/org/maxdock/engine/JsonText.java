package org.maxdock.engine;

import java.util.Optional;

/** Finds a text in JSON that stands among other words, or is cut: read once from left to right. */
final class JsonText {

    private static final String ESCAPES = "nrtbf";
    private static final String MEANT = "\n\r\t\b\f";

    private JsonText() {}

    /** The first text of that name; empty where there is none, or none that ends. */
    static Optional<String> named(String name, String json) {
        String key = '"' + name + '"';
        for (int at = json.indexOf(key); at >= 0; at = json.indexOf(key, at + 1)) {
            int colon = blanks(json, at + key.length());
            int quote = json.startsWith(":", colon) ? blanks(json, colon + 1) : -1;
            if (quote >= 0 && json.startsWith("\"", quote)) {
                return read(json, quote + 1);
            }
        }
        return Optional.empty();
    }

    private static int blanks(String json, int from) {
        int at = from;
        while (at < json.length() && Character.isWhitespace(json.charAt(at))) {
            at++;
        }
        return at;
    }

    private static Optional<String> read(String json, int from) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '"') {
                return Optional.of(text.toString());
            }
            if (c != '\\' || i + 1 == json.length()) {
                text.append(c);
                continue;
            }
            char escape = json.charAt(++i);
            int known = ESCAPES.indexOf(escape);
            if (escape == 'u' && isHex(json, i + 1)) {
                text.append((char) Integer.parseInt(json.substring(i + 1, i + 5), 16));
                i += 4;
            } else {
                text.append(known >= 0 ? MEANT.charAt(known) : escape);
            }
        }
        return Optional.empty();
    }

    private static boolean isHex(String json, int from) {
        return from + 4 <= json.length()
                && json.substring(from, from + 4).chars().allMatch(c -> Character.digit(c, 16) >= 0);
    }
}
