package org.maxdock.slurm;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as SLURM's commands write it: of a thousand on they may shorten it, to 1K or 1.46M, where they are not asked
 * for --noconvert, and versions without it always do; what they count goes by 1,024.
 */
final class SlurmNumber {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,18})(?:\\.([0-9]{1,6}))?([KMGTP]?)\\+?");
    private static final String UNITS = "KMGTP";
    private static final long STEP = 1024;

    private SlurmNumber() {}

    /** Empty for what is none. */
    static OptionalLong read(String text) {
        Matcher number = FORM.matcher(text.strip());
        if (!number.matches()) {
            return OptionalLong.empty();
        }
        long unit = 1;
        for (int i = 0; i <= UNITS.indexOf(number.group(3)) && !number.group(3).isEmpty(); i++) {
            unit *= STEP;
        }
        double value = Double.parseDouble(number.group(1) + "." + (number.group(2) == null ? "0" : number.group(2)));
        return unit == 1 && number.group(2) == null
                ? OptionalLong.of(Long.parseLong(number.group(1)))
                : OptionalLong.of(Math.round(value * unit));
    }

    /** The same for what counts nodes and the like. */
    static OptionalLong count(String text) {
        OptionalLong read = read(text);
        return read.isPresent() && read.getAsLong() <= Integer.MAX_VALUE ? read : OptionalLong.empty();
    }
}
