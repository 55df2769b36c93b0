package org.maxdock.paste;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.maxdock.host.shell.ShellWords;
import org.maxdock.paste.NotTaken.Why;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * A step of SLURM in a container of pyxis, as docker run would have it (github.com/NVIDIA/pyxis: {@code srun
 * --container-image=REGISTRY#IMAGE --container-mounts=SOURCE:TARGET:FLAGS}); a script's options stand in its comments,
 * and hold for its steps, or for the whole script where it has none.
 */
final class PyxisRun {

    private static final Set<String> STARTERS = Set.of("srun", "sbatch", "salloc");
    private static final Pattern IN_SCRIPT = Pattern.compile("(?m)^\\s*#SBATCH\\s+(--container-\\S.*)$");
    private static final Pattern SCHEME = Pattern.compile("^[a-z]+://");
    /** A user, who stands ahead of registry and image; a digest stands behind them (github.com/NVIDIA/enroot). */
    private static final Pattern USER = Pattern.compile("^[^@/#:]+@([^:]+(?::[^@]*)?(?:@.*)?)$");

    private static final Pattern DIGEST = Pattern.compile("^[a-z0-9]+:[0-9a-fA-F]{32,}$");
    /** A file of enroot's, which holds an image. */
    private static final Pattern FILE =
            Pattern.compile("^(?:[./~]|\\$\\{?\\w+\\}?/).*|.*\\.(?:sqsh|squashfs|sif|img)$");

    private static final Pattern SETS = Pattern.compile("(?s)^([A-Za-z_][A-Za-z0-9_]*)=.*");

    /** What a script does ahead of what it is for; it sets what is known of it meanwhile. */
    private static final Set<String> SETTING = Set.of("cd", "set", "export", "echo", "printf", ":", "date", "hostname");

    /** What a container of Docker's has by itself, or is told in other ways. */
    private static final Set<String> NEEDLESS = Set.of("name", "writable");

    private static final Map<String, Why> LEFT = Map.of(
            "remap-root", Why.RUN_MODE,
            "save", Why.ATTENDED);

    private static final int MOST_TOLD = 100;

    private final ShellWords.Read read;
    private final PastedMappings found;
    private final List<String> options = new ArrayList<>();
    private final List<String> slurms = new ArrayList<>();
    private final Set<String> variables = new LinkedHashSet<>();
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
     * @throws Trouble where its image is a file
     */
    static Optional<ShellWords.Read> of(String text, List<ShellWords.Read> commands, PastedMappings found)
            throws Trouble {
        List<String> script = new ArrayList<>();
        for (Matcher line = IN_SCRIPT.matcher(text); line.find(); ) {
            script.addAll(ShellWords.read(line.group(1), found.variables()).words());
        }
        boolean whole = script.stream().anyMatch(PyxisRun::isImage);
        List<ShellWords.Read> steps = commands.stream()
                .filter(command -> isStep(command.words(), whole))
                .toList();
        if (steps.isEmpty() && !whole) {
            return Optional.empty();
        }
        List<ShellWords.Read> run = steps.isEmpty()
                ? commands.stream()
                        .filter(command -> !SETTING.contains(command.words().getFirst()))
                        .filter(command ->
                                !SETS.matcher(command.words().getLast()).matches())
                        .toList()
                : steps;
        run.stream()
                .skip(1)
                .limit(MOST_TOLD)
                .forEach(other -> found.notTaken(String.join(" ", other.words()), Why.OTHER_RUN));
        ShellWords.Read first = run.isEmpty() ? ShellWords.Read.NOTHING : run.getFirst();
        return Optional.of(new PyxisRun(first, found).run(script));
    }

    private static boolean isImage(String word) {
        return word.equals("--container-image") || word.startsWith("--container-image=");
    }

    /** @param inherits whether a step without an image of its own has the script's */
    private static boolean isStep(List<String> words, boolean inherits) {
        int options = starter(words) + 1;
        return options > 0
                && (inherits && name(words.get(options - 1)).equals("srun")
                        || words.subList(options, words.size()).stream().anyMatch(PyxisRun::isImage));
    }

    private static String name(String word) {
        return word.substring(word.lastIndexOf('/') + 1);
    }

    /** Which word starts the step: of several the last one that stands ahead of an image; -1 where none does. */
    private static int starter(List<String> words) {
        int last = -1;
        for (int i = 0; i < words.size() && !isImage(words.get(i)); i++) {
            boolean image = words.subList(i, words.size()).stream().anyMatch(PyxisRun::isImage);
            if (STARTERS.contains(name(words.get(i))) && (last < 0 || image)) {
                last = i;
            }
        }
        return last;
    }

    private ShellWords.Read run(List<String> script) throws Trouble {
        List<String> words = read.words();
        int starter = starter(words);
        options(script, true);
        List<String> step = words.subList(starter + 1, words.size());
        options(step, starter >= 0 && name(words.get(starter)).equals("sbatch"));
        List<String> command = step.subList(Math.min(at, step.size()), step.size());
        List<String> ahead = words.subList(0, Math.max(0, starter));
        if (!slurms.isEmpty() || ahead.stream().anyMatch(word -> STARTERS.contains(name(word)))) {
            String by = starter < 0 ? "#SBATCH" : words.get(starter);
            List<String> told = new ArrayList<>(ahead.stream()
                    .dropWhile(word -> !STARTERS.contains(name(word)))
                    .toList());
            told.add(by);
            told.addAll(slurms);
            found.notTaken(String.join(" ", told), Why.PLACE);
        }
        if (FILE.matcher(image).matches()) {
            throw new Trouble(TroubleKind.IMAGE_FILE_PASTED, image);
        }
        List<String> run = new ArrayList<>(List.of("docker", "run"));
        run.addAll(options);
        environment(ahead).forEach(variable -> run.add("--env=" + variable));
        run.add(image);
        run.addAll(command);
        return new ShellWords.Read(
                run, read.unresolved(), read.quoted(), read.given(), read.unknown(), read.folder(), read.operator());
    }

    /** A step has what its shell has set and exported, as those are that stand ahead of it. */
    private List<String> environment(List<String> ahead) {
        List<String> all = new ArrayList<>();
        SortedSet<String> exported = new TreeSet<>(read.given().keySet());
        for (String word : ahead) {
            Matcher sets = SETS.matcher(word);
            if (sets.matches()) {
                all.add(word);
                exported.remove(sets.group(1));
            } else if (!word.equals("env")) {
                break;
            }
        }
        exported.stream().filter(name -> !variables.contains(name)).forEach(all::add);
        return all;
    }

    /** Up to the first word that is none. */
    private void options(List<String> words, boolean ofSbatch) throws Trouble {
        at = 0;
        while (at < words.size() && words.get(at).startsWith("-")) {
            if (words.get(at).equals("--")) {
                at++;
                return;
            }
            StepOption option = StepOption.at(words, at, ofSbatch);
            at += option.words();
            if (option.isOfContainer()) {
                option(option);
            } else {
                slurms.add(option.text());
            }
        }
    }

    private void option(StepOption option) {
        String value = option.value();
        switch (option.ofContainer()) {
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
                    variables.add(variable);
                    options.add("--env=" + variable);
                }
            }
            case "mount-home" -> {
                String home = found.variables().getOrDefault("HOME", "~");
                options.add("--volume=" + home + ":" + home);
            }
            case "readonly" -> options.add("--read-only");
            default -> {
                String what = option.ofContainer();
                if (!NEEDLESS.contains(what) && !what.startsWith("no-")) {
                    found.notTaken(
                            "--" + option.name() + (value.isEmpty() ? "" : "=" + value),
                            LEFT.getOrDefault(what, Why.NO_PLACE));
                }
            }
        }
    }

    /** The registry stands ahead of a hash, the user ahead of an at sign (github.com/NVIDIA/enroot, import). */
    private static String image(String value) {
        String plain = SCHEME.matcher(value).replaceFirst("");
        Matcher user = USER.matcher(plain);
        String named = user.matches() && !DIGEST.matcher(user.group(1)).matches() ? user.group(1) : plain;
        int hash = named.indexOf('#');
        return hash < 0 ? named : named.substring(0, hash) + "/" + named.substring(hash + 1);
    }
}
