package org.maxdock.launch;

/**
 * Who removes a launch's containers when its script cannot: a step of its own on each of their nodes. SLURM ends it with the job, and it
 * ends the job when the script is gone, be that by kill -9.
 */
final class Guard {

    /** $1 the container, $2 a folder to remove, $3 whether the job is the launch's own. A container may be on its way when the end comes: hence thrice. */
    private static final String BODY = """
              trap "for n in 1 2 3; do docker rm --force $1 >/dev/null 2>&1; sleep 0.3; done; if [ -n \\"$2\\" ]; then rm -rf -- \\"$2\\"; fi; if [ -n \\"$3\\" ]; then scancel $SLURM_JOB_ID; fi" EXIT
              trap "exit 0" TERM HUP INT
              echo ready; cat <&0 >/dev/null & wait $!""";

    private Guard() {
    }

    /**
     * Starts it.
     *
     * @param step   what starts it where it is to be
     * @param folder a shell word: the folder to remove
     */
    static String start(String step, String folder) {
        return """
                # whatever ends this, and be it kill -9, the container goes and the job is given back: a guard in a step of its own sees to that
                exec {guard}< <(exec %s bash -c '
                %s' guard "$name" %s "${MAXDOCK_OWN:-}" < <(exec sleep infinity) 2>/dev/null)
                guarded=$!
                """.formatted(step, BODY, folder);
    }

    /** Waits until it is there, since nothing may be started before. */
    static String await(String guards) {
        return "for ((n = 0; n < " + guards + "; n++)); do read -r -t 20 -u \"$guard\" || stop \"the job's steps do not start on $(uname -n)\"; done\n";
    }
}
