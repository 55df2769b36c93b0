package org.maxdock.store;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.maxdock.text.IoReason;
import org.maxdock.text.Reason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Unreadable;

/** Why a document, or an entry of it, is not what it should be: on one line, without the program's own names. */
final class JsonReason {

    private static final int LONGEST = 200;
    private static final int MOST_READ = 2000;

    /** Of a whole document. */
    static final Reason NO_OBJECT = Reason.of("reason.document.no-object", "it does not hold a JSON object");

    static final Reason NO_LIST = Reason.of("reason.document.no-list", "it does not hold a list");

    /** As the parser says that a name is given twice. */
    private static final Pattern TWICE = Pattern.compile("(?s)Duplicate field '(.*)'");

    private JsonReason() {}

    static Reason noObject(String place) {
        return Reason.of("reason.no-object", place + ": it is no JSON object", place);
    }

    static Reason noList(String place) {
        return Reason.of("reason.no-list", place + ": it is no list", place);
    }

    static Reason noText(String place) {
        return Reason.of("reason.no-text", place + ": it is no text", place);
    }

    /** For an argument of a trouble: what a type has against a value, in its own sentence, or else one line. */
    static Object of(Exception e) {
        return IoReason.orValue(e) instanceof Trouble invalid ? invalid : line("", e);
    }

    /** The same for an entry of a document, which is named. */
    static Object in(String entry, Exception e) {
        return of(e) instanceof Trouble invalid
                ? new Trouble(TroubleKind.ENTRY_INVALID, entry, invalid)
                : line(entry + ": ", e);
    }

    /** @param before what the document is part of */
    private static Object line(String before, Exception e) {
        return switch (e) {
            case StreamConstraintsException most
            when before.isEmpty() ->
                most.getOriginalMessage().contains("nesting depth")
                        ? Reason.of("reason.too-deep", "it is nested too deeply")
                        : Reason.of("reason.too-large", "it is larger, or nested deeper, than any honest one");
            case MismatchedInputException shape
            when !shape.getPath().isEmpty() && shape.getTargetType() != null ->
                shape(before + field(shape).replaceFirst(": $", ""), shape.getTargetType());
            case MismatchedInputException more
            when before.isEmpty()
                    && more.getLocation() != null
                    && more.getOriginalMessage().startsWith("Trailing token") -> noJson(more);
            case JsonMappingException mapping ->
                ofValue(before + (mapping.getPath().isEmpty() ? place(mapping) : field(mapping)), mapping);
            case JsonProcessingException twice
            when TWICE.matcher(String.valueOf(twice.getOriginalMessage())).matches() -> twice(before, twice);
            case JsonParseException syntax when before.isEmpty() && syntax.getLocation() != null -> noJson(syntax);
            case JsonProcessingException other ->
                unfit(before + place(other), shown(String.valueOf(other.getOriginalMessage())));
            case Unreadable known when before.isEmpty() -> known.reason();
            default -> before + shown(IoReason.of(e).toString());
        };
    }

    private static Reason noJson(JsonProcessingException e) {
        return Reason.of(
                "reason.no-json",
                place(e) + "it is not as JSON is written",
                e.getLocation().getLineNr(),
                e.getLocation().getColumnNr());
    }

    private static Reason twice(String before, JsonProcessingException e) {
        Matcher twice = TWICE.matcher(e.getOriginalMessage());
        String name = before + (twice.matches() ? shown(twice.group(1)) : "");
        return Reason.of("reason.twice", before + place(e) + shown(e.getOriginalMessage()), name);
    }

    /** @param place and a colon; empty where it is not known */
    private static Reason ofValue(String place, JsonMappingException e) {
        return e.getCause() instanceof NullPointerException && !place.isEmpty()
                ? Reason.of("reason.no-field", place + "a field that it needs is not there", bare(place))
                : unfit(place, shown(cause(e)));
    }

    private static Reason unfit(String place, String plain) {
        return place.isEmpty()
                ? Reason.of(Unreadable.FORM.key(), plain)
                : Reason.of("reason.unfit", place + plain, bare(place));
    }

    private static String bare(String place) {
        return place.replaceFirst(": $", "");
    }

    /** That a value is not of the form that its field has. */
    private static Reason shape(String place, Class<?> wanted) {
        if (Collection.class.isAssignableFrom(wanted)) {
            return noList(place);
        }
        if (wanted == boolean.class || wanted == Boolean.class) {
            return Reason.of("reason.no-truth", place + ": it is neither true nor false", place);
        }
        if (wanted.isPrimitive() || Number.class.isAssignableFrom(wanted)) {
            return Reason.of("reason.no-number", place + ": it is no number of its range", place);
        }
        return wanted.isRecord() || Map.class.isAssignableFrom(wanted) ? noObject(place) : noText(place);
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
