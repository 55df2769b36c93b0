package org.maxdock.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * Whether an image is fit for a job on several nodes, as the site's page asks: an MPI library, the user-space drivers
 * of InfiniBand, an ssh service. Found by the names of its files; nothing of it is run.
 */
public final class ImageFitness {

    /**
     * A name shows by itself what it is, and for libraries also the version; of a library the longest name says most.
     */
    private static final List<Sign> SIGNS = List.of(
            Sign.of("shell", "(usr/(local/)?)?bin/bash"),
            Sign.of("libc", ".*/(libc-2\\.\\d+\\.so|libc\\.so\\.6)"),
            Sign.of("sshd", "usr/(local/)?s?bin/sshd"),
            Sign.of("ssh-keygen", "usr/(local/)?bin/ssh-keygen"),
            Sign.of("mpi", ".*/libmpi\\.so[.0-9]*"),
            Sign.of("ucx", ".*/libucp\\.so[.0-9]*"),
            Sign.of("verbs", ".*/libibverbs\\.so[.0-9]*"),
            Sign.of("providers", ".*/libibverbs/lib[a-z0-9]+-rdmav\\d+\\.so"),
            new Sign("gpu", Pattern.compile(".*/libcudart\\.so[.0-9]*"), false));

    private static final String FILTER =
            "grep -E '/(bash|sshd|ssh-keygen|libc-2[.0-9]*so|libc\\.so\\.6|lib(mpi|ucp|ibverbs|cudart)\\.so[.0-9]*|"
                    + "lib[a-z0-9]+-rdmav[0-9]+\\.so|mca_(pml_ucx|btl_openib|mtl_ofi)\\.so)$'";
    private static final String HERE = """
            docker image inspect --format '{{.Os}}/{{.Architecture}}' -- "$1" || exit
            docker version --format '{{.Server.Os}}/{{.Server.Arch}}'
            uname -r
            """;
    private static final Pattern VERSION = Pattern.compile("\\.so\\.([0-9.]+)$|-([0-9.]+)\\.so$");
    /**
     * By the library's own version, as Spack's recipe of Open MPI lists it; before 3, others than Open MPI have the
     * same numbers.
     */
    private static final Map<String, String> OPEN_MPI =
            Map.of("40.10.", "3.1", "40.20.", "4.0", "40.30.", "4.1", "40.40.", "5.0");

    private record Sign(String what, Pattern names, boolean needed) {
        static Sign of(String what, String names) {
            return new Sign(what, Pattern.compile(names), true);
        }

        FitnessPoint in(List<String> all) {
            return new FitnessPoint(
                    what,
                    all.stream()
                            .filter(n -> names.matcher(n).matches())
                            .max(Comparator.comparingInt(
                                            (String n) -> version(n).length())
                                    .thenComparingInt(String::length))
                            .map(n -> "/" + n),
                    needed);
        }
    }

    private static String version(String file) {
        Matcher m = VERSION.matcher(file);
        return !m.find() ? "" : m.group(1) == null ? m.group(2) : m.group(1);
    }

    private final Host host;
    private final ImageNames names;

    public ImageFitness(Host host) {
        this.host = host;
        this.names = new ImageNames(host);
    }

    /**
     * A point for each that is needed. A large image takes as long as its export; only names cross the link.
     *
     * @param reference of an image that the host's engine has
     */
    public List<FitnessPoint> of(String reference, Cancellation cancellation) throws Trouble {
        Output output = names.through(FILTER, reference, cancellation);
        if (!output.ok()) {
            throw output.errors().contains("No such image")
                    ? new Trouble(TroubleKind.NO_SUCH_IMAGE, reference)
                    : new Trouble(TroubleKind.FITNESS_UNREADABLE, reference, output.lastError());
        }
        Output here = host.run(Command.script(HERE, reference));
        List<String> said = here.text().lines().toList();
        List<FitnessPoint> points = new ArrayList<>();
        if (said.size() >= 3) {
            points.add(
                    new FitnessPoint("processor", Optional.of(said.getFirst()).filter(said.get(1)::equals), true));
        }
        points.addAll(points(output.text().lines().toList(), said.size() < 3 ? "" : said.get(2)));
        return points;
    }

    /** @param kernel of the host; empty where it is not known */
    static List<FitnessPoint> points(List<String> files, String kernel) {
        return SIGNS.stream()
                .map(s -> s.in(files))
                .map(p -> switch (p.what()) {
                    case "mpi" -> new FitnessPoint(p.what(), p.found().map(f -> f + mpi(f, files)), p.needed());
                    case "libc" ->
                        new FitnessPoint(
                                p.what(),
                                p.found()
                                        .filter(f -> runsOn(kernel))
                                        .map(f -> f + (kernel.isEmpty() ? "" : " (Linux ≥ 3.2; " + kernel + ")")),
                                p.needed());
                    default -> p;
                })
                .toList();
    }

    /** glibc since 2.26 asks for Linux 3.2 (its release notes). */
    private static boolean runsOn(String kernel) {
        Matcher m = Pattern.compile("(\\d{1,4})\\.(\\d{1,4}).*").matcher(kernel);
        return !m.matches()
                || Integer.parseInt(m.group(1)) > 3
                || (Integer.parseInt(m.group(1)) == 3 && Integer.parseInt(m.group(2)) >= 2);
    }

    private static String mpi(String library, List<String> files) {
        String number = version(library);
        String release = OPEN_MPI.entrySet().stream()
                .filter(e -> number.startsWith(e.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
        List<String> ways = List.of("mca_pml_ucx.so", "mca_btl_openib.so", "mca_mtl_ofi.so");
        String with = ways.stream()
                .filter(w -> files.stream().anyMatch(f -> f.endsWith("/" + w)))
                .map(w -> w.replaceFirst("mca_[a-z]+_(.*)\\.so", "$1"))
                .collect(Collectors.joining(", "));
        String said = Stream.of(release.isEmpty() ? "" : "Open MPI " + release, with)
                .filter(t -> !t.isEmpty())
                .collect(Collectors.joining(": "));
        return said.isEmpty() ? "" : " (" + said + ")";
    }
}
