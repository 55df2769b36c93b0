package org.maxdock.mount;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Valid;

/**
 * One host path that is seen at a container path. Whether Docker will take them is for the check to say; here they are
 * texts that a command line can carry.
 */
public record Mapping(String host, String container, boolean readOnly) {

    /** @throws InvalidValue where a path is absent, holds a NUL, or is longer than any can be */
    public Mapping {
        host = Valid.text("host", Valid.present("host", host), Valid.LONG);
        container = Valid.text("container", Valid.present("container", container), Valid.LONG);
    }

    /** Options of a bind mount that docker knows beside these two (docker run, --volume). */
    private static final Set<String> OTHER_OPTIONS = Set.of(
            "z",
            "Z",
            "shared",
            "rshared",
            "slave",
            "rslave",
            "private",
            "rprivate",
            "cached",
            "consistent",
            "delegated",
            "nocopy");

    /** A path of the container is before the last colon, and no path after it. */
    private static final Pattern HAS_OPTIONS = Pattern.compile("(?s).+:/.*:[^/:]*");

    /**
     * The same, of what is to be mapped: docker takes no path for a folder that is not absolute, and nothing in the
     * place of the container's / (docker run, --volume).
     */
    public static Mapping whole(String text) throws Trouble {
        Mapping mapping = parse(text);
        boolean absolute = mapping.host().startsWith("/") && mapping.container().startsWith("/");
        if (!absolute || Paths.clean(mapping.container()).equals("/")) {
            throw new Trouble(TroubleKind.BAD_MAPPING, text);
        }
        return mapping;
    }

    /**
     * Reads the form of `docker run -v`: {@code HOST:CONTAINER[:ro|:rw]}. Of several colons the last one before a slash
     * parts the two, so that a host path that holds a colon is seen for what it is. What has no slash after
     * {@code HOST:/PATH:} are options, and none of a path.
     */
    public static Mapping parse(String text) throws Trouble {
        String rest = text;
        List<String> options = List.of(text.substring(text.lastIndexOf(':') + 1).split(",", -1));
        Optional<String> other =
                options.stream().filter(OTHER_OPTIONS::contains).findFirst();
        if (other.isPresent() && text.lastIndexOf(':') > text.lastIndexOf('/')) {
            throw new Trouble(TroubleKind.MAPPING_OPTION, text, other.get());
        }
        boolean known = options.stream().allMatch(o -> o.equals("ro") || o.equals("rw"));
        boolean readOnly = known && options.contains("ro");
        if (readOnly && options.contains("rw")
                || !known && HAS_OPTIONS.matcher(text).matches()) {
            throw new Trouble(TroubleKind.BAD_MAPPING, text);
        }
        if (known) {
            rest = rest.substring(0, Math.max(0, rest.lastIndexOf(':')));
        }
        int at = rest.lastIndexOf(":/");
        if (at < 0) {
            at = rest.indexOf(':');
        }
        if (at <= 0 || at == rest.length() - 1) {
            throw new Trouble(TroubleKind.BAD_MAPPING, text);
        }
        return new Mapping(rest.substring(0, at), rest.substring(at + 1), readOnly);
    }

    /** As `docker run -v` takes it. */
    public String volume() {
        return host + ":" + container + (readOnly ? ":ro" : "");
    }

    /** As `docker run --mount` takes it: comma-separated values, quoted as in RFC 4180. */
    public String mount() {
        return "type=bind," + field("src=" + host) + "," + field("dst=" + container) + (readOnly ? ",readonly" : "");
    }

    private static String field(String field) {
        return field.matches("[^,\"\\n\\r]*") ? field : "\"" + field.replace("\"", "\"\"") + "\"";
    }
}
