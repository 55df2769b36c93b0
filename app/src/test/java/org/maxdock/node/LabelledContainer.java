package org.maxdock.node;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.maxdock.host.shell.Shell;

/**
 * An engine with one container that runs as the user on the host: a docker in a folder, which answers what a template
 * asks. As Docker does, it gives the labels of an image to its container, whose own go before them.
 *
 * @param ofImage labels of its image
 * @param own labels that it was given itself
 */
public record LabelledContainer(Map<String, String> ofImage, Map<String, String> own) {

    public static final String ID = "5".repeat(64);

    /** All labels that a launch gives. */
    public static final List<String> LABELS = List.of("user", "job", "step", "mark", "launch", "port");

    /** What a launch of this user in job 9 gives. */
    public static Map<String, String> ofLaunch(String user, String mark) {
        return Map.of(
                "maxdock.user",
                user,
                "maxdock.job",
                "9",
                "maxdock.step",
                "9-1",
                "maxdock.mark",
                mark,
                "maxdock.launch",
                "tomo",
                "maxdock.port",
                "");
    }

    /** Writes a program named docker into that folder. */
    public void write(Path folder, String uid) throws Exception {
        Map<String, String> merged = new TreeMap<>(ofImage);
        merged.putAll(own);
        StringBuilder script = new StringBuilder("#!/bin/bash\nformat=''\n"
                + "while [ $# -gt 0 ]; do case $1 in --format) format=$2; shift ;; --filter) filter=$2; shift ;;\n"
                + "  ps | image | inspect) verb=$verb$1 ;; esac; shift; done\n"
                + "case $verb in\n  ps) case $filter in\n");
        merged.forEach((name, value) -> script.append("    ")
                .append(Shell.quote("label=" + name + "=" + value))
                .append(") echo " + ID + " ;;\n"));
        script.append("    esac ;;\n  imageinspect) echo ")
                .append(Shell.quote(json(ofImage)))
                .append(" ;;\n  inspect)\n");
        replace(script, "{{.Id}}", ID);
        replace(script, "{{.State.Pid}}", "0");
        replace(script, "{{.HostConfig.UsernsMode}}", "host");
        replace(script, "{{printf \"%q\" .Config.User}}", "\"" + uid + ":100\"");
        replace(script, "{{.Name}}", "/name");
        replace(script, "{{.Image}}", "sha256:1");
        for (String label : LABELS) {
            String value = merged.getOrDefault("maxdock." + label, "");
            replace(
                    script,
                    "{{with index .Config.Labels \"maxdock." + label + "\"}}{{printf \"%q\" .}}{{end}}",
                    value.isEmpty() ? "" : "\"" + value + "\"");
        }
        script.append("  echo \"$format\" ;;\nesac\n");
        Path file = Files.writeString(folder.resolve("docker"), script);
        if (!file.toFile().setExecutable(true)) {
            throw new IllegalStateException(file.toString());
        }
    }

    private static void replace(StringBuilder script, String asked, String answer) {
        script.append("  format=${format//")
                .append(Shell.quote(asked))
                .append("/")
                .append(Shell.quote(answer))
                .append("}\n");
    }

    private static String json(Map<String, String> labels) {
        StringBuilder json = new StringBuilder("{");
        labels.forEach((name, value) ->
                json.append(json.length() > 1 ? "," : "").append("\"" + name + "\":\"" + value + "\""));
        return json + "}";
    }
}
