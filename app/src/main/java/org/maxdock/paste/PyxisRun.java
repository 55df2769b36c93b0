package org.maxdock.paste;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.maxdock.host.shell.ShellWords;
import org.maxdock.paste.NotTaken.Why;

/**
 * A step of SLURM in a container of pyxis, as docker run would have it (github.com/NVIDIA/pyxis: {@code srun
 * --container-image=REGISTRY#IMAGE --container-mounts=SOURCE:TARGET:FLAGS}); a script's options stand in its comments.
 */
final class PyxisRun {

    private static final Set<String> STARTERS = Set.of("srun", "sbatch", "salloc");
    private static final Pattern IN_SCRIPT = Pattern.compile("(?m)^\\s*#SBATCH\\s+(--container-\\S.*)$");
    private static final Pattern IMAGE = Pattern.compile("^(?:[a-z]+://)?(?:[^@/#]+@)?(?:([^#/]+)#)?(.*)$");

    /** Options of srun with one letter that have a value (srun(1)). */
    private static final String WITH_VALUE = "ABcCdDeGiJLmMnNopPqrStTVwWx";

    /** Those with a name that have none, or only behind a sign. */
    private static final Set<String> WITHOUT_VALUE = Set.of(
            "contiguous",
            "disable-status",
            "exact",
            "exclusive",
            "help",
            "hold",
            "immediate",
            "kill-on-bad-exit",
            "label",
            "multi-prog",
            "nice",
            "no-allocate",
            "no-kill",
            "overcommit",
            "overlap",
            "oversubscribe",
            "parsable",
            "preserve-env",
            "propagate",
            "pty",
            "quiet",
            "reboot",
            "requeue",
            "no-requeue",
            "share",
            "spread-job",
            "unbuffered",
            "use-min-nodes",
            "verbose",
            "wait",
            "x11");

    private static final Set<String> PYXIS_WITH_VALUE = Set.of("image", "mounts", "workdir", "name", "save", "env");
    /** What a container of Docker's has by itself, or is told in other ways. */
    private static final Set<String> NEEDLESS = Set.of("name", "writable");

    private static final Map<String, Why> LEFT = Map.of(
            "remap-root", Why.RUN_MODE,
            "save", Why.ATTENDED);

    private final ShellWords.Read read;
    private final PastedMappings found;
    private final List<String> options = new ArrayList<>();
    private final List<String> slurms = new ArrayList<>();
    private String image = "";
    private int at;

    private PyxisRun(ShellWords.Read read, PastedMappings found) {
        this.read = read;
        this.found = found;
    }

    /**
     * What it runs, where there is one.
     *
     * @param text whose commands they are
     */
    static Optional<ShellWords.Read> of(String text, List<ShellWords.Read> commands, PastedMappings found) {
        List<String> script = new ArrayList<>();
        for (Matcher line = IN_SCRIPT.matcher(text); line.find(); ) {
            script.addAll(ShellWords.read(line.group(1), found.variables()).words());
        }
        Optional<ShellWords.Read> step =
                commands.stream().filter(command -> !starter(command).isEmpty()).findFirst();
        boolean named = script.stream().anyMatch(PyxisRun::isImage)
                || step.filter(read -> read.words().stream().anyMatch(PyxisRun::isImage))
                        .isPresent();
        return Optional.of(new PyxisRun(step.orElse(ShellWords.Read.NOTHING), found))
                .filter(run -> named)
                .map(run -> run.run(script));
    }

    private static boolean isImage(String word) {
        return word.equals("--container-image") || word.startsWith("--container-image=");
    }

    /** The words up to the program that starts a step; none where there is none. */
    private static List<String> starter(ShellWords.Read command) {
        List<String> words = command.words();
        for (int i = 0; i < words.size() && !words.get(i).startsWith("-"); i++) {
            if (STARTERS.contains(words.get(i).substring(words.get(i).lastIndexOf('/') + 1))) {
                return words.subList(0, i + 1);
            }
        }
        return List.of();
    }

    private ShellWords.Read run(List<String> script) {
        options(script);
        List<String> starter = starter(read);
        List<String> step = read.words().subList(starter.size(), read.words().size());
        options(step);
        List<String> command = step.subList(Math.min(at, step.size()), step.size());
        if (!slurms.isEmpty()) {
            String by = starter.isEmpty() ? "#SBATCH" : starter.getLast();
            found.notTaken(by + " " + String.join(" ", slurms), Why.PLACE);
        }
        List<String> words = new ArrayList<>(List.of("docker", "run"));
        words.addAll(options);
        words.add(image);
        words.addAll(command);
        return new ShellWords.Read(
                words, read.unresolved(), read.quoted(), read.given(), read.unknown(), read.folder(), read.operator());
    }

    /** Up to the first word that is none. */
    private void options(List<String> words) {
        for (at = 0; at < words.size() && words.get(at).startsWith("-"); at++) {
            String word = words.get(at);
            if (word.equals("--")) {
                at++;
                return;
            }
            int equals = word.indexOf('=');
            String name = word.startsWith("--") ? word.substring(2, equals < 0 ? word.length() : equals) : "";
            boolean containers = name.startsWith("container-") || name.startsWith("no-container-");
            boolean valued = word.startsWith("--")
                    ? equals < 0 && (containers ? isValued(name) : !WITHOUT_VALUE.contains(name))
                    : word.length() == 2 && WITH_VALUE.indexOf(word.charAt(1)) >= 0;
            String next = valued && at + 1 < words.size() ? words.get(++at) : "";
            if (containers) {
                option(name, equals < 0 ? next : word.substring(equals + 1));
            } else {
                slurms.add(next.isEmpty() ? word : word + " " + next);
            }
        }
    }

    private static boolean isValued(String name) {
        return name.startsWith("container-") && PYXIS_WITH_VALUE.contains(name.substring("container-".length()));
    }

    private void option(String name, String value) {
        String what = name.replaceFirst("^container-", "");
        switch (what) {
            case "image" -> image = image(value);
            case "mounts" -> {
                for (String mount : value.split(",")) {
                    String[] parts = mount.split(":", 3);
                    String target = parts.length == 1 ? parts[0] : parts[1];
                    options.add("--volume=" + parts[0] + ":" + target
                            + (parts.length < 3 ? "" : ":" + parts[2].replace('+', ',')));
                }
            }
            case "workdir" -> options.add("--workdir=" + value);
            case "env" -> {
                for (String variable : value.split(",")) {
                    options.add("--env=" + variable);
                }
            }
            case "mount-home" -> {
                String home = found.variables().getOrDefault("HOME", "~");
                options.add("--volume=" + home + ":" + home);
            }
            case "readonly" -> options.add("--read-only");
            default -> {
                if (!NEEDLESS.contains(what) && !what.startsWith("no-")) {
                    found.notTaken(
                            "--" + name + (value.isEmpty() ? "" : "=" + value), LEFT.getOrDefault(what, Why.NO_PLACE));
                }
            }
        }
    }

    /** The registry stands ahead of a hash, the user ahead of an at sign (github.com/NVIDIA/enroot, import). */
    private static String image(String value) {
        Matcher parts = IMAGE.matcher(value);
        return parts.matches() ? (parts.group(1) == null ? "" : parts.group(1) + "/") + parts.group(2) : value;
    }
}
