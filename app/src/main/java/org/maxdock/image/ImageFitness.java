package org.maxdock.image;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.text.Trouble;

/**
 * Whether an image is fit for a job on several nodes, as the site's page asks: an MPI library, the user-space drivers of InfiniBand, an ssh
 * service. Found by the names of its files; nothing of it is run.
 */
public final class ImageFitness {

    /** A name shows by itself what it is, and for libraries also the version; of a library the longest name says most. */
    private static final List<Sign> SIGNS = List.of(
            Sign.of("shell", "(usr/(local/)?)?bin/bash"),
            Sign.of("libc", ".*/(libc-2\\.\\d+\\.so|libc\\.so\\.6)"),
            Sign.of("sshd", "usr/(local/)?s?bin/sshd"),
            Sign.of("ssh-keygen", "usr/(local/)?bin/ssh-keygen"),
            Sign.of("mpi", ".*/libmpi\\.so[.0-9]*"),
            Sign.of("ucx", ".*/libucp\\.so[.0-9]*"),
            Sign.of("verbs", ".*/libibverbs\\.so[.0-9]*"),
            Sign.of("providers", ".*/libibverbs/lib[a-z0-9]+-rdmav\\d+\\.so"));

    private static final String FILTER =
            "grep -E '/(bash|sshd|ssh-keygen|libc-2[.0-9]*so|libc\\.so\\.6|lib(mpi|ucp|ibverbs)\\.so[.0-9]*|lib[a-z0-9]+-rdmav[0-9]+\\.so)$'";

    private record Sign(String what, Pattern names) {
        static Sign of(String what, String names) {
            return new Sign(what, Pattern.compile(names));
        }

        FitnessPoint in(List<String> all) {
            return new FitnessPoint(what, all.stream().filter(n -> names.matcher(n).matches()).max(Comparator.comparing(String::length)).map(n -> "/" + n));
        }
    }

    private final ImageNames names;

    public ImageFitness(Host host) {
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
            throw output.errors().contains("No such image") ? new Trouble("no-such-image", reference)
                    : new Trouble("fitness-unreadable", reference, output.lastError());
        }
        return points(output.text().lines().toList());
    }

    static List<FitnessPoint> points(List<String> files) {
        return SIGNS.stream().map(s -> s.in(files)).toList();
    }
}
