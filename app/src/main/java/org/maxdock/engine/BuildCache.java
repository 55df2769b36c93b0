package org.maxdock.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * What BuildKit keeps of builds on an engine, for all who build there (docs.docker.com/build/cache). An engine that has
 * none, or that does not let it be seen, has nothing of it.
 */
public final class BuildCache {

    /** So long nobody has used what there is for nothing. */
    public static final Duration LONG = Duration.ofDays(7);

    private final RawApi raw;

    BuildCache(RawApi raw) {
        this.raw = raw;
    }

    /**
     * How much there is.
     *
     * @param bytes of all pieces; what images share is counted too
     * @param unused pieces that no build has used for the time that was asked for
     * @param unusedBytes what becomes free when these go
     */
    public record Kept(int pieces, long bytes, int unused, long unusedBytes) {

        public static final Kept NONE = new Kept(0, 0, 0, 0);

        public Kept {
            if (pieces < 0 || bytes < 0 || unused < 0 || unused > pieces || unusedBytes < 0) {
                throw new IllegalArgumentException(unused + " of " + pieces);
            }
        }

        /** @param usage what the engine tells of its disk; anything may stand there */
        static Kept of(JsonNode usage, Instant before) {
            Kept kept = NONE;
            for (JsonNode piece : usage.path("BuildCache")) {
                kept = kept.and(piece, before);
            }
            return kept;
        }

        private Kept and(JsonNode piece, Instant before) {
            long size = Math.max(0, piece.path("Size").asLong());
            boolean over = !piece.path("InUse").asBoolean(true) && used(piece).isBefore(before);
            boolean free = over && !piece.path("Shared").asBoolean();
            return new Kept(
                    pieces + 1, sum(bytes, size), unused + (over ? 1 : 0), free ? sum(unusedBytes, size) : unusedBytes);
        }

        private static long sum(long a, long b) {
            return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
        }

        private static Instant used(JsonNode piece) {
            return time(piece.path("LastUsedAt"))
                    .or(() -> time(piece.path("CreatedAt")))
                    .orElse(Instant.EPOCH);
        }

        private static Optional<Instant> time(JsonNode said) {
            try {
                return Optional.of(OffsetDateTime.parse(said.asText()).toInstant());
            } catch (DateTimeException e) {
                return Optional.empty(); // as where it was never used
            }
        }
    }

    /**
     * How much there is.
     *
     * @param unusedFor by the clock of this machine
     */
    public Kept kept(Duration unusedFor) throws Trouble {
        Instant before = Instant.now().minus(unusedFor);
        try {
            return raw.get("/system/df?type=build-cache", Map.of(), usage -> Kept.of(usage, before))
                    .orElse(Kept.NONE);
        } catch (Trouble e) {
            if (e.kind() == TroubleKind.PLUGIN_DENIED) {
                return Kept.NONE;
            }
            throw e;
        }
    }

    /**
     * Removes what no build has used for so long, by the clock of the engine.
     *
     * @return bytes that have become free
     */
    public long clear(Duration unusedFor) throws Trouble {
        String filters = "{\"until\":{\"" + unusedFor.toSeconds() + "s\":true}}";
        String query = unusedFor.isZero() ? "" : "&filters=" + URLEncoder.encode(filters, StandardCharsets.UTF_8);
        return raw.post(
                        "/build/prune?all=true" + query,
                        gone -> Math.max(0, gone.path("SpaceReclaimed").asLong()))
                .orElse(0L);
    }
}
