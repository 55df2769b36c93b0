package org.maxdock.launch;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;

/**
 * Whether the files that a launch has SLURM write to can be made: where their folder is missing, the job ends before
 * anything of it ran, and says so nowhere (sbatch(1), --output). What only the job will know is left to SLURM.
 */
final class OutputCheck implements LaunchCheck {

    private static final List<String> OPTIONS = List.of("--output=", "--error=");

    private final Host host;

    OutputCheck(Host host) {
        this.host = host;
    }

    @Override
    public String subject() {
        return "output";
    }

    @Override
    public List<PreflightCheck> check(Launch launch, Optional<ImageRecord> record) throws Trouble {
        List<String> folders = launch.place().allocation().stream()
                .flatMap(asked -> asked.more().stream())
                .flatMap(option -> folder(option, launch.name()))
                .distinct()
                .toList();
        for (String folder : folders) {
            if (!host.run(Command.script("[ -d \"$1\" ] && [ -w \"$1\" ]", folder))
                    .ok()) {
                return List.of(PreflightCheck.fails(
                        "output", Message.of("check.output.none", folder), Message.of("check.output.make")));
            }
        }
        return List.of();
    }

    /** The folder of the file that an option names, where it is known now. */
    private static Stream<String> folder(String option, String name) {
        return OPTIONS.stream()
                .filter(option::startsWith)
                .map(o -> option.substring(o.length()).replace("%x", name))
                .filter(file -> file.startsWith("/") && file.indexOf('\\') < 0)
                .map(file -> file.substring(0, file.lastIndexOf('/') + 1))
                .filter(folder -> folder.indexOf('%') < 0);
    }
}
