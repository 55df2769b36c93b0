package org.maxdock.image.dockerfile;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
    private static final Pattern MOUNT = Pattern.compile("--mount=(?:\\S*,)?from=([^,\\s]+)");
    private static final Pattern ARG = Pattern.compile("(?i)ARG\\s+(.*)");
    private static final Pattern DEFAULT = Pattern.compile("(\\w+)(?:=(\"[^\"]*\"|'[^']*'|\\S*))?");

    private static final int LONGEST = 4096;

    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, String> given;
    private final List<BuildStage> stages = new ArrayList<>();
    private final Map<String, BuildStage> named = new HashMap<>();

    private BaseImages(Map<String, String> given) {
        this.given = given;
    }

    /**
     * Those of all stages, which the classic builder builds.
     *
     * @param arguments of the build, which override the defaults of ARG
     * @param contexts names that the build gives to something else (--build-context), in the place of images
     * @throws Trouble where it is larger than any Dockerfile
     */
    public static List<String> of(String dockerfile, Map<String, String> arguments, Set<String> contexts)
            throws Trouble {
        return of(dockerfile, arguments, contexts, reader -> reader.stages);
    }

    /**
     * Those of the stages that a target is made of, which are all that BuildKit builds.
     *
     * @param target a stage's name or number; empty for the last one
     */
    public static List<String> needed(
            String dockerfile, Map<String, String> arguments, Set<String> contexts, String target) throws Trouble {
        return of(
                dockerfile,
                arguments,
                contexts,
                reader -> reader.target(target)
                        .<Collection<BuildStage>>map(stage -> stage.withThoseItTakesFrom(contexts))
                        .filter(those -> those.stream().allMatch(BuildStage::isKnown))
                        .orElse(reader.stages));
    }

    private static List<String> of(
            String dockerfile,
            Map<String, String> arguments,
            Set<String> contexts,
            Function<BaseImages, Collection<BuildStage>> wanted)
            throws Trouble {
        return Untrusted.of(Dockerfile.MOST, TroubleKind.DOCKERFILE_SYNTAX).text(dockerfile, text -> {
            BaseImages reader = new BaseImages(arguments);
            Dockerfile.read(text).forEach(i -> reader.read(i.text()));
            Collection<BuildStage> those = wanted.apply(reader);
            return reader.stages.stream()
                    .filter(those::contains)
                    .flatMap(stage -> stage.images().stream())
                    .distinct()
                    .filter(base -> contexts.stream().noneMatch(name -> isSame(name, base)))
                    .toList();
        });
    }

    private Optional<BuildStage> target(String target) {
        if (target.isEmpty()) {
            return stages.isEmpty() ? Optional.empty() : Optional.of(stages.getLast());
        }
        return stage(target);
    }

    private Optional<BuildStage> stage(String name) {
        if (name.matches("\\d{1,4}")) {
            int number = Integer.parseInt(name);
            return number < stages.size() ? Optional.of(stages.get(number)) : Optional.empty();
        }
        return Optional.ofNullable(named.get(name.toLowerCase(Locale.ROOT)));
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
        if (stages.isEmpty() && argument.matches()) {
            Matcher one = DEFAULT.matcher(argument.group(1));
            while (one.find()) {
                variables.put(
                        one.group(1),
                        given.getOrDefault(one.group(1), one.group(2) == null ? "" : unquote(expand(one.group(2)))));
            }
        } else if (from.matches()) {
            String name = from.group(2) == null ? "" : from.group(2).toLowerCase(Locale.ROOT);
            BuildStage stage = new BuildStage(name);
            takes(stage, expand(from.group(1)));
            stages.add(stage);
            if (!name.isEmpty()) {
                named.put(name, stage);
            }
        } else if (!stages.isEmpty()) {
            if (copy.matches()) {
                takes(stages.getLast(), expand(copy.group(1)));
            }
            Matcher mount = MOUNT.matcher(instruction);
            while (mount.find()) {
                takes(stages.getLast(), expand(mount.group(1)));
            }
        }
    }

    private void takes(BuildStage stage, String name) {
        Optional<BuildStage> other = stage(name);
        if (other.isPresent()) {
            stage.takesFrom(other.get());
        } else if (!name.equals("scratch") && !name.matches("\\d+")) {
            stage.takesFrom(name);
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
