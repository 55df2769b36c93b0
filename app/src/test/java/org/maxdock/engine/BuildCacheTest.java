package org.maxdock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.maxdock.registry.StrictJson;

class BuildCacheTest {

    /** As docker 20.10.24 tells it, with other numbers. */
    static final String USAGE = """
            {"LayersSize":7,"BuildCache":[
            {"ID":"a","Type":"regular","InUse":false,"Shared":false,"Size":10,
            "CreatedAt":"2026-01-01T00:00:00Z","LastUsedAt":"2026-01-02T00:00:00.5Z"},
            {"ID":"b","InUse":true,"Shared":false,"Size":20,"LastUsedAt":"2026-01-02T00:00:00Z"},
            {"ID":"c","InUse":false,"Shared":true,"Size":40,"LastUsedAt":"2026-01-02T01:00:00+01:00"},
            {"ID":"d","InUse":false,"Shared":false,"Size":80,"LastUsedAt":"2026-01-09T00:00:00Z"},
            {"ID":"e","InUse":false,"Shared":false,"Size":160,"CreatedAt":"2026-01-01T00:00:00Z","LastUsedAt":null}
            ]}""";

    private static BuildCache.Kept kept(String usage) throws Exception {
        return BuildCache.Kept.of(
                StrictJson.parse(usage.getBytes(StandardCharsets.UTF_8)), Instant.parse("2026-01-08T00:00:00Z"));
    }

    @Test
    void whatNobodyUsesIsToldApartFromWhatImagesShare() throws Exception {
        assertThat(kept(USAGE)).isEqualTo(new BuildCache.Kept(5, 310, 3, 170));
    }

    @Test
    void anEngineWithoutOneHasNothing() throws Exception {
        for (String usage : new String[] {"{}", "{\"BuildCache\":null}", "{\"BuildCache\":[]}", "[]", "7"}) {
            assertThat(kept(usage)).as(usage).isEqualTo(BuildCache.Kept.NONE);
        }
    }

    @Test
    void sizesWithoutEndAreNoError() throws Exception {
        String huge = "{\"InUse\":false,\"Size\":9223372036854775807}";
        assertThat(kept("{\"BuildCache\":[" + huge + "," + huge + "]}"))
                .isEqualTo(new BuildCache.Kept(2, Long.MAX_VALUE, 2, Long.MAX_VALUE));
    }
}
