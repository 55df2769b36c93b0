package org.maxdock.mount;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.maxdock.host.ShellWords;
import org.maxdock.text.Trouble;

/**
 * The mappings of a command line that somebody pasted: `docker run`, `docker create`, `dockerrun` or `dockercluster`, with
 * {@code -v}, {@code --volume} and {@code --mount} in all their forms.
 *
 * @param mappings what was found, in its order
 * @param notTaken what it could not take over: volumes by name, other mount types, variables that nobody knows
 */
public record PastedPlan(List<Mapping> mappings, List<String> notTaken) {

    /**
     * @param variables of the user's login environment, for $USER, $HOME and $(pwd)
     * @throws Trouble where there is no mapping in it at all
     */
    public static PastedPlan of(String line, Map<String, String> variables) throws Trouble {
        ShellWords.Read read = ShellWords.read(line, variables);
        List<Mapping> mappings = new ArrayList<>();
        List<String> notTaken = new ArrayList<>(read.unresolved());
        List<String> words = read.words();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String next = i + 1 < words.size() ? words.get(i + 1) : "";
            if (word.equals("-v") || word.equals("--volume")) {
                volume(next, mappings, notTaken);
                i++;
            } else if (word.startsWith("--volume=") || word.startsWith("-v=")) {
                volume(word.substring(word.indexOf('=') + 1), mappings, notTaken);
            } else if (word.startsWith("-v") && word.contains(":")) {
                volume(word.substring(2), mappings, notTaken);
            } else if (word.equals("--mount")) {
                mount(next, mappings, notTaken);
                i++;
            } else if (word.startsWith("--mount=")) {
                mount(word.substring("--mount=".length()), mappings, notTaken);
            }
        }
        if (mappings.isEmpty() && notTaken.isEmpty()) {
            throw new Trouble("nothing-pasted");
        }
        return new PastedPlan(List.copyOf(mappings), List.copyOf(notTaken));
    }

    private static void volume(String text, List<Mapping> mappings, List<String> notTaken) {
        List<String> parts = new ArrayList<>(List.of(text.split(":", -1)));
        if (parts.size() < 2 || !parts.getFirst().startsWith("/")) {
            notTaken.add("-v " + text);
            return;
        }
        List<String> options = parts.size() == 3 ? List.of(parts.get(2).split(",")) : List.of();
        if (parts.size() > 3 || options.stream().anyMatch(o -> !o.equals("ro") && !o.equals("rw"))) {
            notTaken.add("-v " + text);
        }
        if (parts.size() <= 3) {
            mappings.add(new Mapping(parts.get(0), parts.get(1), options.contains("ro")));
        }
    }

    private static void mount(String text, List<Mapping> mappings, List<String> notTaken) {
        String type = "volume";
        String source = "";
        String target = "";
        boolean readOnly = false;
        boolean whole = true;
        for (String field : fields(text)) {
            int equals = field.indexOf('=');
            String key = equals < 0 ? field : field.substring(0, equals);
            String value = equals < 0 ? "true" : field.substring(equals + 1);
            switch (key) {
                case "type" -> type = value;
                case "src", "source" -> source = value;
                case "dst", "destination", "target" -> target = value;
                case "ro", "readonly" -> readOnly = value.equals("true") || value.equals("1");
                default -> whole = false;
            }
        }
        if (type.equals("bind") && !source.isEmpty() && !target.isEmpty()) {
            mappings.add(new Mapping(source, target, readOnly));
        } else {
            whole = false;
        }
        if (!whole) {
            notTaken.add("--mount " + text);
        }
    }

    /** Comma-separated values, quoted as in RFC 4180. */
    private static List<String> fields(String text) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                field.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
