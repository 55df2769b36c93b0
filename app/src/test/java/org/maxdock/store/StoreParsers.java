package org.maxdock.store;

import java.util.List;
import org.maxdock.fuzz.Fuzzed;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.launch.Launch;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Untrusted;

/** The readers of this room that get what others wrote. */
public final class StoreParsers {

    private static final String RECORD =
            "{\"reference\":\"a:1\",\"identity\":{\"repoDigests\":[],\"id\":\"sha256:1\",\"config\":\"\","
                    + "\"manifest\":\"\",\"layers\":[\"sha256:2\"],\"run\":{\"entrypoint\":[\"sh\"]},\"platfor"
                    + "m\":\"linux/amd64\"},"
                    + "\"recordedAt\":\"2026-01-01T00:00:00Z\",\"recordedOn\":\"h\",\"recordedBy\":\"u\",\"his"
                    + "tory\":[]}";
    private static final String LAUNCH =
            "{\"name\":\"l\",\"image\":\"a:1\",\"mappings\":[{\"host\":\"/a\",\"container\":\"/b\","
                    + "\"readOnly\":true}],\"mode\":\"me\",\"resources\":{\"partition\":\"p\",\"nodes\":2,\"ti"
                    + "me\":\"1:00\"},\"command\":[\"x\"]}";

    private StoreParsers() {}

    public static List<Fuzzed> all() {
        Json json = new Json();
        Untrusted file = Untrusted.of(Untrusted.LARGE, TroubleKind.PROJECT_UNREADABLE, "maxdock.json");
        return List.of(
                Fuzzed.bytes(
                        "a record of an image",
                        bytes -> file.bytes(bytes, b -> json.mapper().treeToValue(json.parse(b), ImageRecord.class)),
                        RECORD),
                Fuzzed.bytes(
                        "a kept launch",
                        bytes -> file.bytes(bytes, b -> json.mapper().treeToValue(json.parse(b), Launch.class)),
                        LAUNCH));
    }
}
