package org.maxdock.paste;

/** Takes out of JSON what devcontainer.json may hold besides: comments, and tabs before a line. */
final class JsonComments {

    private JsonComments() {}

    static String strip(String text) {
        StringBuilder plain = new StringBuilder();
        boolean quoted = false;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (quoted && c == '\\' && i + 1 < text.length()) {
                plain.append(c).append(text.charAt(i + 1));
                i += 2;
            } else if (!quoted && text.startsWith("//", i)) {
                int end = text.indexOf('\n', i);
                i = end < 0 ? text.length() : end;
            } else if (!quoted && text.startsWith("/*", i)) {
                int end = text.indexOf("*/", i + 2);
                i = end < 0 ? text.length() : end + 2;
            } else {
                quoted ^= c == '"';
                plain.append(!quoted && c == '\t' ? ' ' : c);
                i++;
            }
        }
        return plain.toString();
    }
}
