package org.maxdock.store;

import com.fasterxml.jackson.databind.util.StdConverter;
import org.maxdock.launch.KindFields;
import org.maxdock.launch.LaunchKind;

/** A kind of launch as files hold it: its name and all fields; one that is absent is 0 or empty. */
record KindJson(LaunchKind.Name kind, int port, int ranks, String array, String network, String cluster) {

    /** To write one. */
    static final class Writer extends StdConverter<LaunchKind, KindJson> {
        @Override
        public KindJson convert(LaunchKind kind) {
            KindFields fields = KindFields.of(kind);
            return new KindJson(
                    kind.name(), fields.port(), fields.ranks(), fields.array(), fields.network(), fields.cluster());
        }
    }

    /** To read one; what belongs to another kind has no meaning, and is left out. */
    static final class Reader extends StdConverter<KindJson, LaunchKind> {
        @Override
        public LaunchKind convert(KindJson json) {
            return new KindFields(json.port(), json.ranks(), json.array(), json.network(), json.cluster())
                    .of(json.kind() == null ? LaunchKind.Name.SHELL : json.kind());
        }
    }
}
