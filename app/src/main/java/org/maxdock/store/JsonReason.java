package org.maxdock.store;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.stream.Collectors;
import org.maxdock.text.IoReason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Why a document, or an entry of it, is not what it should be: on one line, without the program's own names. */
final class JsonReason {

    private static final int LONGEST = 200;
    private static final int MOST_READ = 2000;

    private JsonReason() {}

    /** For an argument of a trouble: what a type has against a value, in its own sentence, or else one line. */
    static Object of(Exception e) {
        return IoReason.orValue(e) instanceof Trouble invalid ? invalid : line(e);
    }

    /** The same for an entry of a document, which is named. */
    static Object in(String entry, Exception e) {
        return of(e) instanceof Trouble invalid
                ? new Trouble(TroubleKind.ENTRY_INVALID, entry, invalid)
                : entry + ": " + line(e);
    }

    private static String line(Exception e) {
        return switch (e) {
            case JsonMappingException mapping ->
                (mapping.getPath().isEmpty() ? place(mapping) : field(mapping)) + shown(cause(mapping));
            case JsonProcessingException syntax -> place(syntax) + shown(syntax.getOriginalMessage());
            default -> shown(IoReason.of(e));
        };
    }

    /** The field, such as resources.nodes. */
    private static String field(JsonMappingException e) {
        String path = e.getPath().stream()
                .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : "." + r.getFieldName())
                .collect(Collectors.joining());
        return path.replaceFirst("^\\.", "") + ": ";
    }

    /** What a record's constructor said, where it was that. */
    private static String cause(JsonMappingException e) {
        return switch (e.getCause()) {
            case NullPointerException missing -> "a field that it needs is not there";
            case RuntimeException refused -> String.valueOf(refused.getMessage());
            case null, default -> e.getOriginalMessage();
        };
    }

    private static String place(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return at == null || at.getLineNr() < 1 ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
    }

    private static String shown(String reason) {
        String start = reason.substring(0, Math.min(MOST_READ, reason.length()));
        String line = start.lines()
                .findFirst()
                .orElse("")
                .replaceFirst(" ?\\[Source: .*", "")
                .replaceFirst(" \\((of type|bound as|through reference chain).*", "")
                .replaceAll("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])", "")
                .replaceAll("\\p{Cntrl}", "?");
        return line.substring(0, Math.min(LONGEST, line.length()));
    }
}
