package org.maxdock.paste;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Options of podman run that docker has not (podman-run(1)). */
final class PodmanOptions {

    private static final Set<String> SWITCHES = Set.of(
            "env-host",
            "env-merge",
            "http-proxy",
            "no-hosts",
            "no-hostname",
            "passwd",
            "read-only-tmpfs",
            "replace",
            "rmi",
            "rootfs",
            "tls-verify",
            "unsetenv-all");

    private static final Set<String> ALL = Stream.concat(
                    SWITCHES.stream(),
                    Stream.of(
                            "arch",
                            "authfile",
                            "cert-dir",
                            "cgroup-conf",
                            "cgroups",
                            "chrootdirs",
                            "conmon-pidfile",
                            "creds",
                            "decryption-key",
                            "gidmap",
                            "group-entry",
                            "health-log-destination",
                            "health-max-log-count",
                            "health-max-log-size",
                            "health-on-failure",
                            "health-startup-cmd",
                            "health-startup-interval",
                            "health-startup-retries",
                            "health-startup-success",
                            "health-startup-timeout",
                            "hosts-file",
                            "hostuser",
                            "image-volume",
                            "init-ctr",
                            "init-path",
                            "os",
                            "passwd-entry",
                            "personality",
                            "pidfile",
                            "pod",
                            "pod-id-file",
                            "preserve-fds",
                            "rdt-class",
                            "requires",
                            "retry",
                            "retry-delay",
                            "sdnotify",
                            "seccomp-policy",
                            "secret",
                            "shm-size-systemd",
                            "subgidname",
                            "subuidname",
                            "systemd",
                            "timeout",
                            "tz",
                            "uidmap",
                            "umask",
                            "unsetenv",
                            "variant"))
            .collect(Collectors.toUnmodifiableSet());

    private PodmanOptions() {}

    /** Whether one of that name, without its dashes, is among them. */
    static boolean isIts(String name) {
        return ALL.contains(name);
    }

    /** Whether it takes no value. */
    static boolean isSwitch(String name) {
        return SWITCHES.contains(name);
    }
}
