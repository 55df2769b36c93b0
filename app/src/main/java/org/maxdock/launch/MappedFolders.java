package org.maxdock.launch;

import java.util.List;
import java.util.Optional;
import org.maxdock.mount.Mapping;

/**
 * That what is mapped is on a node. Docker refuses a folder that is not there, on that node alone, and by
 * {@code --volume} makes one that is root's; a launch runs on all its nodes or on none.
 */
final class MappedFolders {

    static final String NAME = "mapped_folders";

    private static final List<String> JOBS_OWN = List.of("/tmp/", "/var/tmp/", "/dev/shm/");

    private MappedFolders() {}

    /**
     * None where nothing is mapped; what stands at the script's head may be edited. What cannot be looked at, as behind
     * a closed folder, is docker's to say; so are folders that SLURM may give each job anew (job_container.conf(5)), of
     * which docker has others.
     */
    static Optional<ScriptStep> step(Launch launch) {
        ScriptFolders folders = ScriptFolders.of(launch);
        if (folders.plain().isEmpty()
                && folders.odd().stream().map(Mapping::host).allMatch(MappedFolders::isJobsOwn)) {
            return Optional.empty();
        }
        return Optional.of(new ScriptStep(NAME, "what is mapped is there; else nothing starts", """
                for mapped in %s; do
                  case $mapped/ in %s) continue ;; esac # a job may have that for itself
                  case $(LC_ALL=C stat --dereference -- "$mapped" 2>&1) in
                    *': No such file or directory') stop "$(uname -n) has no $mapped, which is to be mapped" ;;
                  esac
                done
                """.formatted(
                        folders.words(), String.join("* | ", JOBS_OWN) + "*")));
    }

    private static boolean isJobsOwn(String host) {
        return JOBS_OWN.stream().anyMatch(own -> (host + "/").startsWith(own));
    }
}
