package org.maxdock.launch;

import java.util.List;
import org.maxdock.host.shell.Shell;
import org.maxdock.mount.Mapping;

/** The forms that a mount plan can be written in, to be used without MaxDock. */
public enum PlanForm {
    DOCKER_RUN("docker run"),
    DOCKER_MOUNT("--mount"),
    DOCKERRUN("dockerrun"),
    DOCKERCLUSTER("dockercluster"),
    COMPOSE("compose"),
    APPTAINER("Apptainer");

    private final String title;

    PlanForm(String title) {
        this.title = title;
    }

    /** A name of the field, the same in all languages. */
    public String title() {
        return title;
    }

    /** @param directory where the work begins in the container; empty for the image's own */
    public String write(String image, List<Mapping> plan, String directory, List<String> command) {
        return switch (this) {
            case DOCKER_RUN -> CommandLines.of(RunMode.ME, image, plan, directory, command);
            case DOCKER_MOUNT -> CommandLines.withMounts(image, plan, directory, command);
            case DOCKERRUN -> CommandLines.of(RunMode.DOCKERRUN, image, plan, directory, command);
            case DOCKERCLUSTER -> CommandLines.of(RunMode.DOCKERCLUSTER, image, plan, directory, command);
            case COMPOSE -> compose(plan, directory);
            case APPTAINER -> apptainer(image, plan, directory, command);
        };
    }

    /** The long form of the Compose specification, which takes any path and creates none. */
    private static String compose(List<Mapping> plan, String directory) {
        String begin = directory.isEmpty() ? "" : "working_dir: " + yaml(directory) + "\n";
        StringBuilder text = new StringBuilder(begin).append("volumes:");
        for (Mapping mapping : plan) {
            text.append("\n  - type: bind\n    source: ")
                    .append(yaml(mapping.host()))
                    .append("\n    target: ")
                    .append(yaml(mapping.container()));
            if (mapping.readOnly()) {
                text.append("\n    read_only: true");
            }
            text.append("\n    bind: {create_host_path: false}");
        }
        return plan.isEmpty() ? begin + "volumes: []" : text.toString();
    }

    /** In single quotes YAML knows only one special thing, the quote itself; and a dollar is Compose's own, doubled. */
    private static String yaml(String text) {
        return "'" + text.replace("'", "''").replace("$", "$$") + "'";
    }

    private static String apptainer(String image, List<Mapping> plan, String directory, List<String> command) {
        StringBuilder line = new StringBuilder(command.isEmpty() ? "apptainer run" : "apptainer exec");
        for (Mapping mapping : plan) {
            line.append(" \\\n  --bind ")
                    .append(Shell.quoteForBash(
                            mapping.host() + ":" + mapping.container() + (mapping.readOnly() ? ":ro" : "")));
        }
        if (!directory.isEmpty()) {
            line.append(" \\\n  --pwd ").append(Shell.quoteForBash(directory));
        }
        line.append(" \\\n  ").append(Shell.quoteForBash("docker://" + (image.isEmpty() ? "IMAGE" : image)));
        return line + (command.isEmpty() ? "" : " " + Shell.joinForBash(command));
    }
}
