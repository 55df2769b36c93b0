package org.maxdock.paste;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maxdock.host.shell.ShellWords;
import org.maxdock.paste.NotTaken.Why;

/**
 * What stands in a command ahead of the options of run: variables that are set for it, a program that starts it on
 * another host or in a job, and the engine that it is sent to.
 */
final class AheadOfRun {

    private static final Pattern SETS = Pattern.compile("(?s)[A-Za-z_][A-Za-z0-9_]*=.*");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    /** Variables that Docker's client, podman and nvidia-docker read themselves (docker(1), podman-remote(1)). */
    private static final Pattern ENGINES = Pattern.compile("(?s)(?:DOCKER_[A-Z_]*|CONTAINER_HOST|NV_GPU)=.*");
    /** Of these the ones that say which engine it is. */
    private static final List<String> WHICH = List.of("DOCKER_HOST", "DOCKER_CONTEXT", "CONTAINER_HOST");

    private static final Set<String> ELSEWHERE = Set.of(
            "ssh",
            "srun",
            "salloc",
            "sbatch",
            "mpirun",
            "mpiexec",
            "pdsh",
            "clush",
            "kubectl",
            "minikube",
            "vagrant",
            "multipass",
            "lima",
            "limactl",
            "wsl",
            "wsl.exe");
    /** Global options that say which engine it is, with their values in the next word or their own. */
    private static final Pattern ENGINE =
            Pattern.compile("(?s)(-H|-c|--(?:host|context|url|connection))(?:(=.*)|(?<=-[Hc])(.+))?");
    /** The one that is there anyway. */
    private static final Pattern OWN = Pattern.compile("(?s)=?(?:unix:.*|default)|");

    private final ShellWords.Read read;
    private final Map<String, String> given;
    private final Map<String, String> untold = new LinkedHashMap<>();
    private final List<NotTaken> told = new ArrayList<>();

    /**
     * @param program which word is the engine's name
     * @param options which word is the first after run
     */
    AheadOfRun(ShellWords.Read read, int program, int options) {
        this.read = read;
        this.given = new HashMap<>(read.given());
        List<String> ahead = read.words().subList(0, program);
        variables(ahead);
        WHICH.stream()
                .filter(name -> read.given().containsKey(name)
                        && !OWN.matcher(read.given().get(name)).matches())
                .forEach(name -> tell(name + "=" + read.given().get(name), Why.PLACE));
        for (int i = 0; i < ahead.size(); i++) {
            boolean inContainer = PastedLine.ENGINES.contains(ahead.get(i))
                    && ahead.subList(i + 1, ahead.size()).stream().limit(1).anyMatch("exec"::equals);
            if (inContainer || ELSEWHERE.contains(ahead.get(i))) {
                if (i + 1 < ahead.size()) {
                    tell(String.join(" ", ahead.subList(i, ahead.size())), Why.PLACE);
                }
                break;
            }
        }
        engine(read.words().subList(Math.min(program + 1, options), options));
    }

    /** Whether a command starts another elsewhere. */
    static boolean isElsewhere(List<String> words) {
        return !words.isEmpty() && ELSEWHERE.contains(words.getFirst());
    }

    /** The begin of a here-document, with the word that ends it (sh(1), 2.7.4). */
    private static final Pattern HERE = Pattern.compile("(?s)<<-?\\s*(['\"\\\\]?)(\\w+)\\1?");

    /** Of the commands ahead of a run the one elsewhere whose input holds it. */
    static Optional<ShellWords.Read> holding(List<ShellWords.Read> ahead) {
        for (int i = ahead.size() - 1; i >= 0; i--) {
            List<ShellWords.Read> between = ahead.subList(i + 1, ahead.size());
            boolean open = isElsewhere(ahead.get(i).words())
                    && ahead.get(i).unresolved().stream()
                            .map(HERE::matcher)
                            .filter(Matcher::matches)
                            .anyMatch(here -> between.stream()
                                    .noneMatch(read -> read.words().equals(List.of(here.group(2)))));
            if (open) {
                return Optional.of(ahead.get(i));
            }
        }
        return Optional.empty();
    }

    private void tell(String what, Why why) {
        told.add(new NotTaken(what, why));
    }

    /**
     * Those at the begin are told, unless an option takes them; what {@code env} sets only where an engine reads it.
     */
    private void variables(List<String> ahead) {
        boolean first = true;
        for (String word : ahead) {
            boolean sets = SETS.matcher(word).matches();
            first &= sets;
            if (sets) {
                String name = word.substring(0, word.indexOf('='));
                given.put(name, word.substring(name.length() + 1));
                if (first || ENGINES.matcher(word).matches()) {
                    untold.put(name, word);
                }
            }
        }
    }

    private void engine(List<String> globals) {
        for (int i = 0; i < globals.size(); i++) {
            var option = ENGINE.matcher(globals.get(i));
            if (option.matches()) {
                boolean joined = option.group(2) != null || option.group(3) != null;
                String next = !joined && i + 1 < globals.size() ? globals.get(++i) : "";
                String value = joined ? option.group(2) != null ? option.group(2) : option.group(3) : next;
                if (!OWN.matcher(value).matches()) {
                    tell(joined ? option.group() : option.group() + " " + next, Why.PLACE);
                }
            }
        }
    }

    /**
     * A variable for the container, with the value that the text has set for it where it names one alone: the job, from
     * which it would come else, has not set it.
     */
    String variable(String value) {
        boolean itself = value.indexOf('=') > 0 && value.endsWith("=$" + value.substring(0, value.indexOf('=')));
        String name = itself ? value.substring(0, value.indexOf('=')) : value;
        if (read.unknown().contains(name)) {
            tell("-e " + value, Why.UNKNOWN);
            return value;
        }
        if (!NAME.matcher(value).matches() || !given.containsKey(value)) {
            return value;
        }
        untold.remove(value);
        return value + "=" + given.get(value);
    }

    /** What no launch has a place for. */
    List<NotTaken> told() {
        List<NotTaken> all = new ArrayList<>();
        untold.forEach((name, word) -> all.add(new NotTaken(word, WHICH.contains(name) ? Why.PLACE : Why.OF_COMMAND)));
        all.addAll(told);
        return all;
    }
}
