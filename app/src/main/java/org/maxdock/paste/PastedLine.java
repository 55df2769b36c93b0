package org.maxdock.paste;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maxdock.host.shell.ShellWords;
import org.maxdock.launch.DockerWords;
import org.maxdock.paste.NotTaken.Why;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Untrusted;

/**
 * A command line with Docker's options. They end with the image, except for the site's dockercluster, which takes them
 * after it (the site's page): what follows the image elsewhere is the container's own.
 */
final class PastedLine {

    /** Characters; execve(2) would take some more, and nobody pastes them. */
    private static final int LONGEST = 1 << 16;
    /** Of what is not known in it. */
    private static final int MOST_TOLD = 100;

    private static final String DOCKERCLUSTER = "dockercluster";

    /** Of the site's dockerrun, with one dash; also with two, as people write them. */
    private static final Pattern DOCKERRUNS = Pattern.compile("-?(-no-add-[a-z-]{1,40})");

    /** The options of dockercluster that have a value (the site's page); they stand before the image. */
    private static final String DOCKERCLUSTERS_VALUES = "np";

    /** Docker with all GPUs, as it was called before 19.03. */
    private static final String NVIDIA = "nvidia-docker";

    static final Set<String> ENGINES = Set.of("docker", "docker.exe", NVIDIA, "podman", "nerdctl");
    private static final Set<String> GLOBAL_WITH_VALUE = Set.of(
            "-H",
            "--host",
            "-n",
            "--namespace",
            "-a",
            "--address",
            "-c",
            "--context",
            "--config",
            "-l",
            "--log-level",
            "--tlscacert",
            "--tlscert",
            "--tlskey",
            "--url",
            "--connection",
            "--identity",
            "--root",
            "--runroot",
            "--runtime",
            "--storage-driver",
            "--storage-opt",
            "--snapshotter",
            "--data-root",
            "--tmpdir",
            "--cgroup-manager");

    /** A variable that is called so is the image. */
    private static final Pattern IMAGES = Pattern.compile("(?i)image|img|tag|container");

    /** Prints the name of an image rather than options. */
    private static final Pattern ENGINES_OUTPUT = Pattern.compile("(?:\\$\\(|`)\\s*(?:docker|podman|nerdctl)\\s");

    private static final Pattern TAGGED = Pattern.compile("^[a-z0-9][a-zA-Z0-9._/-]*:[\\w.-]+$");

    /** What a page says that options may come. */
    private static final Pattern FILL_IN =
            Pattern.compile("(?i)\\.{3}|…|\\[.*\\]|<[^<>]*\\b(?:options?|args|flags?)\\b[^<>]*>");

    private static final Pattern MAYBE_IMAGE = Pattern.compile("[:/]");

    private final PastedMappings found;
    private final ShellWords.Read read;
    private final List<String> words;
    private final String folder;
    private final String operator;
    private final List<String> unresolved;
    private final LastLike last;
    private final List<PastedRest.Option> others = new ArrayList<>();
    private final List<String> site = new ArrayList<>();
    private String program = "";
    private String image = "";
    private AheadOfRun ahead;
    /** Whether it is a service of a swarm. */
    private boolean swarm;

    private int programAt;
    private int at;

    private PastedLine(ShellWords.Read read, PastedMappings found) {
        this.read = read;
        this.words = read.words();
        this.folder = read.folder();
        this.operator = read.operator();
        this.unresolved = read.unresolved().stream().distinct().limit(MOST_TOLD).toList();
        this.found = found;
        this.last = new LastLike(words);
    }

    /** @throws Trouble where it is longer than any line */
    static void read(String line, PastedMappings found) throws Trouble {
        CopiedText.Meant meant =
                Untrusted.of(LONGEST, TroubleKind.PASTE_UNREADABLE).text(line, CopiedText::meant);
        List<ShellWords.Read> outer = ShellWords.commands(meant.text(), found.variables());
        List<PastedLine> commands = all(outer, found);
        Optional<ShellWords.Read> step =
                commands.stream().noneMatch(PastedLine::isRun) ? PyxisRun.of(line, outer, found) : Optional.empty();
        if (step.isPresent()) {
            commands = all(List.of(step.get()), found);
        } else if (commands.stream().noneMatch(PastedLine::isRun)) {
            Optional<InnerRun> inner = InnerRun.of(outer, found.variables());
            commands = inner.map(run -> all(run.commands(), found)).orElse(commands);
            inner.filter(run -> AheadOfRun.isElsewhere(run.before()))
                    .ifPresent(run -> found.notTaken(String.join(" ", run.before()), Why.PLACE));
            inner.map(run -> AroundRun.of(List.of(), run.before()))
                    .ifPresent(around -> around.forEach(what -> found.notTaken(what, Why.AROUND)));
        }
        read(commands, meant.beside(), found);
    }

    /** The runs that a text begins lines with, each as it stands there; none where it is longer than any line. */
    static List<String> runs(String text, Map<String, String> variables) {
        PastedMappings none = new PastedMappings(variables, "");
        return text.length() > LONGEST
                ? List.of()
                : all(ShellWords.commands(CopiedText.meant(text).text(), variables), none).stream()
                        .filter(command -> command.isRun() && command.isFirst(command.programAt))
                        .limit(MOST_TOLD)
                        .map(run -> String.join(" ", run.words))
                        .toList();
    }

    /** Options alone; their mappings are found. */
    static List<PastedRest.Option> options(String line, PastedMappings found) {
        PastedLine options = new PastedLine(ShellWords.read(line, found.variables()), found);
        options.ahead = new AheadOfRun(options.read, 0, 0);
        options.options(false);
        return options.others;
    }

    private static List<PastedLine> all(List<ShellWords.Read> commands, PastedMappings found) {
        return commands.stream().map(read -> new PastedLine(read, found)).toList();
    }

    /** @param beside lines that may belong to the run */
    private static void read(List<PastedLine> commands, List<String> beside, PastedMappings found) throws Trouble {
        List<PastedLine> runs = commands.stream().filter(PastedLine::isRun).toList();
        Optional<PastedLine> chosen = runs.stream()
                .filter(run -> !run.isForWindows())
                .findFirst()
                .or(() -> runs.stream().findFirst());
        runs.stream()
                .filter(run -> run != chosen.orElseThrow())
                .limit(MOST_TOLD)
                .forEach(other -> found.notTaken(String.join(" ", other.words), Why.OTHER_RUN));
        chosen.ifPresent(run -> BesideRun.tell(
                commands.indexOf(run),
                commands.stream()
                        .map(c -> new BesideRun.Command(c.words, c.operator, c.isRun()))
                        .toList(),
                found));
        PastedLine pasted = chosen.or(() -> commands.stream().findFirst())
                .orElseGet(() -> new PastedLine(ShellWords.Read.NOTHING, found));
        String program = pasted.program();
        if (program.isEmpty()
                && !pasted.words.isEmpty()
                && !pasted.words.getFirst().matches("(?s)-.+")) {
            throw commands.stream()
                    .map(command -> OtherProgram.within(command.words))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElseGet(() -> new Trouble(TroubleKind.NO_RUN_LINE));
        }
        pasted.unresolved.stream()
                .filter(w -> w.matches("(?s)(?:[0-9]*|&)[<>].*"))
                .forEach(what -> found.notTaken(what, Why.REDIRECTION));
        beside.stream().limit(MOST_TOLD).forEach(what -> found.notTaken(what, Why.MAY_BELONG));
        AheadOfRun.holding(commands.subList(0, Math.max(0, commands.indexOf(pasted))).stream()
                        .map(command -> command.read)
                        .toList())
                .ifPresent(other -> found.notTaken(String.join(" ", other.words()), Why.PLACE));
        boolean cluster = program.equals(DOCKERCLUSTER);
        found.in(pasted.folder);
        pasted.program = program;
        pasted.ahead = new AheadOfRun(pasted.read, pasted.programAt, pasted.at);
        pasted.options(cluster);
        if (program.equals(NVIDIA)
                && pasted.others.stream().noneMatch(o -> o.name().equals("gpus"))) {
            pasted.others.add(new PastedRest.Option("gpus", "all"));
        }
        List<String> command = cluster ? List.of() : pasted.words.subList(pasted.at, pasted.words.size());
        found.rest(new PastedRest(
                program, pasted.others, pasted.image, command, pasted.site, pasted.unresolved, pasted.ahead.told()));
        AroundRun.of(
                        commands.subList(0, Math.max(0, commands.indexOf(pasted))).stream()
                                .map(before -> before.words)
                                .toList(),
                        pasted.words.subList(0, pasted.programAt))
                .forEach(what -> found.left(new NotTaken(what, Why.AROUND)));
    }

    /** Whether its folders are written as Windows has them. */
    private boolean isForWindows() {
        return words.stream().anyMatch(PastedMappings::isForWindows);
    }

    private boolean isRun() {
        boolean is = !program().isEmpty();
        at = 0;
        return is;
    }

    /** Goes past everything before the options and returns the program's name; without one, the options stand alone. */
    private String program() {
        for (int i = 0; i < words.size() && !words.getFirst().startsWith("-"); i++) {
            String program = words.get(i).substring(words.get(i).lastIndexOf('/') + 1);
            boolean named = program.equals("dockerrun") || program.equals(DOCKERCLUSTER);
            if (named && i + 1 < words.size()) { // else somebody only speaks of it
                at = i + 1;
                programAt = i;
                return program;
            }
            boolean engine = ENGINES.contains(program) || words.get(i).startsWith("$") && isFirst(i);
            if (engine && isRun(i + 1)) {
                programAt = i;
                return program;
            }
        }
        at = 0;
        programAt = 0;
        return "";
    }

    private boolean isFirst(int at) {
        return at == 0 || words.get(at - 1).equals("sudo");
    }

    /** Whether an engine's command that begins at that word is run or create; then the options come next. */
    private boolean isRun(int from) {
        swarm = false;
        for (int i = from; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("run") && !swarm || word.equals("create")) {
                at = i + 1;
                return true;
            }
            swarm |= word.equals("service");
            if (GLOBAL_WITH_VALUE.contains(word)) {
                i++;
            } else if (!word.startsWith("-") && !word.equals("container") && !word.equals("service")) {
                return false; // another command, of which some create things, too
            }
        }
        return false;
    }

    /** @param cluster whether they are dockercluster's: its own, the image, Docker's */
    private void options(boolean cluster) {
        while (at < words.size()) {
            String word = words.get(at++);
            if (word.equals("--")) { // after which nothing is an option
                image = image.isEmpty() ? next() : image;
                return;
            }
            Matcher dockerruns = DOCKERRUNS.matcher(word);
            if (dockerruns.matches()) {
                site.add(dockerruns.group(1));
            } else if (word.startsWith("--") && word.length() > 2) {
                option(word);
            } else if (cluster && image.isEmpty() && word.startsWith("-") && word.length() > 1) {
                dockerclusters(word);
            } else if (word.startsWith("-") && word.length() > 1) {
                shortOptions(word);
            } else if (mayBeOptions(word) || FILL_IN.matcher(word).matches()) {
                found.notTaken(word, Why.UNKNOWN);
            } else {
                image = image.isEmpty() ? word : image;
                if (!cluster) {
                    return;
                }
            }
        }
    }

    /**
     * What a shell would put in its place, a command's output or a variable's value, is not known to be the image; in
     * quotes it is one word, which is.
     */
    private boolean mayBeOptions(String word) {
        if (!unresolved.contains(word) || read.quoted().contains(word)) {
            return false;
        }
        boolean output = word.startsWith("$(") || word.startsWith("`");
        Pattern image = output && !ENGINES_OUTPUT.matcher(word).lookingAt() ? MAYBE_IMAGE : TAGGED;
        return (output || word.startsWith("$") && !IMAGES.matcher(word).find()) && last.place(image) >= at;
    }

    private void option(String word) {
        int equals = word.indexOf('=');
        String name = word.substring(2, equals < 0 ? word.length() : equals);
        if (program.equals("podman") && PodmanOptions.isIts(name)) {
            boolean valueless = equals >= 0 || PodmanOptions.isSwitch(name);
            found.notTaken(valueless ? word : word + " " + next(), Why.PODMAN);
            return;
        }
        if (swarm && SwarmOptions.isSwarms(name)) {
            boolean valueless = equals >= 0 || SwarmOptions.isSwitch(name);
            found.notTaken(valueless ? word : word + " " + next(), Why.OF_SWARM);
            return;
        }
        if (DockerWords.isSwitch(name)) {
            others.add(new PastedRest.Option(name, equals < 0 ? "" : word.substring(equals + 1)));
            return;
        }
        take(swarm ? SwarmOptions.asRun(name) : name, equals < 0 ? next() : word.substring(equals + 1));
    }

    /** As getopts reads them: -u, -up2022, -p 2022. */
    private void dockerclusters(String word) {
        for (int i = 1; i < word.length(); i++) {
            String option = "-" + word.charAt(i);
            if (DOCKERCLUSTERS_VALUES.indexOf(word.charAt(i)) >= 0) {
                String rest = word.substring(i + 1);
                site.add(option + " " + (rest.isEmpty() ? next() : rest));
                return;
            }
            site.add(option);
        }
    }

    /** One dash, then switches, then perhaps one option with its value: -it, -v/a:/b, -itv /a:/b, -v=/a:/b. */
    private void shortOptions(String word) {
        for (int i = 1; i < word.length(); i++) {
            char letter = word.charAt(i);
            if (DockerWords.isSwitch(String.valueOf(letter))) {
                others.add(new PastedRest.Option(String.valueOf(letter), ""));
                if (word.startsWith("=", i + 1)) {
                    return;
                }
                continue;
            }
            String rest = word.substring(i + 1);
            take(String.valueOf(letter), rest.isEmpty() ? next() : rest.startsWith("=") ? rest.substring(1) : rest);
            return;
        }
    }

    private String next() {
        return at < words.size() ? words.get(at++) : "";
    }

    private void take(String name, String value) {
        switch (name) {
            case "v", "volume" -> {
                unknownIn(value);
                found.volume(value);
            }
            case "mount" -> {
                unknownIn(value);
                found.mount(value);
            }
            case "volumes-from" -> found.notTaken("--volumes-from " + value, Why.OTHER_CONTAINER);
            case "tmpfs" -> found.notTaken("--tmpfs " + value, Why.NO_FOLDER);
            default -> {} // no mapping
        }
        if (!Set.of("v", "volume", "mount").contains(name)) {
            others.add(new PastedRest.Option(name, meant(name, value)));
        }
    }

    private String meant(String option, String value) {
        return switch (option) {
            case "e", "env" -> ahead.variable(value);
            case "p", "publish" -> SwarmOptions.portAsRun(value);
            default -> value;
        };
    }

    private void unknownIn(String value) {
        List<String> told =
                new ArrayList<>(unresolved.stream().filter(value::contains).toList());
        told.forEach(what -> found.notTaken(what, Why.UNKNOWN));
    }
}
