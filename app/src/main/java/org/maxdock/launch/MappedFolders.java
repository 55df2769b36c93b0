package org.maxdock.launch;

import java.util.Optional;
import java.util.stream.Collectors;
import org.maxdock.host.shell.Shell;

/**
 * That what is mapped is on a node. Docker refuses a folder that is not there, on that node alone, and by
 * {@code --volume} makes one that is root's; a launch runs on all its nodes or on none.
 */
final class MappedFolders {

    static final String NAME = "mapped_folders";

    private MappedFolders() {}

    /** None where nothing is mapped. What cannot be looked at, as behind a closed folder, is docker's to say. */
    static Optional<ScriptStep> step(Launch launch) {
        if (launch.mounts().isEmpty()) {
            return Optional.empty();
        }
        String folders = launch.mounts().stream()
                .map(mapping -> Shell.quoteForBash(mapping.host()))
                .distinct()
                .collect(Collectors.joining(" "));
        return Optional.of(
                new ScriptStep(NAME, "what is mapped is there; else nothing starts", """
                folders=(%s)
                for mapped in "${folders[@]}"; do
                  case $(LC_ALL=C stat --dereference -- "$mapped" 2>&1) in
                    *': No such file or directory') stop "$(uname -n) has no $mapped, which is to be mapped" ;;
                  esac
                done
                """.formatted(folders)));
    }
}
