package org.maxdock.image.identity;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.maxdock.engine.RunConfiguration;
import org.maxdock.text.Reason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Unreadable;

/**
 * An identity as lines that `docker image inspect` can print and plain bash can compare: a kind, the length in bytes,
 * the value. The length makes it unambiguous whatever the value holds, line breaks included.
 */
public final class IdentityText {

    /**
     * The Go template that prints an image's {@link #content}, to be given to {@code docker image inspect --format}.
     */
    public static final String FORMAT = """
            {{range .RootFS.Layers}}layer {{.}}
            {{end}}{{range .Config.Entrypoint}}entrypoint {{len .}} {{.}}
            {{end}}{{range .Config.Cmd}}cmd {{len .}} {{.}}
            {{end}}{{range .Config.Env}}env {{len .}} {{.}}
            {{end}}{{range $k, $v := .Config.ExposedPorts}}port {{len $k}} {{$k}}
            {{end}}{{range $k, $v := .Config.Volumes}}volume {{len $k}} {{$k}}
            {{end}}{{range $k, $v := .Config.Labels}}label {{len $k}} {{len $v}} {{$k}}={{$v}}
            {{end}}{{with .Config.Healthcheck}}{{range .Test}}health {{len .}} {{.}}
            {{end}}{{printf "healthtimes %d %d %d %d" .Interval .Timeout .StartPeriod .Retries}}
            {{end}}{{range .Config.OnBuild}}onbuild {{len .}} {{.}}
            {{end}}{{range .Config.Shell}}shell {{len .}} {{.}}
            {{end}}user {{len .Config.User}} {{.Config.User}}
            workdir {{len .Config.WorkingDir}} {{.Config.WorkingDir}}
            stopsignal {{len .Config.StopSignal}} {{.Config.StopSignal}}
            platform {{.Os}}/{{.Architecture}}{{with .Variant}}/{{.}}{{end}}""";

    /**
     * The same with the names before it: its ID and its repo digests. (.ID, not .Id: with .Id docker falls back to the
     * raw JSON, where empty fields are missing.)
     */
    public static final String FULL_FORMAT = "id {{.ID}}\n{{range .RepoDigests}}digest {{.}}\n{{end}}" + FORMAT;

    private IdentityText() {}

    /** Layers, run configuration and platform; names are no part of it. */
    public static String content(Identity identity) {
        StringBuilder text = new StringBuilder();
        RunConfiguration run = identity.run();
        identity.layers().forEach(l -> text.append("layer ").append(l).append('\n'));
        lines(text, "entrypoint", run.entrypoint());
        lines(text, "cmd", run.command());
        lines(text, "env", run.environment());
        lines(text, "port", run.ports());
        lines(text, "volume", run.volumes());
        sorted(run.labels())
                .forEach((k, v) -> text.append("label ")
                        .append(bytes(k))
                        .append(' ')
                        .append(bytes(v))
                        .append(' ')
                        .append(k)
                        .append('=')
                        .append(v)
                        .append('\n'));
        lines(text, "health", run.healthcheck());
        if (!run.healthTimes().isEmpty()) {
            text.append("healthtimes ")
                    .append(run.healthTimes().stream().map(String::valueOf).collect(Collectors.joining(" ")))
                    .append('\n');
        }
        lines(text, "onbuild", run.onBuild());
        lines(text, "shell", run.shell());
        lines(text, "user", List.of(run.user()));
        lines(text, "workdir", List.of(run.workingDirectory()));
        lines(text, "stopsignal", List.of(run.stopSignal()));
        return text.append("platform ").append(identity.platform()).toString();
    }

    private static void lines(StringBuilder text, String kind, List<String> values) {
        values.forEach(v -> text.append(kind)
                .append(' ')
                .append(bytes(v))
                .append(' ')
                .append(v)
                .append('\n'));
    }

    private static int bytes(String value) {
        return value.getBytes(StandardCharsets.UTF_8).length;
    }

    /** In the order of Go's templates: by bytes, not by UTF-16 units. */
    private static Map<String, String> sorted(Map<String, String> labels) {
        Map<String, String> sorted = new TreeMap<>((a, b) ->
                Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8)));
        sorted.putAll(labels);
        return sorted;
    }

    /**
     * One digest for all of it: SHA-256 of what {@link #FORMAT} prints, its last line break included, in hexadecimal.
     */
    public static String digest(Identity identity) {
        return Sha256.of((content(identity) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Reads what {@link #FULL_FORMAT} printed. */
    public static Identity parse(byte[] printed) throws Trouble {
        return new Reader(printed, 0).read();
    }

    /** Reads what {@link #FULL_FORMAT} printed of several images, one after the other. */
    public static List<Identity> parseAll(byte[] printed) throws Trouble {
        List<Identity> all = new ArrayList<>();
        for (int at = 0; at < printed.length && !isBlank(printed, at); ) {
            Reader reader = new Reader(printed, at);
            all.add(reader.read());
            at = reader.at;
        }
        return all;
    }

    private static boolean isBlank(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (!Character.isWhitespace(bytes[i])) {
                return false;
            }
        }
        return true;
    }

    private static final class Reader {

        private final byte[] bytes;
        private int at;
        private String id = "";
        private String user = "";
        private String directory = "";
        private String platform = "";
        private String stopSignal = "";
        private List<Long> healthTimes = List.of();
        private final Map<String, List<String>> lists = new TreeMap<>();
        private final Map<String, String> labels = new TreeMap<>();

        Reader(byte[] bytes, int at) {
            this.bytes = bytes;
            this.at = at;
        }

        Identity read() throws Trouble {
            try {
                while (at < bytes.length && platform.isEmpty()) {
                    line();
                }
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw new Trouble(e, TroubleKind.IDENTITY_UNREADABLE, Unreadable.FORM);
            }
            if (platform.isEmpty()) {
                throw new Trouble(TroubleKind.IDENTITY_UNREADABLE, Reason.of("reason.ends-early", "it ends early"));
            }
            return new Identity(
                    Identity.repoDigests(list("digest")),
                    id,
                    "",
                    "",
                    list("layer"),
                    new RunConfiguration(
                            list("entrypoint"),
                            list("cmd"),
                            list("env"),
                            user,
                            directory,
                            list("port"),
                            list("volume"),
                            list("health"),
                            labels,
                            healthTimes,
                            list("onbuild"),
                            list("shell"),
                            stopSignal),
                    platform);
        }

        private List<String> list(String kind) {
            return lists.getOrDefault(kind, List.of());
        }

        private void line() {
            String kind = upTo(' ');
            switch (kind) {
                case "id" -> id = upTo('\n');
                case "platform" -> platform = rest();
                case "layer", "digest" -> add(kind, upTo('\n'));
                case "user" -> user = counted();
                case "workdir" -> directory = counted();
                case "stopsignal" -> stopSignal = counted();
                case "healthtimes" ->
                    healthTimes = Arrays.stream(upTo('\n').split(" "))
                            .map(Long::valueOf)
                            .toList();
                case "label" -> {
                    int key = Integer.parseInt(upTo(' '));
                    int value = Integer.parseInt(upTo(' '));
                    String name = take(key);
                    expect('=');
                    labels.put(name, take(value));
                    expect('\n');
                }
                case "entrypoint", "cmd", "env", "port", "volume", "health", "onbuild", "shell" -> add(kind, counted());
                default -> throw new IllegalArgumentException(kind);
            }
        }

        private void add(String kind, String value) {
            lists.computeIfAbsent(kind, k -> new ArrayList<>()).add(value);
        }

        private String counted() {
            String value = take(Integer.parseInt(upTo(' ')));
            expect('\n');
            return value;
        }

        private String take(int length) {
            String value = new String(bytes, at, length, StandardCharsets.UTF_8);
            at += length;
            return value;
        }

        private void expect(char c) {
            if (bytes[at++] != c) {
                throw new IllegalArgumentException("byte " + (at - 1));
            }
        }

        private String upTo(char end) {
            int start = at;
            while (bytes[at] != end) {
                at++;
            }
            return new String(bytes, start, at++ - start, StandardCharsets.UTF_8);
        }

        private String rest() {
            int start = at;
            while (at < bytes.length && bytes[at] != '\n') {
                at++;
            }
            return new String(bytes, start, at++ - start, StandardCharsets.UTF_8).strip();
        }
    }
}
