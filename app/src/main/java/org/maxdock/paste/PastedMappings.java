package org.maxdock.paste;

import static java.util.stream.Collectors.joining;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.maxdock.mount.Mapping;
import org.maxdock.mount.Paths;
import org.maxdock.paste.NotTaken.Why;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Collects mappings from the values of -v and --mount, and what of them could not be taken over. */
final class PastedMappings {

    private Map<String, String> variables;
    private final String service;
    private boolean hasService;
    private final List<Mapping> mappings = new ArrayList<>();
    private final List<NotTaken> notTaken = new ArrayList<>();
    private final List<Message> warnings = new ArrayList<>();
    private PastedRest rest = PastedRest.NONE;

    /** What stands for true, in docker's options and in YAML's words (compose-spec: what is interpolated is a text). */
    private static final Set<String> YES = Set.of("true", "t", "1", "yes", "y", "on");

    /** A drive's letter, a variable or a folder as cmd and PowerShell have them. */
    private static final Pattern WINDOWS =
            Pattern.compile("^[A-Za-z]:[^:]+:|^[A-Za-z]:[\\\\/]|%[A-Za-z_]+%|\\\\|\\$env\\b|\\$pwd|Get-Location");

    /** A drive's letter where Git Bash, Cygwin, WSL and Docker Desktop have it. */
    private static final Pattern MOUNTED = Pattern.compile(
            "^(?://[A-Za-z](?:/|$)|(?:/(?:host_mnt|mnt|cygdrive|run/desktop/mnt/host))?/[A-Za-z]/Users(?:/|$))");

    private static final Pattern FOR_WINDOWS = Pattern.compile(
            "^(?:-v|(?:.*\\b(?:src|source)=))?[A-Za-z]:[\\\\/]" + "|%[A-Za-z_]+%|\\$env\\b|\\$pwd\\b|Get-Location");
    /** Of a volume (docker volume create). */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][\\w.-]*");

    private static final Pattern RELATIVE = Pattern.compile("^(?:\\.{1,2}|~|\\$\\(pwd\\)|`pwd`)(?:/|$)|^\\$PWD\\b");

    static boolean isYes(String value) {
        return YES.contains(value.strip().toLowerCase(java.util.Locale.ROOT));
    }

    /** Whether a word of a line names a folder as cmd and PowerShell do. */
    static boolean isForWindows(String word) {
        return FOR_WINDOWS.matcher(word).find();
    }

    /** @param service of a compose file; empty for the first that fits */
    PastedMappings(Map<String, String> variables, String service) {
        this.variables = variables;
        this.service = service;
    }

    /** From which folder relative paths are to be read; empty where that is not known. */
    void in(String folder) {
        Map<String, String> others = new HashMap<>(variables);
        others.remove("PWD");
        if (!folder.isEmpty()) {
            others.put("PWD", folder);
        }
        variables = others;
    }

    Map<String, String> variables() {
        return variables;
    }

    PastedPlan plan() {
        return new PastedPlan(mappings, notTaken, warnings, rest);
    }

    /** How many mappings there are so far. */
    int count() {
        return mappings.size();
    }

    void notTaken(String what, Why why) {
        notTaken.add(new NotTaken(what, why));
    }

    void rest(PastedRest other) {
        rest = other;
        other.hostOnly().forEach(option -> warnings.add(Message.of("paste.host-namespace", option)));
    }

    /** What no launch has a place for, and has nothing to do with mappings. */
    void left(NotTaken what) {
        rest = rest.with(what);
    }

    /** That the service that is wanted is there. */
    void foundService() {
        hasService = true;
    }

    /** @throws Trouble where a service is wanted, and there are none by names: it is a line, say */
    void mustHaveService() throws Trouble {
        if (!service.isEmpty() && !hasService) {
            throw new Trouble(TroubleKind.NO_SERVICES, service);
        }
    }

    private static boolean isPath(String host) {
        return host.startsWith("/") && !MOUNTED.matcher(host).find();
    }

    /** Which service of a compose file is wanted; empty for the first that fits. */
    String service() {
        return service;
    }

    /** A value of -v: HOST:CONTAINER[:OPTIONS]. */
    void volume(String text) {
        String[] parts = text.split(":", -1);
        String host = parts.length < 2 ? "" : absolute(parts[0]);
        if (parts.length < 2 || parts.length > 3 || !isPath(host)) {
            notTaken("-v " + text, parts.length < 2 ? Why.NO_HOST : whyNoHost(host, text, parts.length > 3));
            return;
        }
        List<String> options = parts.length == 3 ? List.of(parts[2].split(",")) : List.of();
        mappings.add(new Mapping(host, parts[1], options.contains("ro")));
        String left =
                options.stream().filter(o -> !o.equals("ro") && !o.equals("rw")).collect(joining(","));
        if (!left.isEmpty()) {
            notTaken(":" + left + " (-v " + text + ")", Why.READ_ONLY_ALONE);
        }
    }

    /** A value of --mount: comma-separated values, quoted as in RFC 4180. */
    void mount(String text) {
        String type = "volume";
        String source = "";
        String target = "";
        boolean readOnly = false;
        List<String> left = new ArrayList<>();
        for (String field : fields(text)) {
            int equals = field.indexOf('=');
            String key =
                    (equals < 0 ? field : field.substring(0, equals)).strip().toLowerCase(java.util.Locale.ROOT);
            String value = equals < 0 ? "true" : field.substring(equals + 1);
            switch (key) {
                case "type" -> type = value;
                case "src", "source" -> source = value;
                case "dst", "destination", "target" -> target = value;
                case "ro", "readonly" -> readOnly = isYes(value);
                case "consistency" -> {} // only Docker Desktop knows it
                default -> left.add(field.strip());
            }
        }
        if (!mount(type, source, target, readOnly)) {
            notTaken("--mount " + text, whyNoMount(type, source, target));
        } else if (!left.isEmpty()) {
            notTaken(String.join(",", left) + " (--mount " + text + ")", Why.READ_ONLY_ALONE);
        }
    }

    /**
     * The same, already in parts.
     *
     * @param whole whether the parts are all there is to it
     * @param shown how to name it where it cannot be taken over
     */
    void mount(String type, String source, String target, boolean readOnly, boolean whole, String shown) {
        if (!mount(type, source, target, readOnly)) {
            notTaken(shown, whyNoMount(type, source, target));
        } else if (!whole) {
            notTaken(shown, Why.READ_ONLY_ALONE);
        }
    }

    /** Whether it is one that a mapping can be. */
    private boolean mount(String type, String source, String target, boolean readOnly) {
        String host = absolute(source);
        boolean can = type.equals("bind") && isPath(host) && !target.isEmpty();
        if (can) {
            mappings.add(new Mapping(host, target, readOnly));
        }
        return can;
    }

    /**
     * Docker's client and Compose read a path that begins with a dot from the current folder, and Compose ~ as home.
     */
    private String absolute(String path) {
        String here = variables.get("PWD");
        String home = variables.get("HOME");
        if (here != null
                && (path.equals(".") || path.equals("..") || path.startsWith("./") || path.startsWith("../"))) {
            return Paths.clean(here + "/" + path);
        }
        return home != null && (path.equals("~") || path.startsWith("~/")) ? home + path.substring(1) : path;
    }

    private Why whyNoMount(String type, String source, String target) {
        return !type.equals("bind")
                ? type.equals("volume") && !source.isEmpty() ? Why.VOLUME : Why.NO_FOLDER
                : target.isEmpty() ? Why.FORM : whyNoHost(absolute(source), source, false);
    }

    /** @param whole the value it stands in, of which Windows' own colon makes a part more */
    private static Why whyNoHost(String host, String whole, boolean tooMany) {
        if (WINDOWS.matcher(whole).find() || MOUNTED.matcher(host).find()) {
            return Why.WINDOWS;
        }
        if (NAME.matcher(host).matches()) {
            return tooMany ? Why.FORM : Why.VOLUME;
        }
        return host.isEmpty() ? Why.NO_HOST : RELATIVE.matcher(host).find() ? Why.FOLDER_UNKNOWN : Why.NO_PATH;
    }

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
