package org.maxdock.image.identity;

import java.util.List;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Valid;

/**
 * An image that another was built from, as it was then.
 *
 * @param reference as the Dockerfile names it
 * @param id the engine's image ID
 * @param repoDigests {@code repository@sha256:…}
 */
public record Base(String reference, String id, List<String> repoDigests) {

    /** @throws InvalidValue where one is no line */
    public Base {
        reference = Valid.line("base", reference, Valid.LONG);
        id = Valid.line("id", id, Valid.LONG);
        repoDigests = Valid.list("repoDigests", repoDigests, Valid.LONG);
        repoDigests.forEach(d -> Valid.line("repoDigests", d, Valid.LONG));
    }
}
