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
     */
    public static String of(RunMode mode, String image, List<Mapping> plan, List<String> command) {
        return write(
                mode,
                image,
                plan.stream().map(m -> "-v " + Shell.quote(m.volume())).toList(),
                command);
    }

    /** As oneself, with --mount, which takes any path and, unlike -v, creates none. */
    public static String withMounts(String image, List<Mapping> plan, List<String> command) {
        return write(
                RunMode.ME,
                image,
                plan.stream().map(m -> "--mount " + Shell.quote(m.mount())).toList(),
                command);
    }

    private static String write(RunMode mode, String image, List<String> options, List<String> command) {
        String named = Shell.quote(image.isEmpty() ? "IMAGE" : image);
        String words = command.isEmpty() ? "" : " " + Shell.join(command);
        List<String> lines = new ArrayList<>();
        switch (mode) {
            case ISOLATED -> lines.add("docker run --rm -it");
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
