package org.maxdock.slurm;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SLURM's notation of time limits: minutes, m:s, h:m:s, d-h, d-h:m, d-h:m:s (sbatch(1), --time); UNLIMITED has no
 * duration.
 */
public final class SlurmTime {

    private static final Pattern WITH_DAYS = Pattern.compile("(\\d{1,6})-(\\d{1,4})(?::(\\d{1,4}))?(?::(\\d{1,4}))?");
    private static final Pattern PLAIN = Pattern.compile("(\\d{1,9})(?::(\\d{1,4}))?(?::(\\d{1,4}))?");

    private SlurmTime() {}

    /** The duration; empty for what is no limit (UNLIMITED, infinite, n/a) and for what cannot be read. */
    public static Optional<Duration> parse(String text) {
        Matcher days = WITH_DAYS.matcher(text.strip());
        if (days.matches()) {
            return Optional.of(Duration.ofDays(number(days, 1))
                    .plusHours(number(days, 2))
                    .plusMinutes(number(days, 3))
                    .plusSeconds(number(days, 4)));
        }
        Matcher plain = PLAIN.matcher(text.strip());
        if (!plain.matches()) {
            return Optional.empty();
        }
        if (plain.group(3) != null) {
            return Optional.of(Duration.ofHours(number(plain, 1))
                    .plusMinutes(number(plain, 2))
                    .plusSeconds(number(plain, 3)));
        }
        return Optional.of(Duration.ofMinutes(number(plain, 1)).plusSeconds(number(plain, 2)));
    }

    private static long number(Matcher m, int group) {
        return m.group(group) == null ? 0 : Long.parseLong(m.group(group));
    }
}
