package org.maxdock.launch;

import org.maxdock.host.shell.Shell;

/**
 * What a launch's script says at the end of its program, where the status alone tells little (docker run, Exit status).
 */
final class ProgramEnd {

    /**
     * Files of the launch are in /tmp, and Docker is told of them by their paths. A job may have a /tmp of its own
     * (job_container.conf(5)), and so may a service (systemd.exec(5), PrivateTmp): then Docker looks in another one.
     */
    static final String OTHER_TMP = "if that says that a path in $etc does not exist, Docker on $(uname -n) has another"
            + " /tmp than your job (SLURM's job_container/tmpfs, or PrivateTmp of Docker's service): the"
            + " administrators can mend that";

    private static final String NOT_STARTED = """
              if [[ $status == 125 ]]; then
                echo "MaxDock: status 125, as of a program that ends so, or of Docker that starts nothing; %s;" \\
                  "run isolated, the launch needs none of them" >&2
              fi
            """.formatted(OTHER_TMP);

    private ProgramEnd() {}

    /** Lines for where Docker itself fails, in modes that have it map files of the launch; else none. */
    static String notStarted(Launch launch) {
        return launch.mode() == RunMode.ISOLATED || launch.isCluster() ? "" : NOT_STARTED;
    }

    /**
     * Lines that wait for what was started and end with its status. 127 is a program that was not found, by Docker
     * before anything ran or by what ran; at a terminal a shell's last mistake ends it so, too.
     */
    static String awaited(ContainerCommand inside, Launch launch) {
        String program = inside.program().map(Shell::quoteForBash).orElse("a program of its own");
        return """
                await_program || {
                %s  if [[ $tty$status == no127 ]]; then
                    echo "MaxDock: status 127: a program was not found, as stands above; $image may lack" %s >&2
                  fi
                  exit "$status"
                }
                """.formatted(notStarted(launch), program);
    }
}
