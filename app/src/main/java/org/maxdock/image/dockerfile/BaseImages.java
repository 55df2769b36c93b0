package org.maxdock.image.dockerfile;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Untrusted;

/**
 * The images that a Dockerfile names in FROM and COPY --from (docs.docker.com/reference/dockerfile), without its own
 * stages.
 */
public final class BaseImages {

    private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{(\\w+)(?:(:[-+])([^}]*))?}|(\\w+))");
    private static final Pattern FROM = Pattern.compile("(?i)FROM\\s+(?:--\\S+\\s+)*(\\S+)(?:\\s+AS\\s+(\\S+))?.*");
    private static final Pattern COPY = Pattern.compile("(?i)(?:COPY|ADD)\\s+(?:--\\S+\\s+)*?--from=(\\S+).*");
    private static final Pattern ARG = Pattern.compile("(?i)ARG\\s+(.*)");
    private static final Pattern DEFAULT = Pattern.compile("(\\w+)(?:=(\"[^\"]*\"|'[^']*'|\\S*))?");

    private static final int LONGEST = 4096;

    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, String> given;
    private final Set<String> stages = new HashSet<>();
    private final Set<String> bases = new LinkedHashSet<>();
    private boolean inStage;

    private BaseImages(Map<String, String> given) {
        this.given = given;
    }

    /**
     * @param arguments of the build, which override the defaults of ARG
     * @param contexts names that the build gives to something else (--build-context), in the place of images
     * @throws Trouble where it is larger than any Dockerfile
     */
    public static List<String> of(String dockerfile, Map<String, String> arguments, Set<String> contexts)
            throws Trouble {
        return Untrusted.of(Dockerfile.MOST, TroubleKind.DOCKERFILE_SYNTAX).text(dockerfile, text -> {
            BaseImages reader = new BaseImages(arguments);
            Dockerfile.read(text).forEach(i -> reader.read(i.text()));
            return reader.bases.stream()
                    .filter(base -> contexts.stream().noneMatch(name -> isSame(name, base)))
                    .toList();
        });
    }

    /** As images are the same: alpine and alpine:latest. */
    private static boolean isSame(String name, String base) {
        return name.equals(base)
                || ImageReference.read(base).filter(b -> b.isSame(name)).isPresent();
    }

    private void read(String instruction) {
        Matcher argument = ARG.matcher(instruction);
        Matcher from = FROM.matcher(instruction);
        Matcher copy = COPY.matcher(instruction);
        if (!inStage && argument.matches()) {
            Matcher one = DEFAULT.matcher(argument.group(1));
            while (one.find()) {
                variables.put(
                        one.group(1),
                        given.getOrDefault(one.group(1), one.group(2) == null ? "" : unquote(expand(one.group(2)))));
            }
        } else if (from.matches()) {
            inStage = true;
            add(expand(from.group(1)));
            if (from.group(2) != null) {
                stages.add(from.group(2).toLowerCase(Locale.ROOT));
            }
        } else if (copy.matches() && !copy.group(1).matches("\\d+")) {
            add(expand(copy.group(1)));
        }
    }

    private void add(String name) {
        if (!name.equals("scratch") && !stages.contains(name.toLowerCase(Locale.ROOT))) {
            bases.add(name);
        }
    }

    private static String unquote(String text) {
        String value = text.strip();
        return value.length() > 1
                        && ((value.startsWith("\"") && value.endsWith("\""))
                                || (value.startsWith("'") && value.endsWith("'")))
                ? value.substring(1, value.length() - 1)
                : value;
    }

    /** A value that doubles with each line is cut where no name of an image is so long. */
    private String expand(String text) {
        StringBuilder expanded = new StringBuilder();
        Matcher m = VARIABLE.matcher(text);
        int end = 0;
        while (m.find() && expanded.length() < LONGEST) {
            String value = variables.getOrDefault(m.group(1) == null ? m.group(4) : m.group(1), "");
            String otherwise = m.group(3) == null ? "" : m.group(3);
            expanded.append(text, end, m.start())
                    .append(
                            ":-".equals(m.group(2)) && value.isEmpty()
                                    ? otherwise
                                    : ":+".equals(m.group(2)) ? value.isEmpty() ? "" : otherwise : value);
            end = m.end();
        }
        expanded.append(text, end, text.length());
        return expanded.substring(0, Math.min(LONGEST, expanded.length()));
    }
}
