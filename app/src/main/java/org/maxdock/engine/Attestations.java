package org.maxdock.engine;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Valid;

/**
 * What BuildKit adds to an image about how it was built (docs.docker.com/build/metadata/attestations). With any of it
 * the image is no longer one manifest, so there is none unless it is asked for.
 *
 * @param provenance how it was built, as {@code true}, {@code mode=max}; empty for none
 * @param sbom what is in it, as {@code true}, {@code generator=IMAGE}; empty for none
 */
public record Attestations(String provenance, String sbom) {

    public static final Attestations NONE = new Attestations("", "");

    private static final String PROVENANCE = "--provenance";
    private static final String SBOM = "--sbom";
    private static final Pattern VALUE = Pattern.compile("true|(?:[a-z][a-z-]*=[^\\p{Cntrl} ,]+(?:,(?!$)|$))+");

    /** @throws InvalidValue where a value is none that docker takes */
    public Attestations {
        provenance = asked(PROVENANCE, provenance);
        sbom = asked(SBOM, sbom);
    }

    private static String asked(String option, String value) {
        return value == null || value.isEmpty() || value.equals("false")
                ? ""
                : Valid.matching(option, value, VALUE, Valid.LONG);
    }

    /** The first option that is used, which only docker's newer client knows, the plugin buildx; empty for none. */
    String needsBuildx() {
        return words().stream()
                .findFirst()
                .map(word -> word.substring(0, word.indexOf('=')))
                .orElse("");
    }

    /** The words that docker takes for them. */
    List<String> words() {
        return Stream.of(PROVENANCE + "=" + provenance, SBOM + "=" + sbom)
                .filter(word -> !word.endsWith("="))
                .toList();
    }
}
