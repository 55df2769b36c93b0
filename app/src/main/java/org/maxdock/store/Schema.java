package org.maxdock.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.maxdock.text.Reason;

/** Which version of MaxDock's form a document is in: what a later one wrote is neither taken nor written over. */
enum Schema {
    KNOWN,
    LATER,
    NO_VERSION;

    /** The only one so far, and that of documents that name none. */
    static final int NOW = 1;

    static final Reason NO_VERSION_REASON = Reason.of("reason.no-version", "schema: it is no version");

    /** Lists name none. */
    static Schema of(Optional<JsonNode> document) {
        if (!(document.orElse(null) instanceof ObjectNode root)
                || root.path("schema").isMissingNode()) {
            return KNOWN;
        }
        JsonNode schema = root.path("schema");
        if (!schema.isIntegralNumber() || schema.bigIntegerValue().signum() <= 0) {
            return NO_VERSION;
        }
        return schema.canConvertToInt() && schema.asInt() <= NOW ? KNOWN : LATER;
    }
}
