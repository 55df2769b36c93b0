package org.maxdock.image.dockerfile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Untrusted;

/**
 * What in a Dockerfile only BuildKit knows (docs.docker.com/reference/dockerfile): the classic builder refuses it, or
 * leaves a variable empty without a word.
 *
 * @param line of the Dockerfile
 * @param what as it stands there: an option, {@code <<} of a here-document, a variable
 */
public record BuildKitNeed(int line, String what) {

    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]{0,40}");

    /** Of COPY, ADD and FROM the classic builder knows these; of RUN none. */
    private static final Set<String> CLASSIC = Set.of("--from", "--chown", "--platform");

    /** What the Dockerfile language 1.2 knows besides, which is built into docker 20.10. */
    private static final Set<String> FIRST =
            Set.of("--from", "--chown", "--platform", "--chmod", "--keep-git-dir", "--mount");

    private static final Set<String> FIRST_OF_HEALTH = Set.of("--interval", "--timeout", "--start-period", "--retries");

    /** Of what is mounted, these came later: how large a tmpfs may be, and a secret as a variable. */
    private static final Pattern LATER_KEY = Pattern.compile("--mount=(?:[^\\s,]++,)*?(size|env)=.*");

    private static final Pattern REPOSITORY =
            Pattern.compile("git@[^\\s:]+:.*|git://.*|ssh://.*|https?://[^\\s#?]+\\.git(?:[#?].*)?");

    /**
     * The instructions that variables are filled into (docs.docker.com/reference/dockerfile, Environment replacement).
     */
    private static final Set<String> EXPANDED =
            Set.of("ADD", "ARG", "COPY", "ENV", "EXPOSE", "FROM", "LABEL", "STOPSIGNAL", "USER", "VOLUME", "WORKDIR");

    private static final Pattern CUTTING = Pattern.compile("(?<!\\\\)\\$\\{[A-Za-z_]\\w*[#%/]");
    private static final Pattern AS_IT_STANDS = Pattern.compile("'[^']*'");

    private static final Pattern PLATFORM = Pattern.compile("(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT)");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([A-Z]{1,20})\\b");

    /**
     * The first thing that needs it; empty where nothing does.
     *
     * @throws Trouble where the text is larger than any Dockerfile
     */
    public static Optional<BuildKitNeed> of(String dockerfile) throws Trouble {
        return first(dockerfile, BuildKitNeed::what);
    }

    /**
     * The first thing that BuildKit did not know from the beginning: the one in docker 20.10 reads the Dockerfile
     * language 1.2, in which there are no here-documents and no {@code COPY --link}. Empty also where the Dockerfile
     * asks for a language of its own.
     *
     * @throws Trouble where the text is larger than any Dockerfile
     */
    public static Optional<BuildKitNeed> ofNewer(String dockerfile) throws Trouble {
        return Dockerfile.asksForLanguage(dockerfile) ? Optional.empty() : first(dockerfile, BuildKitNeed::newer);
    }

    private static Optional<BuildKitNeed> first(String dockerfile, Function<Instruction, Optional<String>> need)
            throws Trouble {
        return Untrusted.of(Dockerfile.MOST, TroubleKind.DOCKERFILE_SYNTAX)
                .text(dockerfile, text -> first(Dockerfile.read(text), need));
    }

    /**
     * That a server cannot build it.
     *
     * @param why what keeps its docker from it: {@code advice.} and this is the key of the sentence
     * @param docker the version of its docker command; empty for none
     */
    public Advice advice(String why, String docker) {
        return new Advice(line, "buildkit", Message.of("advice." + why, what, docker));
    }

    static Optional<BuildKitNeed> first(List<Instruction> instructions) {
        return first(instructions, BuildKitNeed::what);
    }

    private static Optional<BuildKitNeed> first(
            List<Instruction> instructions, Function<Instruction, Optional<String>> need) {
        return instructions.stream()
                .map(i -> need.apply(i).map(w -> new BuildKitNeed(i.line(), w)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> what(Instruction at) {
        return switch (at.keyword()) {
            case "RUN" -> option(at, Set.of()).or(() -> hereDocument(at));
            case "COPY", "ADD" -> option(at, CLASSIC).or(() -> hereDocument(at)).or(() -> repository(at));
            case "FROM" -> platform(at);
            case "ARG" -> automatic(at);
            default -> Optional.empty();
        };
    }

    private static Optional<String> newer(Instruction at) {
        return newerOption(at).or(() -> cutting(at));
    }

    /** A variable of which a part is cut off or replaced, from the language 1.7 on. */
    private static Optional<String> cutting(Instruction at) {
        if (!EXPANDED.contains(at.keyword())) {
            return Optional.empty();
        }
        Matcher variable = CUTTING.matcher(AS_IT_STANDS.matcher(at.rest()).replaceAll("''"));
        return variable.find() ? Optional.of(variable.group() + "…}") : Optional.empty();
    }

    private static Optional<String> newerOption(Instruction at) {
        return switch (at.keyword()) {
            case "RUN", "COPY", "ADD" ->
                option(at, FIRST)
                        .or(() -> mountKey(at))
                        .or(() -> hereDocument(at))
                        .or(() -> repository(at));
            case "HEALTHCHECK" -> option(at, FIRST_OF_HEALTH);
            default -> Optional.<String>empty();
        };
    }

    /** Options stand before all else. */
    private static Optional<String> option(Instruction at, Set<String> known) {
        for (String word : at.rest().split("\\s+", 32)) {
            Matcher option = OPTION.matcher(word);
            if (!option.lookingAt()) {
                return Optional.empty();
            }
            if (!known.contains(option.group())) {
                return Optional.of(option.group());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> mountKey(Instruction at) {
        for (String word : at.rest().split("\\s+", 32)) {
            Matcher later = LATER_KEY.matcher(word);
            if (later.matches()) {
                return Optional.of(later.group(1));
            }
            if (!OPTION.matcher(word).lookingAt()) {
                break;
            }
        }
        return Optional.empty();
    }

    /** A repository of git, from the language 1.5 on; the classic builder takes its page for a file. */
    private static Optional<String> repository(Instruction at) {
        return at.is("ADD")
                ? Arrays.stream(at.rest().split("[\\s\\[\\],\"]+", 100))
                        .filter(word -> REPOSITORY.matcher(word).matches())
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<String> hereDocument(Instruction at) {
        boolean begins =
                at.lastLine() > at.line() && !HereDocuments.of(at.rest()).isEmpty();
        return begins ? Optional.of("<<") : Optional.empty();
    }

    /** {@code FROM --platform=$BUILDPLATFORM}: the classic builder knows the option, and no such variable. */
    private static Optional<String> platform(Instruction at) {
        Matcher variable = VARIABLE.matcher(at.rest());
        while (variable.find()) {
            if (PLATFORM.matcher(variable.group(1)).matches()) {
                return Optional.of("$" + variable.group(1));
            }
        }
        return Optional.empty();
    }

    /** {@code ARG TARGETARCH} without a value of its own is filled in by BuildKit alone. */
    private static Optional<String> automatic(Instruction at) {
        for (String name : at.rest().split("\\s+", 100)) {
            if (PLATFORM.matcher(name).matches()) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }
}
