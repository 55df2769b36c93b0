package org.maxdock.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maxdock.engine.RunConfiguration;
import org.maxdock.host.shell.Shell;
import org.maxdock.mount.ContainerConditions;
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
                    + "if [ \"$(id -u)\" = 0 ]; then set -- \"$@\" --allow-root; fi; "
                    + "exec jupyter \"$@\" --port=\"$PORT\"";

    private static final String BEST_SHELL = "if command -v bash >/dev/null; then set -- bash; else set -- sh; fi";

    /**
     * Where the key of a display is: in memory of the container's own, since its home may be a folder of the user's.
     */
    static final String KEYS = "/maxdock.home";

    private static final String ENTRYPOINT = "--entrypoint=";

    private static final Set<String> SHELLS =
            Set.of("ash", "bash", "csh", "dash", "fish", "ksh", "mksh", "sh", "tcsh", "zsh");

    private final List<String> before = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final boolean enters;
    private final boolean replaces;
    private final Optional<String> program;

    /** @param cluster whether the container runs already, and only the command is given to it */
    ContainerCommand(LaunchPlan plan, boolean cluster) {
        Launch launch = plan.launch();
        RunConfiguration image = plan.record().identity().run();
        boolean bestShell = isBestShell(launch);
        Optional<String> given = entrypoint(launch);
        List<String> said = given.map(List::of).orElse(image.entrypoint());
        List<String> entrypoint = said.equals(List.of("")) ? List.of() : said; // it clears that of a base
        List<String> usual = given.isPresent() ? List.of() : image.command(); // as docker has it
        List<String> command = command(launch, bestShell);
        if (cluster && command.isEmpty() && !bestShell) { // there sshd is what was started, and this is not
            command = Stream.concat(entrypoint.stream(), usual.stream()).toList();
        }
        List<String> variables =
                launch.container().environment().stream().filter(RawText::isRaw).toList();
        this.enters = !launch.directory().isEmpty()
                && (cluster
                        || insideMapping(launch)
                        || RawText.isRaw(launch.directory())
                        || SiteCall.isBySite(launch) && !SiteWords.survives(launch.directory()));
        if (launch.kind() instanceof LaunchKind.Jupyter) {
            before.add("IFS= read -r JUPYTER_TOKEN || exit; export JUPYTER_TOKEN; exec </dev/null");
            if (!launch.container().sets("JUPYTER_PORT_RETRIES")) {
                before.add("export JUPYTER_PORT_RETRIES=0"); // the port that was found is the one that is shown
            }
            if (launch.directory().isEmpty() && !isRelative(launch.command())) {
                before.add(savingFolder(launch));
            }
        }
        if (launch.isX11()) {
            before.add(
                    launch.container().sets("XAUTHORITY")
                            ? "IFS= read -r c; exec </dev/null" // who names a file of keys has them in it
                            : "umask 077; export XAUTHORITY=" + KEYS + "/Xauthority; IFS= read -r c; "
                                    + "printf %s \"$c\" | base64 -d > $XAUTHORITY || { echo \"MaxDock: the key of the "
                                    + "display cannot be written to $XAUTHORITY in the container\" >&2; exit 3; }; "
                                    + "exec </dev/null; umask 022");
        }
        boolean raw =
                !variables.isEmpty() || command.stream().anyMatch(RawText::isRaw) || RawText.isRaw(launch.directory());
        if (raw) {
            before.add(DECODE);
        }
        if (enters) {
            before.add("cd -- \"$1\" || exit 126; shift"); // else the folder would be the program
        }
        if (bestShell && variables.isEmpty()) {
            before.add(BEST_SHELL);
        }
        boolean passesEntrypoint = !cluster && !bestShell && !isShell(launch);
        this.program = bestShell
                ? Optional.of("sh")
                : Stream.of(passesEntrypoint ? entrypoint : List.<String>of(), own(launch), command, usual)
                        .flatMap(List::stream)
                        .findFirst();
        this.replaces = !before.isEmpty() || !cluster && !passesEntrypoint && !entrypoint.isEmpty();
        if (!replaces) {
            words.addAll(command);
            return;
        }
        List<String> arguments = new ArrayList<>();
        if (enters) {
            arguments.add(launch.directory());
        }
        if (!variables.isEmpty()) {
            arguments.add("env");
            arguments.addAll(variables);
            arguments.addAll(List.of("sh", "-c", bestShell ? BEST_SHELL + "; exec \"$@\"" : "exec \"$@\"", "sh"));
        }
        if (passesEntrypoint) {
            arguments.addAll(entrypoint);
        }
        arguments.addAll(command.isEmpty() && !bestShell ? usual : command);
        before.add("exec \"$@\"");
        words.addAll(List.of("-c", String.join("; ", before), "sh"));
        arguments.forEach(a -> words.add(raw ? octal(a) : a));
    }

    /** The one that an option of docker puts in the place of the image's; empty in it for none at all. */
    private static Optional<String> entrypoint(Launch launch) {
        return launch.container().arguments().stream()
                .filter(word -> word.startsWith(ENTRYPOINT))
                .map(word -> word.substring(ENTRYPOINT.length()))
                .reduce((earlier, later) -> later);
    }

    /** Whether the launch is of a shell, of which the image may have a better one or not. */
    private static boolean isBestShell(Launch launch) {
        return launch.command().isEmpty()
                ? launch.kind() instanceof LaunchKind.Shell
                : launch.kind() instanceof LaunchKind.Shell && launch.command().equals(List.of("bash"));
    }

    /** Whether it is of a shell by its name: no image's entrypoint is to make an argument of that. */
    private static boolean isShell(Launch launch) {
        return launch.kind() instanceof LaunchKind.Shell
                && !launch.command().isEmpty()
                && SHELLS.contains(SearchPath.name(launch.command().getFirst()));
    }

    /** Whether its program is looked for from the folder that the image begins in. */
    private static boolean isRelative(List<String> command) {
        return !command.isEmpty() && command.getFirst().indexOf('/') > 0; // execvp(3)
    }

    /** Lines of sh that go where notebooks can be saved: to a folder that is mapped, or else home. */
    private static String savingFolder(Launch launch) {
        String folders = launch.mounts().stream()
                .filter(m -> !m.readOnly() && !RawText.isRaw(m.container()))
                .map(m -> Shell.quote(m.container()) + " ")
                .collect(Collectors.joining());
        String current = launch.mode() == RunMode.DOCKERRUN ? ContainerConditions.DOCKER_PWD + " " : "";
        return "for d in " + folders + current
                + "\"$HOME\" /tmp; do if [ -w \"$d\" ] && cd -- \"$d\"; then break; fi; done";
    }

    /** The program that a kind of launch starts by itself, where nothing else is said. */
    private static List<String> own(Launch launch) {
        boolean jupyter = launch.command().isEmpty() && launch.kind() instanceof LaunchKind.Jupyter;
        return jupyter ? List.of("jupyter") : List.of();
    }

    private static List<String> command(Launch launch, boolean bestShell) {
        if (!own(launch).isEmpty()) {
            return List.of(
                    "sh",
                    "-c",
                    JUPYTER,
                    "jupyter",
                    "--ip=0.0.0.0",
                    "--no-browser",
                    "--log-level=WARN"); // below, its log tells addresses, token and all
        }
        return bestShell ? List.of() : launch.command();
    }

    /**
     * Docker enters a working directory as root, which root squash refuses; so the container's sh does it, as the user.
     */
    private static boolean insideMapping(Launch launch) {
        String directory = launch.directory();
        return (SiteCall.isBySite(launch) && directory.startsWith(ContainerConditions.DOCKER_PWD + "/"))
                || launch.mounts().stream()
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
        return replaces;
    }

    /**
     * What is looked for by PATH once all else is done: the entrypoint's first word, or else the command's. Empty where
     * neither the launch nor the image says any.
     */
    Optional<String> program() {
        return program;
    }

    /** Whether it goes by itself to where the work begins, so that Docker need not. */
    boolean entersDirectory() {
        return enters;
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
