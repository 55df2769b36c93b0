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

    private static final Pattern FROM = Pattern.compile("(?i)FROM\\s+(?:--\\S+\\s+)*(\\S+)(?:\\s+AS\\s+(\\S+))?.*");
    private static final Pattern COPY = Pattern.compile("(?i)(?:COPY|ADD)\\s+(?:--\\S+\\s+)*?--from=(\\S+).*");
    private static final Pattern MOUNT = Pattern.compile("--mount=(?:\\S*,)?from=([^,\\s]+)");
    private static final Pattern ARG = Pattern.compile("(?i)ARG\\s+(.*)");

    private final BuildVariables variables;
    private final List<BuildStage> stages = new ArrayList<>();
    private final Map<String, BuildStage> named = new HashMap<>();

    /** What nobody knows before it is built, such as TARGETARCH, is nothing. */
    private BaseImages(Map<String, String> given, char escape) {
        this.variables = new BuildVariables(given, escape, unknown -> "");
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
            BaseImages reader = new BaseImages(arguments, Dockerfile.escapeOf(text));
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
            variables.define(argument.group(1));
        } else if (from.matches()) {
            String name = from.group(2) == null ? "" : from.group(2).toLowerCase(Locale.ROOT);
            BuildStage stage = new BuildStage(name);
            takes(stage, variables.in(from.group(1)));
            stages.add(stage);
            if (!name.isEmpty()) {
                named.put(name, stage);
            }
        } else if (!stages.isEmpty()) {
            if (copy.matches()) {
                takes(stages.getLast(), variables.in(copy.group(1)));
            }
            Matcher mount = MOUNT.matcher(instruction);
            while (mount.find()) {
                takes(stages.getLast(), variables.in(mount.group(1)));
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
}
