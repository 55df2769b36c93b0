package org.maxdock.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.maxdock.fuzz.Fuzzed;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.launch.Launch;
import org.maxdock.store.file.FileParsers;
import org.maxdock.text.Trouble;
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

    private static final String PROJECT = "{\"schema\":1,\"images\":[" + RECORD + "],\"mounts\":[{\"host\":\"/a\","
            + "\"container\":\"/b\",\"readOnly\":false}],\"plans\":[{\"name\":\"p\",\"mappings\":[]}],\"launches\":["
            + LAUNCH + "],\"builds\":[],\"signedBy\":[\"me@here\"],\"later\":{\"a\":[1e3]}}";

    private StoreParsers() {}

    /** As a page does that opens it: all that stands in it. */
    private static void read(Json json, byte[] bytes) throws Trouble {
        try {
            Path folder = Files.createTempDirectory("maxdock-fuzz");
            try {
                Files.write(folder.resolve(Project.FILE), bytes);
                new Project(folder, json).contents();
            } finally {
                Files.deleteIfExists(folder.resolve(Project.FILE));
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Fuzzed> all() {
        Json json = new Json();
        Untrusted file = Untrusted.of(Untrusted.LARGE, TroubleKind.PROJECT_UNREADABLE, "maxdock.json");
        return List.of(
                FileParsers.text(),
                Fuzzed.bytes(
                        "a record of an image",
                        bytes -> file.bytes(bytes, b -> json.mapper().treeToValue(json.parse(b), ImageRecord.class)),
                        RECORD),
                Fuzzed.bytes(
                        "a kept launch",
                        bytes -> file.bytes(bytes, b -> json.mapper().treeToValue(json.parse(b), Launch.class)),
                        LAUNCH),
                Fuzzed.bytes("a whole maxdock.json", bytes -> read(json, bytes), PROJECT));
    }
}
