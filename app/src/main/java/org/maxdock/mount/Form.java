package org.maxdock.mount;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.maxdock.text.Message;

/** What can be said of a mapping without looking at any file. */
final class Form {

    /** Folders without which an image does not run. */
    private static final Set<String> NEEDED = Set.of("/bin", "/sbin", "/usr", "/lib", "/lib64", "/etc", "/usr/bin", "/usr/lib", "/dev", "/proc", "/sys");

    private Form() {
    }

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
        if (host.contains(":") || container.contains(":")) {
            return Optional.of(Message.of("mount.colon", host.contains(":") ? host : container));
        }
        if (!container.startsWith("/")) {
            return Optional.of(Message.of("mount.container-relative", container));
        }
        if (clean(container).equals("/")) {
            return Optional.of(Message.of("mount.container-root"));
        }
        return Optional.empty();
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(c -> c < 0x20 || c == 0x7f);
    }

    /** Whether another mapping of the plan wants the same place. */
    static Optional<Message> clash(Mapping mapping, List<Mapping> plan) {
        for (Mapping other : plan) {
            if (other != mapping && clean(other.container()).equals(clean(mapping.container()))) {
                return Optional.of(Message.of("mount.clash", mapping.container(), other.host()));
            }
        }
        return Optional.empty();
    }

    /** What to know of a mapping that works. */
    static Optional<Message> note(Mapping mapping, List<Mapping> plan) {
        String container = clean(mapping.container());
        if (NEEDED.contains(container)) {
            return Optional.of(Message.of("mount.hides-system", container));
        }
        String host = clean(mapping.host());
        if (host.equals("/etc") || host.endsWith("/.ssh") || host.contains("/.ssh/") || host.endsWith("/.gnupg") || host.endsWith("/.docker")) {
            return Optional.of(Message.of("mount.secrets", host));
        }
        if (mapping.host().endsWith("/docker.sock")) {
            return Optional.of(Message.of("mount.docker-socket"));
        }
        for (Mapping other : plan) {
            if (other != mapping && container.startsWith(clean(other.container()) + "/")) {
                return Optional.of(Message.of("mount.nested", container, other.container()));
            }
        }
        return Optional.empty();
    }

    /** The path without empty and dot parts, as the engine itself reads it: {@code ..} takes a part away. */
    static String clean(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/")) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return "/" + String.join("/", parts);
    }
}
