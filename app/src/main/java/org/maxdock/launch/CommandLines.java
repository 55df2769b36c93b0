package org.maxdock.launch;

import java.util.ArrayList;
import java.util.List;
import org.maxdock.host.shell.Shell;
import org.maxdock.mount.Mapping;

/** What one would type for a mount plan, by hand, in each run mode. */
public final class CommandLines {

    private static final String NEXT_LINE = " \\\n  ";

    private CommandLines() {}

    /**
     * The command, a mapping a line. dockercluster takes Docker's arguments after the image's name (the site's page).
     *
     * @param directory where the work begins in the container; empty for the image's own
     */
    public static String of(RunMode mode, String image, List<Mapping> plan, String directory, List<String> command) {
        List<String> options = new ArrayList<>();
        plan.forEach(m -> options.add("-v " + Shell.quoteForBash(m.volume())));
        return write(mode, image, inDirectory(options, directory), command);
    }

    /** As oneself, with --mount, which takes any path and, unlike -v, creates none. */
    public static String withMounts(String image, List<Mapping> plan, String directory, List<String> command) {
        List<String> options = new ArrayList<>();
        plan.forEach(m -> options.add("--mount " + Shell.quoteForBash(m.mount())));
        return write(RunMode.ME, image, inDirectory(options, directory), command);
    }

    private static List<String> inDirectory(List<String> options, String directory) {
        if (!directory.isEmpty()) {
            options.add("-w " + Shell.quoteForBash(directory));
        }
        return options;
    }

    private static String write(RunMode mode, String image, List<String> options, List<String> command) {
        String named = Shell.quoteForBash(image.isEmpty() ? "IMAGE" : image);
        String words = command.isEmpty() ? "" : " " + Shell.joinForBash(command);
        List<String> lines = new ArrayList<>();
        switch (mode) {
            case ISOLATED -> lines.add("docker run --rm -it --security-opt no-new-privileges");
            case ME ->
                lines.add("docker run --rm -it --userns=host -u \"$(id -u):$(id -g)\" --security-opt "
                        + "no-new-privileges $(id -G | sed 's/[^ ]*/--group-add &/g')");
            case DOCKERRUN -> lines.add("dockerrun --rm -it");
            case DOCKERCLUSTER -> lines.add("dockercluster " + named);
        }
        lines.addAll(options);
        if (mode != RunMode.DOCKERCLUSTER) {
            lines.add(named + words);
        }
        String line = String.join(NEXT_LINE, lines);
        return mode == RunMode.DOCKERCLUSTER && !command.isEmpty() ? line + "\ndockerexec" + words : line;
    }
}
