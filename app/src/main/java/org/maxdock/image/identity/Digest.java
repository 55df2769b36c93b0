package org.maxdock.image.identity;

import java.util.Optional;
import java.util.regex.Pattern;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Valid;

/**
 * A digest as registries and engines write it: sha256: and 64, or sha512: and 128 hexadecimal digits (OCI image-spec).
 */
public record Digest(String text) {

    private static final Pattern GRAMMAR = Pattern.compile("sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128}");

    /** @throws InvalidValue where it is none */
    public Digest {
        if (text == null || !GRAMMAR.matcher(text).matches()) {
            throw new InvalidValue(TroubleKind.BAD_ARGUMENT, "digest", Valid.shown(text == null ? "" : text));
        }
    }

    /** What another machine calls a digest; empty where it is none. */
    public static Optional<Digest> read(String text) {
        return GRAMMAR.matcher(text).matches() ? Optional.of(new Digest(text)) : Optional.empty();
    }

    public String algorithm() {
        return text.substring(0, text.indexOf(':'));
    }

    public String hex() {
        return text.substring(text.indexOf(':') + 1);
    }

    @Override
    public String toString() {
        return text;
    }
}
