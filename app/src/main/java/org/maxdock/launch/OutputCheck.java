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
 * anything of it ran, and says so nowhere (sbatch(1), --output). It is noted only: a folder may be there on nodes
 * alone. What only the job will know is left to SLURM.
 */
final class OutputCheck implements LaunchCheck {

    private static final List<String> OPTIONS = List.of("--output=", "--error=");

    private static final String CAN_BE_WRITTEN = "[ -w \"$1\" ] || { [ -d \"$2\" ] && [ -w \"$2\" ]; }";

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
        List<String> files = launch.place().allocation().stream()
                .flatMap(asked -> asked.more().stream())
                .flatMap(option -> file(option, launch.name()))
                .distinct()
                .toList();
        for (String file : files) {
            String folder = file.substring(0, file.lastIndexOf('/') + 1);
            if (!host.run(Command.script(CAN_BE_WRITTEN, file, folder)).ok()) {
                return List.of(PreflightCheck.note("output", Message.of("check.output.none", folder)));
            }
        }
        return List.of();
    }

    /** The file that an option names, where its folder is known now. */
    private static Stream<String> file(String option, String name) {
        return OPTIONS.stream()
                .filter(option::startsWith)
                .map(o -> option.substring(o.length()).replace("%x", name))
                .filter(file -> file.startsWith("/") && file.indexOf('\\') < 0)
                .filter(file -> file.lastIndexOf('%', file.lastIndexOf('/')) < 0);
    }
}
