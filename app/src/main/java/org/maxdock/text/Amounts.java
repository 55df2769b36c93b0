package org.maxdock.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Numbers, sizes and times as people of one language write them. What programs read is not made here. */
public final class Amounts {

    private static final long MEBI = 1L << 20;
    private static final long GIBI = 1L << 30;

    private final Locale locale;

    /** @param locale of the language that the rest is in */
    Amounts(Locale locale) {
        this.locale = locale;
    }

    /** How much room something takes, in GB, MB or kB, which are powers of ten; less than a kB is rounded up. */
    public String bytes(long bytes) {
        if (bytes >= 1_000_000_000) {
            return number(bytes / 1e9, 1) + " GB";
        }
        return bytes >= 1_000_000 ? number(bytes / 1e6, 1) + " MB" : number(Math.ceil(bytes / 1e3), 0) + " kB";
    }

    /** Memory as SLURM counts it: its GB and MB are powers of 1024 (sbatch(1), --mem). */
    public String memory(long bytes) {
        return bytes >= GIBI ? number((double) bytes / GIBI, 1) + " GB" : number((double) bytes / MEBI, 0) + " MB";
    }

    /** @param digits how many stand behind the decimal sign */
    public String number(double number, int digits) {
        return String.format(locale, "%." + digits + "f", number);
    }

    /** A day and the minute, where the user is. */
    public String moment(Instant at) {
        return shown(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT), at);
    }

    /** The second of a day, where the user is. */
    public String timeOfDay(Instant at) {
        return shown(DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM), at);
    }

    private String shown(DateTimeFormatter format, Instant at) {
        try {
            return format.withLocale(locale).withZone(ZoneId.systemDefault()).format(at);
        } catch (DateTimeException e) { // in a year that no calendar has
            return at.toString();
        }
    }
}
