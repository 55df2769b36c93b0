package org.maxdock.slurm;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words NAME=VALUE in one line, as scontrol --oneliner writes them. A value may hold blanks: a name is what stands
 * before the first = of a word that begins with a capital.
 */
final class ScontrolFields {

    private static final Pattern WORD = Pattern.compile("(?:^| )([A-Z][A-Za-z:/]*+)=");

    private ScontrolFields() {}

    static Map<String, String> read(String line) {
        String text = line.strip();
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher word = WORD.matcher(text);
        boolean more = word.find();
        while (more) {
            String name = word.group(1);
            int start = word.end();
            more = word.find();
            fields.putIfAbsent(
                    name,
                    text.substring(start, more ? word.start() : text.length()).strip());
        }
        return fields;
    }
}
