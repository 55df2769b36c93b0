package org.maxdock.image.dockerfile;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Untrusted;

/**
 * What is to be said of a Dockerfile, each with where it comes from: hadolint's rules by their numbers, Docker's own
 * guides (caching, build checks), and what the site's ways of running containers do to an image.
 */
public final class DockerfileAdvice {

    private static final Pattern FROM = Pattern.compile("(?:--\\S+\\s+){0,30}(\\S+)(?:\\s+(?i:AS)\\s+(\\S+))?.*");

    private final List<Instruction> instructions;
    private final BuildVariables defaults;
    private final List<Advice> all = new ArrayList<>();

    private DockerfileAdvice(String dockerfile) {
        this.instructions = Dockerfile.read(dockerfile);
        this.defaults = new BuildVariables(Map.of(), Dockerfile.escapeOf(dockerfile), unknown -> unknown);
        instructions.stream()
                .takeWhile(i -> !i.is("FROM"))
                .filter(i -> i.is("ARG"))
                .forEach(i -> defaults.define(i.rest()));
    }

    /**
     * By line; none for an empty text.
     *
     * @throws Trouble where it is larger than any Dockerfile
     */
    public static List<Advice> on(String dockerfile) throws Trouble {
        return Untrusted.of(Dockerfile.MOST, TroubleKind.DOCKERFILE_SYNTAX).text(dockerfile, DockerfileAdvice::read);
    }

    private static List<Advice> read(String dockerfile) {
        DockerfileAdvice advice = new DockerfileAdvice(dockerfile);
        advice.structure();
        advice.bases();
        advice.instructions.forEach(advice::each);
        RunAdvice.on(advice.instructions, advice.all);
        advice.order();
        advice.cluster();
        return advice.all.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Advice::line))
                .toList();
    }

    private void structure() {
        instructions.stream()
                .filter(i -> !Dockerfile.KEYWORDS.contains(i.keyword()))
                .forEach(i -> all.add(Advice.of(i, "unknown-instruction", i.keyword())));
        instructions.stream()
                .filter(i -> !i.is("ARG"))
                .findFirst()
                .filter(i -> !i.is("FROM"))
                .ifPresent(i -> all.add(Advice.of(i, "DL3061")));
        repeated("CMD", "DL4003");
        repeated("ENTRYPOINT", "DL4004");
    }

    /** In one stage only the last one counts. */
    private void repeated(String keyword, String rule) {
        Instruction before = null;
        for (Instruction each : instructions) {
            if (each.is("FROM")) {
                before = null;
            } else if (each.is(keyword)) {
                if (before != null) {
                    all.add(Advice.of(before, rule));
                }
                before = each;
            }
        }
    }

    /** A base that is named by a build argument is judged by the argument's default. */
    private void bases() {
        Set<String> stages = new HashSet<>();
        for (Instruction from : instructions.stream().filter(i -> i.is("FROM")).toList()) {
            Matcher m = FROM.matcher(from.rest());
            if (!m.matches()) {
                continue;
            }
            String image = defaults.in(m.group(1));
            if (!image.equals("scratch")
                    && !stages.contains(image.toLowerCase(Locale.ROOT))
                    && !image.contains("@")
                    && !image.contains("$")
                    && !image.isEmpty()) {
                String tag = image.lastIndexOf(':') > image.lastIndexOf('/')
                        ? image.substring(image.lastIndexOf(':') + 1)
                        : "";
                if (tag.isEmpty() || tag.equals("latest")) {
                    all.add(Advice.of(from, tag.isEmpty() ? "DL3006" : "DL3007", image));
                }
            }
            if (m.group(2) != null && !stages.add(m.group(2).toLowerCase(Locale.ROOT))) {
                all.add(Advice.of(from, "DL3024", m.group(2)));
            }
        }
    }

    private void each(Instruction at) {
        switch (at.keyword()) {
            case "MAINTAINER" -> all.add(Advice.of(at, "DL4000"));
            case "WORKDIR" ->
                add(at, "DL3000", !at.rest().replaceAll("[\"']", "").matches("(/|\\$|[A-Za-z]:).*"));
            case "ENV", "ARG" -> environment(at);
            case "USER" -> add(at, "site-user", true);
            case "ENTRYPOINT" -> {
                add(at, "site-entrypoint", !JsonForm.read(at.rest()).equals(Optional.of(List.of()))); // none is left
                add(at, "DL3025", JsonForm.read(at.rest()).isEmpty());
            }
            case "CMD" -> add(at, "DL3025", JsonForm.read(at.rest()).isEmpty());
            case "COPY", "ADD" -> copied(at);
            default -> {}
        }
    }

    private void add(Instruction at, String rule, boolean holds) {
        if (holds) {
            all.add(Advice.of(at, rule, at.rest()));
        }
    }

    private static final Pattern NAME = Pattern.compile("(?:^|\\s)(\\w+)(?:=|\\s|$)");
    private static final Pattern SECRET =
            Pattern.compile("(?i)(?:.*_)?(?:apikey|auth|credentials?|key|password|pword|passwd|secret|token)(?:_.*)?");

    private static final Pattern PUBLIC = Pattern.compile("(?i)(?:.*_)?public(?:_.*)?");

    private void environment(Instruction at) {
        Matcher names = NAME.matcher(at.rest().replaceAll("\"[^\"]*\"|'[^']*'", "''"));
        while (names.find()) {
            String name = names.group(1);
            if (SECRET.matcher(name).matches() && !PUBLIC.matcher(name).matches()) {
                all.add(Advice.of(at, "SecretsUsedInArgOrEnv", name));
            }
            if (at.is("ENV") && name.equals("HOME")) {
                all.add(Advice.of(at, "site-home"));
            }
            if (!at.rest().contains("=")) {
                return; // ENV NAME a whole line of value
            }
        }
    }

    private static final Pattern OPTIONS = Pattern.compile("(?:--\\S+\\s+){0,30}");

    private static final Pattern DATA =
            Pattern.compile("(?i).*\\.(h5|hdf5|nxs|cbf|tiff?|edf|mccd|raw|dat|zarr|mrc|cxi)");
    /** Of tar, plain or by gzip, bzip2, xz or zstd (docs.docker.com/reference/dockerfile, ADD). */
    private static final Pattern ARCHIVE =
            Pattern.compile("(?i).*\\.(tar(\\.(gz|bz2|xz|zstd?|\\*))?|tgz|taz|tbz2?|tb2|tz2|txz|tzst)");

    private void copied(Instruction at) {
        Matcher options = OPTIONS.matcher(at.rest());
        String paths = options.lookingAt() ? at.rest().substring(options.end()) : at.rest();
        List<String> words = JsonForm.read(paths)
                .filter(texts -> !texts.isEmpty())
                .orElseGet(() ->
                        List.of(paths.replaceAll("[\\[\\]\",]", " ").strip().split("\\s+")));
        List<String> sources = words.stream()
                .filter(w -> !w.startsWith("--"))
                .limit(Math.max(
                        0, words.stream().filter(w -> !w.startsWith("--")).count() - 1))
                .toList();
        sources.stream()
                .filter(s -> DATA.matcher(s).matches())
                .findFirst()
                .ifPresent(s -> all.add(Advice.of(at, "site-data", s)));
        if (at.is("ADD")
                && sources.stream()
                        .noneMatch(s -> s.contains("://")
                                || s.startsWith("$") // may be any of these
                                || s.startsWith("git@")
                                || ARCHIVE.matcher(s).matches())) {
            all.add(Advice.of(at, "DL3020"));
        }
        String target = words.getLast();
        boolean inFolder =
                instructions.stream().takeWhile(i -> i.line() < at.line()).anyMatch(i -> i.is("WORKDIR"));
        add(at, "DL3045", at.is("COPY") && !target.matches("(/|\\$|[A-Za-z]:).*") && !inFolder);
    }

    private static final Pattern WHOLE = Pattern.compile("(?:--\\S+\\s+){0,30}\\[?\"?(\\.|\\./|\\*)\"?,?\\s.*");
    /** Of another stage or image, which an edit of the folder leaves as it is. */
    private static final Pattern FROM_ELSEWHERE = Pattern.compile("^(?:--\\S+\\s+){0,30}--from=");

    private static final Pattern INSTALLS =
            Pattern.compile(".*\\b(apt-get|apt|dnf|yum|microdnf|zypper|apk|conda|mamba|micromamba|pip3?)\\s+(-\\S+\\s+)"
                    + "{0,30}(install|add|create)\\b.*");

    /**
     * After a step that copies everything, any edit runs all later steps again (docs.docker.com/build/cache/optimize).
     */
    private void order() {
        Instruction whole = null;
        for (Instruction each : instructions) {
            if (each.is("FROM")) {
                whole = null;
            } else if ((each.is("COPY") || each.is("ADD"))
                    && !FROM_ELSEWHERE.matcher(each.rest()).find()
                    && WHOLE.matcher(each.rest()).matches()) {
                whole = each;
            } else if (whole != null
                    && each.is("RUN")
                    && INSTALLS.matcher(each.commands()).matches()) {
                all.add(Advice.of(whole, "order", each.line()));
                whole = null;
            }
        }
    }

    private static final Pattern MPI = Pattern.compile(".*\\b(openmpi|mpich|mpi4py|mpirun|libmpi|mvapich)\\S*.*");
    /** In the name of a base; a compiler has these letters, too. */
    private static final Pattern FOR_MPI = Pattern.compile("(?i)(?:^|[^a-z])(?:open|intel|o)?mpi");

    private static final Pattern SSH = Pattern.compile(".*\\b(openssh-server|openssh|sshd)\\b.*");
    private static final Pattern DRIVERS = Pattern.compile(".*(ibverbs|rdma-core|mlnx|ofed|ucx).*");

    private String image(String from) {
        return Arrays.stream(defaults.in(from).split("\\s+"))
                .filter(word -> !word.startsWith("--"))
                .findFirst()
                .orElse("");
    }

    /**
     * The site's page: an image for several nodes has an MPI library, the InfiniBand drivers, and an ssh service. A
     * base for MPI is trusted to have them. What other stages have, which only build, is not in the image.
     */
    private void cluster() {
        List<Instruction> image = FinalImage.of(instructions, defaults);
        List<Instruction> runs = image.stream().filter(i -> i.is("RUN")).toList();
        boolean based = image.stream()
                .anyMatch(i -> i.is("FROM") && FOR_MPI.matcher(image(i.rest())).find());
        runs.stream()
                .filter(i -> MPI.matcher(i.commands()).matches())
                .findFirst()
                .filter(i -> !based)
                .ifPresent(first -> {
                    add(
                            first,
                            "site-sshd",
                            runs.stream()
                                    .noneMatch(i -> SSH.matcher(i.commands()).matches()));
                    add(
                            first,
                            "site-infiniband",
                            runs.stream()
                                    .noneMatch(
                                            i -> DRIVERS.matcher(i.commands()).matches()));
                });
    }
}
