package org.maxdock.mount;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.maxdock.text.Message;
import org.maxdock.text.RawText;

/** What can be said of a mapping without looking at any file. */
final class MappingSyntax {

    /** Folders without which no program of an image runs. */
    private static final Set<String> NEEDED =
            Set.of("/bin", "/sbin", "/usr", "/lib", "/lib64", "/usr/bin", "/usr/lib", "/dev");

    private static final Set<String> SECRET_FOLDERS =
            Set.of(".ssh", ".gnupg", ".docker", ".aws", ".kube", ".globus", ".netrc");

    private MappingSyntax() {}

    /** Why Docker cannot take the mapping at all. */
    static Optional<Message> objection(Mapping mapping) {
        String host = mapping.host();
        String container = mapping.container();
        if (!host.startsWith("/")) {
            return Optional.of(Message.of("mount.relative", host));
        }
        if (hasControl(host) || hasControl(container)) {
            return Optional.of(Message.of("mount.control-character"));
        }
        if (notUtf8(host) || notUtf8(container)) {
            return Optional.of(Message.of("mount.not-utf8", notUtf8(host) ? host : container));
        }
        if (host.contains(":") || container.contains(":")) {
            return Optional.of(Message.of("mount.colon", host.contains(":") ? host : container));
        }
        if (!container.startsWith("/")) {
            return Optional.of(Message.of("mount.container-relative", container));
        }
        String place = Paths.clean(container);
        if (place.equals("/")) {
            return Optional.of(Message.of("mount.container-root"));
        }
        if (Paths.inside(place, "/proc")) {
            return Optional.of(Message.of("mount.proc", container));
        }
        return Optional.empty();
    }

    /** Where only a name on the way cannot be written down, the folder above that name can be mapped. */
    static Optional<Mend> mend(Mapping mapping) {
        String host = Paths.clean(mapping.host());
        Mapping sound = new Mapping("/", mapping.container(), mapping.readOnly());
        if (!mapping.host().startsWith("/") || objection(sound).isPresent()) {
            return Optional.empty();
        }
        String folder = host;
        while (!folder.equals("/") && (folder.contains(":") || notUtf8(folder) || hasControl(folder))) {
            folder = Paths.parent(folder);
        }
        return folder.equals("/") || folder.equals(host)
                ? Optional.empty()
                : Optional.of(Mend.below(mapping, folder, host));
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(c -> c < 0x20 || c == 0x7f);
    }

    /**
     * A name whose bytes are no UTF-8 was read as them, or with this sign in their place; Docker's JSON could not carry
     * them either.
     */
    private static boolean notUtf8(String text) {
        return text.indexOf('\uFFFD') >= 0 || RawText.isRaw(text);
    }

    /** Whether another mapping of the plan wants the same place, or the image needs it for itself. */
    static Optional<Message> clash(Mapping mapping, List<Mapping> plan) {
        String container = Paths.clean(mapping.container());
        for (Mapping other : plan) {
            if (other != mapping && Paths.clean(other.container()).equals(container)) {
                return Optional.of(Message.of("mount.clash", mapping.container(), other.host()));
            }
        }
        return NEEDED.contains(container) ? Optional.of(Message.of("mount.hides-system", container)) : Optional.empty();
    }

    /** Whether what is mapped holds secrets. */
    static boolean secret(String host) {
        return host.equals("/")
                || host.equals("/root")
                || Paths.inside(host, "/etc")
                || List.of(host.split("/")).stream().anyMatch(SECRET_FOLDERS::contains);
    }
}
