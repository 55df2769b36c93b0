package org.maxdock.image.identity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maxdock.text.Message;
import org.maxdock.text.Texts;

/**
 * A difference of two images in the user's language. What images and archives say themselves stays as they say it;
 * programs read the terms of {@link Difference} itself.
 */
public final class DifferenceText {

    /** What has a name or number after it. */
    private static final List<String> NAMED = List.of("layer", "layer blob", "env", "label", "member", "link");

    private static final List<String> TERMS = longestFirst(
            "layer",
            "layer blob",
            "layer order",
            "entrypoint",
            "cmd",
            "env",
            "env order",
            "user",
            "workdir",
            "ports",
            "volumes",
            "healthcheck",
            "healthcheck times",
            "label",
            "onbuild",
            "shell",
            "stopsignal",
            "platform",
            "content",
            "registry digest",
            "config",
            "config size",
            "oci-layout",
            "manifest",
            "manifest size",
            "manifests",
            "archive",
            "path",
            "member",
            "link");

    private static final Pattern BLOB_SIZE = Pattern.compile("layer blob (\\d+) size");

    /** Words that stand where a value would, each for what is compared. */
    private static final List<String> FAULTS =
            List.of("content", "oci-layout", "manifest", "config", "layer blob", "layer", "archive", "member");

    private static final List<String> WORDS = List.of(
            "whole",
            "incomplete",
            "there",
            "missing",
            "damaged",
            "once",
            "more than once",
            "a file",
            "readable",
            "an image archive");

    /** What is asked of a path or a link, which themselves are the archive's words. */
    private static final Map<String, String> ASKED =
            Map.of("path", "inside the archive", "link", "to a file of the archive");

    private static final Map<String, Pattern> PHRASES = Map.of(
            "one-for", Pattern.compile("one for (.+)"),
            "several-for", Pattern.compile("(\\d+) for (.+)"),
            "neither", Pattern.compile("neither (\\S+) nor (\\S+)"),
            "type", Pattern.compile("type (.*)"));

    private final Texts texts;

    public DifferenceText(Texts texts) {
        this.texts = texts;
    }

    /** In what the images differ. */
    public String what(Difference difference) {
        return texts.get(named(difference));
    }

    /** The same, for a sentence that it is a part of. */
    public static Message named(Difference difference) {
        Matcher size = BLOB_SIZE.matcher(difference.what());
        if (size.matches()) {
            return Message.of("difference.layer-blob-size", size.group(1));
        }
        return term(difference.what())
                .map(term -> NAMED.contains(term)
                        ? Message.of(
                                "difference." + key(term),
                                difference.what().substring(term.length()).strip())
                        : Message.of("difference." + key(term)))
                .orElseGet(() -> Message.of("difference.as-said", difference.what()));
    }

    /** What was recorded, or what a whole archive would have. */
    public String recorded(Difference difference) {
        String asked = ASKED.get(term(difference.what()).orElse(""));
        return difference.recorded().equals(asked)
                ? texts.get(word(asked))
                : value(difference.what(), difference.recorded());
    }

    /** What is there. */
    public String here(Difference difference) {
        return value(difference.what(), difference.here());
    }

    private String value(String what, String value) {
        if (term(what).filter(FAULTS::contains).isEmpty()) {
            return value;
        }
        if (WORDS.contains(value)) {
            return texts.get(word(value));
        }
        return PHRASES.entrySet().stream()
                .map(phrase -> phrase(phrase.getKey(), phrase.getValue().matcher(value)))
                .flatMap(Optional::stream)
                .findFirst()
                .map(texts::get)
                .orElse(value);
    }

    private static Optional<Message> phrase(String key, Matcher found) {
        if (!found.matches()) {
            return Optional.empty();
        }
        Object[] said = new Object[found.groupCount()];
        Arrays.setAll(said, i -> found.group(i + 1));
        return Optional.of(Message.of("difference.is." + key, said));
    }

    private static Optional<String> term(String what) {
        return TERMS.stream()
                .filter(t -> what.equals(t) || NAMED.contains(t) && what.startsWith(t + " "))
                .findFirst();
    }

    private static String word(String words) {
        return "difference.is." + key(words);
    }

    private static String key(String words) {
        return words.replace(' ', '-');
    }

    private static List<String> longestFirst(String... terms) {
        return Arrays.stream(terms)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }
}
