package org.maxdock.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.maxdock.engine.RunConfiguration;
import org.maxdock.host.shell.Shell;
import org.maxdock.text.RawText;

/**
 * What the container itself runs. Mostly that is the image's entrypoint and the command, which Docker puts together.
 * Where something has to happen first, in the container and as the user, its sh does that and then becomes the command.
 */
final class ContainerCommand {

    /** Docker's client speaks JSON, which has no bytes that are not UTF-8; so each word comes as octal numbers. */
    private static final String DECODE =
            "n=$#; while [ $n -gt 0 ]; do w=$(printf %b \"$1.\"); shift; set -- \"$@\" \"${w%.}\"; n=$((n-1)); done";

    private static final String JUPYTER =
            "if jupyter lab --version >/dev/null 2>&1; then set -- lab \"$@\"; else set -- notebook \"$@\"; fi; "
                    + "exec jupyter \"$@\" --port=\"$PORT\"";

    private final List<String> before = new ArrayList<>();
    private final List<String> words = new ArrayList<>();

    /** @param cluster whether the container runs already, and only the command is given to it */
    ContainerCommand(LaunchPlan plan, boolean cluster) {
        Launch launch = plan.launch();
        List<String> command = command(launch, cluster);
        List<String> variables =
                launch.container().environment().stream().filter(RawText::isRaw).toList();
        boolean cd = !launch.directory().isEmpty()
                && (cluster || insideMapping(launch) || RawText.isRaw(launch.directory()));
        if (launch.kind() instanceof LaunchKind.Jupyter) {
            before.add("IFS= read -r JUPYTER_TOKEN && export JUPYTER_TOKEN && exec </dev/null");
        }
        if (launch.isX11()) {
            before.add("umask 077; XAUTHORITY=$HOME/.Xauthority; export XAUTHORITY; IFS= read -r c; "
                    + "printf %s \"$c\" | base64 -d > \"$XAUTHORITY\"; exec </dev/null; umask 022");
        }
        boolean raw =
                !variables.isEmpty() || command.stream().anyMatch(RawText::isRaw) || RawText.isRaw(launch.directory());
        if (raw) {
            before.add(DECODE);
        }
        if (cd) {
            before.add("cd -- \"$1\" && shift");
        }
        if (before.isEmpty()) {
            words.addAll(command);
            return;
        }
        List<String> arguments = new ArrayList<>();
        if (cd) {
            arguments.add(launch.directory());
        }
        if (!variables.isEmpty()) {
            arguments.add("env");
            arguments.addAll(variables);
            arguments.addAll(List.of("sh", "-c", "exec \"$@\"", "sh"));
        }
        RunConfiguration image = plan.record().identity().run();
        if (!cluster) {
            arguments.addAll(image.entrypoint());
        }
        arguments.addAll(command.isEmpty() ? image.command() : command);
        words.addAll(List.of("-c", String.join("; ", before) + "; exec \"$@\"", "sh"));
        arguments.forEach(a -> words.add(raw ? octal(a) : a));
    }

    private static List<String> command(Launch launch, boolean cluster) {
        if (launch.command().isEmpty() && launch.kind() instanceof LaunchKind.Jupyter) {
            return List.of(
                    "sh",
                    "-c",
                    JUPYTER,
                    "jupyter",
                    "--ip=0.0.0.0",
                    "--no-browser",
                    "--log-level=WARN"); // below, its log tells addresses, token and all
        }
        return launch.command().isEmpty() && cluster ? List.of("bash") : launch.command();
    }

    /**
     * Docker enters a working directory as root, which root squash refuses; so the container's sh does it, as the user.
     */
    private static boolean insideMapping(Launch launch) {
        String directory = launch.directory();
        return launch.mounts().stream()
                .anyMatch(m -> directory.equals(m.container()) || directory.startsWith(m.container() + "/"));
    }

    private static String octal(String word) {
        StringBuilder text = new StringBuilder();
        for (byte b : RawText.bytes(word)) {
            boolean plain = (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || b == '/';
            text.append(plain ? String.valueOf((char) b) : String.format(Locale.ROOT, "\\0%03o", b & 0xff));
        }
        return text.toString();
    }

    /** Whether the container's sh comes first, and so is its entrypoint. */
    boolean needsShell() {
        return !before.isEmpty();
    }

    /** What comes after the image's name. */
    String words() {
        return words.isEmpty() ? "" : " " + Shell.joinForBash(words);
    }

    /** What is given to a container that runs already. */
    String execWords() {
        return (needsShell() ? " sh" : "") + words();
    }
}
