package org.maxdock.host.ssh;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Lengths of time as sshd_config(5), TIME FORMATS, has them: 90, 10m, 1h30m. */
final class TimeFormat {

    private static final Pattern PART = Pattern.compile("(\\d{1,9})([smhdw]?)");
    private static final Map<String, Long> UNITS =
            Map.of("", 1L, "s", 1L, "m", 60L, "h", 3600L, "d", 86400L, "w", 604800L);

    private TimeFormat() {}

    static long seconds(String keyword, String text) throws Trouble {
        Matcher m = PART.matcher(text.toLowerCase(Locale.ROOT));
        long sum = 0;
        int end = 0;
        while (m.find() && m.start() == end) {
            sum += Long.parseLong(m.group(1)) * UNITS.get(m.group(2));
            end = m.end();
        }
        if (end == 0 || end != text.length() || sum > Integer.MAX_VALUE) {
            throw new Trouble(TroubleKind.SSH_OPTION_BAD, keyword, text);
        }
        return sum;
    }
}
