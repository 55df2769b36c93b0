package org.maxdock.paste;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.maxdock.host.shell.Shell;
import org.maxdock.host.shell.ShellWords;
import org.maxdock.paste.NotTaken.Why;
import org.maxdock.text.Trouble;

/**
 * Units of systemd that start a container: a service by its ExecStart= (systemd.service(5)), a container of Podman's by
 * its own keys (podman-systemd.unit(5)).
 */
final class PastedUnit {

    private static final Pattern SECTION = Pattern.compile("^\\s*\\[([A-Za-z-]+)\\]\\s*$");
    private static final Pattern HOLDS = Pattern.compile("(?m)^\\s*\\[(?:Container|Service)\\]\\s*$");
    private static final Pattern ENTRY = Pattern.compile("(?s)^\\s*([A-Z][A-Za-z0-9]*)\\s*=\\s*(.*)$");
    private static final Pattern EXEC = Pattern.compile("^\\s*Exec[A-Z]\\w*\\s*=");
    private static final Pattern IN_SHELL =
            Pattern.compile("^\\s*ExecStart\\s*=.*\\b(?:docker|podman|nerdctl)\\s.*\\b(?:run|create)\\b");
    /** Signs ahead of a program that say how it is started (systemd.service(5), Command lines). */
    private static final Pattern SIGNS = Pattern.compile("^[-@:+!|]+");

    private static final Pattern SPECIFIER = Pattern.compile("%([A-Za-z%])");
    /** What they stand for is the unit itself, and of the host where it runs. */
    private static final Set<String> ITSELF = Set.of("n", "N", "p", "P", "t");

    /** A unit of its own. */
    private static final Pattern OTHER_UNIT = Pattern.compile("\\.(?:image|build|network|pod)$");

    private static final String CONTAINER = "Container";
    /** What a shell would not take as a character, outside of quotes. */
    private static final String FOR_SHELLS = "&;|<>()`#*?[";

    private static final Map<String, String> OPTIONS = Map.ofEntries(
            Map.entry("AddCapability", "cap-add"),
            Map.entry("AddDevice", "device"),
            Map.entry("AddHost", "add-host"),
            Map.entry("ContainerName", "name"),
            Map.entry("DNS", "dns"),
            Map.entry("DNSOption", "dns-option"),
            Map.entry("DNSSearch", "dns-search"),
            Map.entry("DropCapability", "cap-drop"),
            Map.entry("Entrypoint", "entrypoint"),
            Map.entry("Environment", "env"),
            Map.entry("EnvironmentFile", "env-file"),
            Map.entry("ExposeHostPort", "expose"),
            Map.entry("Group", "group-add"),
            Map.entry("GroupAdd", "group-add"),
            Map.entry("HostName", "hostname"),
            Map.entry("Label", "label"),
            Map.entry("Memory", "memory"),
            Map.entry("Mount", "mount"),
            Map.entry("Network", "network"),
            Map.entry("PidsLimit", "pids-limit"),
            Map.entry("PublishPort", "publish"),
            Map.entry("Pull", "pull"),
            Map.entry("Secret", "secret"),
            Map.entry("ShmSize", "shm-size"),
            Map.entry("StopSignal", "stop-signal"),
            Map.entry("StopTimeout", "stop-timeout"),
            Map.entry("Sysctl", "sysctl"),
            Map.entry("Timezone", "tz"),
            Map.entry("Tmpfs", "tmpfs"),
            Map.entry("Ulimit", "ulimit"),
            Map.entry("User", "user"),
            Map.entry("UserNS", "userns"),
            Map.entry("Volume", "volume"),
            Map.entry("WorkingDir", "workdir"));

    /** Of these the ones with several values in a line. */
    private static final Set<String> SEVERAL = Set.of("AddCapability", "DropCapability", "Environment", "Label");

    private static final Map<String, String> SWITCHES = Map.of(
            "NoNewPrivileges", "--security-opt=no-new-privileges",
            "ReadOnly", "--read-only",
            "RunInit", "--init");

    /** What says how systemd and Podman look after it. */
    private static final Set<String> MANAGED = Set.of("AutoUpdate", "Notify", "ServiceName");

    /** With one of these a further section of the same name is of another unit. */
    private static final Set<String> BEGINS = Set.of("Image", "ExecStart");

    private static final int MOST_TOLD = 100;

    /**
     * A line of a section.
     *
     * @param section its name, and which of that name it is, from 0
     * @param value with lines that go on joined
     */
    private record Entry(String section, int number, String key, String value) {}

    private final PastedMappings found;
    private final List<Entry> entries;
    private final List<NotTaken> others;
    private final Set<String> unknown = new LinkedHashSet<>();

    /** @param section what starts the container: the first of that name, and others that go on with it */
    private PastedUnit(List<Entry> all, String section, PastedMappings found) {
        this.found = found;
        List<Entry> own =
                all.stream().filter(entry -> entry.section().equals(section)).toList();
        List<Entry> begin = own.stream()
                .filter(entry -> entry.number() > 0 && BEGINS.contains(entry.key()))
                .toList();
        Set<Integer> others = begin.stream().map(Entry::number).collect(Collectors.toSet());
        this.entries =
                own.stream().filter(entry -> !others.contains(entry.number())).toList();
        this.others = begin.stream()
                .limit(MOST_TOLD)
                .map(entry -> NotTaken.of(entry.key(), entry.value(), Why.OTHER_RUN))
                .toList();
    }

    /** Whether a text is one; where a line before it runs something, that is what was meant. */
    static boolean is(String text) {
        return HOLDS.matcher(text).find()
                && text.lines()
                        .filter(line -> !JoinedLines.isComment(line) && CopiedText.isRun(line))
                        .findFirst()
                        .map(line -> EXEC.matcher(line).find())
                        .orElse(text.lines()
                                .anyMatch(line -> line.strip().equals("[Container]")
                                        || IN_SHELL.matcher(line).find()));
    }

    /** @throws Trouble where it starts no container */
    static void read(String text, PastedMappings found) throws Trouble {
        List<Entry> all = entries(text);
        if (all.stream().anyMatch(entry -> entry.section().equals(CONTAINER))) {
            PastedUnit unit = new PastedUnit(all, CONTAINER, found);
            unit.container();
            unit.tellOthers();
        } else {
            PastedUnit unit = new PastedUnit(all, "Service", found);
            unit.service();
            unit.tellOthers();
        }
    }

    private void tellOthers() {
        unknown.stream().limit(MOST_TOLD).forEach(what -> found.notTaken(what, Why.UNKNOWN));
        others.forEach(found::left);
    }

    private static List<Entry> entries(String text) {
        List<Entry> all = new ArrayList<>();
        Map<String, Integer> begun = new HashMap<>();
        String section = "";
        StringBuilder line = new StringBuilder();
        for (String next : text.lines().toList()) {
            boolean comment = next.strip().startsWith("#") || next.strip().startsWith(";");
            if (comment) {
                continue;
            }
            String end = next.stripTrailing();
            if (end.endsWith("\\")) {
                line.append(end, 0, end.length() - 1).append(' ');
                continue;
            }
            line.append(end);
            Matcher begins = SECTION.matcher(line.toString());
            Matcher entry = ENTRY.matcher(line.toString());
            if (begins.matches()) {
                section = begins.group(1);
                begun.merge(section, 0, (before, none) -> before + 1);
            } else if (entry.matches() && !section.isEmpty()) {
                all.add(new Entry(section, begun.get(section), entry.group(1), entry.group(2)));
            } else if (end.strip().startsWith("```")) {
                section = "";
            }
            line.setLength(0);
        }
        return all;
    }

    /** With what specifiers stand for, as far as that is known (systemd.unit(5), Specifiers). */
    private String specified(String value) {
        Matcher specifier = SPECIFIER.matcher(value);
        StringBuilder all = new StringBuilder();
        int end = 0;
        for (; specifier.find(); end = specifier.end()) {
            String name = specifier.group(1);
            String known = name.equals("%") ? "%" : found.variables().get(name.equals("h") ? "HOME" : "USER");
            boolean is = known != null && Set.of("%", "h", "u").contains(name);
            if (!is && !ITSELF.contains(name)) {
                unknown.add(specifier.group());
            }
            all.append(value, end, specifier.start()).append(is ? known : specifier.group());
        }
        return all.append(value.substring(end)).toString();
    }

    /** ExecStart= first, then what else starts a container. */
    private void service() throws Trouble {
        List<String> lines = new ArrayList<>();
        for (String value : of("Environment")) {
            lines.add("export " + forShell(value));
        }
        for (String value : of("WorkingDirectory")) { // with a dash it need not be there
            String folder = value.replaceFirst("^-", "");
            lines.add("cd " + (folder.equals("~") ? folder : Shell.quote(folder)));
        }
        for (String value : of("ExecStart")) {
            lines.add(forShell(SIGNS.matcher(value).replaceFirst("").replace("$$", "$")));
        }
        entries.stream()
                .filter(entry -> entry.key().startsWith("Exec") && !entry.key().equals("ExecStart"))
                .filter(entry -> CopiedText.isRun(entry.value()))
                .forEach(entry -> lines.add(
                        forShell(SIGNS.matcher(specified(entry.value())).replaceFirst(""))));
        PastedLine.read(String.join("\n", lines), found);
        of("EnvironmentFile").forEach(file -> found.left(NotTaken.of("EnvironmentFile", file, Why.ENV_FILE)));
    }

    private List<String> of(String key) {
        return entries.stream()
                .filter(entry -> entry.key().equals(key))
                .map(Entry::value)
                .filter(value -> !value.isBlank())
                .map(this::specified)
                .toList();
    }

    private void container() throws Trouble {
        List<String> options = new ArrayList<>();
        List<NotTaken> left = new ArrayList<>();
        String given = "";
        String image = "";
        String command = "";
        for (Entry written : entries) {
            if (written.value().isBlank()) {
                continue;
            }
            Entry entry = new Entry(CONTAINER, 0, written.key(), specified(written.value()));
            switch (entry.key()) {
                case "Image", "Network", "Pod" -> {
                    if (OTHER_UNIT.matcher(entry.value()).find()) {
                        left.add(NotTaken.of(entry.key(), entry.value(), Why.OTHER_FILE));
                    } else if (entry.key().equals("Image")) {
                        image = entry.value();
                    } else {
                        options.add(option(entry.key(), entry.value()));
                    }
                }
                case "Exec" -> command = forShell(entry.value());
                case "PodmanArgs" -> given += " " + forShell(entry.value());
                default -> options.addAll(options(entry, left));
            }
        }
        PastedLine.read(
                "podman run " + Shell.join(options) + given + " " + (image.isEmpty() ? "" : Shell.quote(image)) + " "
                        + command,
                found);
        left.forEach(found::left);
    }

    /**
     * Words that systemd reads are no shell's: what parts, redirects or names commands there is a character here, but
     * for a semicolon alone, which begins the next (systemd.service(5), Command lines).
     */
    private static String forShell(String value) {
        StringBuilder line = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean alone = c == ';' && isBlank(value, i - 1) && isBlank(value, i + 1);
            if (c == '\\' && i + 1 < value.length()) {
                line.append(c).append(value.charAt(++i));
                continue;
            }
            boolean literal = quote == 0 ? FOR_SHELLS.indexOf(c) >= 0 && !alone : quote == '"' && c == '`';
            line.append(literal ? "\\" : "").append(c);
            if (quote == 0 ? c == '"' || c == '\'' : c == quote) {
                quote = quote == 0 ? c : 0;
            }
        }
        return line.toString();
    }

    private static boolean isBlank(String value, int at) {
        return at < 0 || at >= value.length() || Character.isWhitespace(value.charAt(at));
    }

    private static List<String> options(Entry entry, List<NotTaken> left) {
        String key = entry.key();
        if (SWITCHES.containsKey(key)) {
            return PastedMappings.isYes(entry.value()) ? List.of(SWITCHES.get(key)) : List.of();
        }
        if (!OPTIONS.containsKey(key)) {
            if (!MANAGED.contains(key)) {
                left.add(NotTaken.of(key, entry.value(), Why.NO_PLACE));
            }
            return List.of();
        }
        List<String> values = SEVERAL.contains(key)
                ? ShellWords.read(forShell(entry.value()), Map.of()).words()
                : List.of(entry.value());
        return values.stream().map(value -> option(key, value)).toList();
    }

    private static String option(String key, String value) {
        return "--" + OPTIONS.getOrDefault(key, "pod") + "=" + value;
    }
}
