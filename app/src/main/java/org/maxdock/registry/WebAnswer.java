package org.maxdock.registry;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a web server answered, as `curl --include` writes it.
 *
 * @param status 0 where it was no HTTP
 * @param headers by their names in lower case
 */
record WebAnswer(int status, Map<String, String> headers, String body) {

    private static final String END = "\r\n\r\n";

    static WebAnswer of(String text) {
        int start = 0;
        int end = text.indexOf(END);
        while (end >= 0 && text.startsWith("HTTP/", end + END.length())) { // a proxy's answer may come before
            start = end + END.length();
            end = text.indexOf(END, start);
        }
        String head = text.substring(start, end < 0 ? text.length() : end);
        Map<String, String> headers = new LinkedHashMap<>();
        head.lines()
                .skip(1)
                .map(l -> l.split(":", 2))
                .filter(l -> l.length == 2)
                .forEach(l -> headers.put(l[0].strip().toLowerCase(Locale.ROOT), l[1].strip()));
        String[] first = head.lines().findFirst().orElse("").split(" ");
        boolean answered = first.length > 1 && first[1].matches("[0-9]{3}");
        return new WebAnswer(
                answered ? Integer.parseInt(first[1]) : 0, headers, end < 0 ? "" : text.substring(end + END.length()));
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }
}
