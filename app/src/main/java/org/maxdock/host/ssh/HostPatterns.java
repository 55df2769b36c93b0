package org.maxdock.host.ssh;

import java.util.List;

/**
 * Pattern lists as ssh_config(5) and sshd(8) have them: {@code *} and {@code ?}, and {@code !} for what is left out.
 */
final class HostPatterns {

    private HostPatterns() {}

    /** Whether some pattern matches, and none with {@code !} does. */
    static boolean match(String text, List<String> patterns) {
        boolean found = false;
        for (String pattern : patterns) {
            boolean negated = pattern.startsWith("!");
            if (matches(text, negated ? pattern.substring(1) : pattern)) {
                if (negated) {
                    return false;
                }
                found = true;
            }
        }
        return found;
    }

    /** One pattern; takes no longer than the product of both lengths, whatever they hold. */
    static boolean matches(String text, String pattern) {
        int t = 0;
        int p = 0;
        int star = -1;
        int back = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                back = t;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++back;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
