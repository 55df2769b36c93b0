package org.maxdock.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.IoReason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Valid;

/**
 * A secret that a step of a build may read, as docker's {@code --secret} has it
 * (docs.docker.com/reference/cli/docker/buildx/build, --secret): it is in no layer and no history. Its value is read on
 * this machine when the build begins, and is never kept.
 *
 * @param id by which the Dockerfile names it
 * @param file that holds it; empty where a variable does
 * @param variable of this machine's environment that holds it; empty where a file does
 */
public record BuildSecret(String id, Optional<Path> file, Optional<String> variable) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");
    private static final String OPTION = "--secret";

    /** Linux takes 128 kB for a variable of a program. */
    private static final int MOST = 100_000;

    /** @throws InvalidValue where the name is none, or there is not exactly one source */
    public BuildSecret {
        Valid.matching(OPTION, id, ID, Valid.LONG);
        file = Valid.optional(file);
        variable = Valid.optional(variable);
        if (file.isPresent() == variable.isPresent()) {
            throw new InvalidValue(TroubleKind.BAD_BUILD_SECRET, id);
        }
    }

    /**
     * As docker takes it: {@code id=NAME,src=FILE} or {@code id=NAME,env=VARIABLE}; where it names no source, the
     * variable, or else the file, of the same name.
     *
     * @throws InvalidValue where it is none
     */
    public static BuildSecret of(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : text.split(",", -1)) {
            int equals = field.indexOf('=');
            String name = equals < 0 ? field : field.substring(0, equals);
            fields.put(name.equals("source") ? "src" : name, equals < 0 ? "" : field.substring(equals + 1));
        }
        String type = fields.getOrDefault("type", "");
        boolean known = fields.keySet().stream().allMatch(n -> n.matches("id|src|env|type"))
                && type.matches("file|env|")
                && !(type.equals("file") && fields.containsKey("env"));
        if (!known || fields.getOrDefault("src", "-").isEmpty()) {
            throw new InvalidValue(TroubleKind.BAD_BUILD_SECRET, Valid.shown(text));
        }
        try {
            return of(fields.getOrDefault("id", ""), type, fields.get("src"), fields.get("env"));
        } catch (InvalidPathException e) {
            throw new InvalidValue(TroubleKind.BAD_BUILD_SECRET, Valid.shown(text));
        }
    }

    private static BuildSecret of(String id, String type, String source, String variable) {
        if (type.equals("env") && variable == null) {
            return new BuildSecret(id, Optional.empty(), Optional.of(source == null ? id : source));
        }
        boolean named = source != null || variable != null;
        boolean ofVariable = !named && type.isEmpty() && System.getenv(id) != null;
        return new BuildSecret(
                id,
                Optional.ofNullable(named || ofVariable ? source : id).map(Path::of),
                Optional.ofNullable(ofVariable ? id : variable));
    }

    /** As {@link #of} takes it. */
    public String text() {
        return "id=" + id + file.map(f -> ",src=" + f).orElse("")
                + variable.map(v -> ",env=" + v).orElse("");
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MOST + 1);
        }
    }

    /** What is secret. */
    byte[] value() throws Trouble {
        byte[] value;
        try {
            value = file.isPresent()
                    ? start(file.get())
                    : Optional.ofNullable(System.getenv(variable.orElseThrow()))
                            .orElseThrow(() -> new Trouble(TroubleKind.NO_SUCH_VARIABLE, variable.orElseThrow()))
                            .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.FILE_UNREADABLE, file.orElseThrow(), IoReason.of(e));
        }
        if (value.length > MOST) {
            throw new Trouble(TroubleKind.VALUE_TOO_LONG, OPTION + " " + id, value.length, MOST);
        }
        for (byte b : value) {
            if (b == 0) {
                throw new Trouble(TroubleKind.SECRET_WITH_NUL, id);
            }
        }
        return value;
    }
}
