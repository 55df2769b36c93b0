package org.maxdock.slurm;

import java.time.Duration;
import org.maxdock.text.Message;
import org.maxdock.text.Texts;

/**
 * A time of SLURM's as people say it: 14 days, 1 hour 30 minutes. Of two units at most, the larger ones; what is
 * smaller is left out.
 */
public final class TimeInWords {

    private TimeInWords() {}

    /** @param slurm as SLURM writes it; what is no time of its own is shown as it is */
    public static Message of(String slurm) {
        if (isEndless(slurm)) {
            return Message.of("time.endless");
        }
        return SlurmTime.parse(slurm).map(TimeInWords::of).orElseGet(() -> Message.of("time.as-said", slurm.strip()));
    }

    /** The same of a day or more, since 1-02:00:00 is easily misread; what is shorter is shown as SLURM writes it. */
    public static Message ofDays(String slurm) {
        boolean hours =
                SlurmTime.parse(slurm).filter(time -> time.toDays() == 0).isPresent();
        return hours ? Message.of("time.as-said", slurm.strip()) : of(slurm);
    }

    /** How long at most: up to 14 days. */
    public static String limit(String slurm, Texts texts) {
        String words = texts.get(of(slurm));
        return isEndless(slurm) ? words : texts.get("time.up-to", words);
    }

    /** Whether SLURM means that there is no limit (sinfo(1), squeue(1)). */
    public static boolean isEndless(String slurm) {
        return slurm.strip().equalsIgnoreCase("UNLIMITED") || slurm.strip().equalsIgnoreCase("infinite");
    }

    private static Message of(Duration time) {
        if (time.toDays() > 0) {
            return two("time.days", time.toDays(), "hours", time.toHoursPart());
        }
        if (time.toHours() > 0) {
            return two("time.hours", time.toHours(), "minutes", time.toMinutesPart());
        }
        return time.toMinutes() > 0
                ? Message.of("time.minutes", time.toMinutes())
                : Message.of("time.seconds", time.toSeconds());
    }

    private static Message two(String key, long large, String unit, int small) {
        return small == 0 ? Message.of(key, large) : Message.of(key + "-" + unit, large, small);
    }
}
