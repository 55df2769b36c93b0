package org.maxdock.launch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maxdock.host.CancellableOutput;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.image.UnstartedContainer;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Whether an image has the programs that a launch needs of it. It is looked into, not run. */
public final class Fitness {

    private static final int LONGEST_SECONDS = 20;

    /**
     * For the image $1, and then for each program the number of its places and these: says what each place is, by its
     * number, to the first that is a program or a link to one. A place of which the engine does not say that it is not
     * there is left out: it may be busy. The last line says that the container was there to the end, for of one that is
     * gone the engine says the same as of a file.
     */
    private static final String LOOK = UnstartedContainer.OF_IMAGE + """
            shift
            export LC_ALL=C
            entry() { # PATH: sets found to how tar lists it, of which a few bytes are enough
              local said listed=$'\\n''[-a-z][-rwxsStT]{9}[ +.][^'$'\\n'']*'
              said=$'\\n'$({
                docker cp "$id:$1" - 2>&3 | head -c 10240 |
                  tar -t -v -f - --quoting-style=escape 2>/dev/null | head -n 1
              } 3>&1 | tr -d '\\0' | head -c 4000)
              found=''
              if [[ $said =~ $listed ]]; then found=${BASH_REMATCH[0]:1}; return; fi
              case $said in
                *'Could not find the file'* | *'No such container:path'* | *'could not be found on container'*) ;;
                *'not a directory'*) ;;
                *) printf '%s\\n' "${said:1}" >&2; return 1 ;;
              esac
            }
            look() { # NUMBER PATH…
              local number=$1 place is found
              for place in "${@:2}"; do
                is=none
                if ! entry "$place"; then is=''
                elif [[ $found == l* || $found == [-h]* && ${found:0:10} == *[xst]* ]]; then is=program; fi
                if [[ -n $is ]]; then echo "$number $is"; fi
                if [[ $is == program ]]; then return; fi
                ((number += 1))
              done
            }
            number=0
            while (($#)); do
              look "$number" "${@:2:$1}" &
              ((number += $1))
              shift "$(($1 + 1))"
            done
            wait
            if docker container inspect "$id" >/dev/null; then echo whole; fi
            """;

    private static final Pattern ANSWER = Pattern.compile("([0-9]{1,5}) (program|none)");

    /** What is known of a content. */
    private record Known(String content, NeededProgram program) {}

    private final Host host;
    private final Map<Known, ProgramAnswer> found = new ConcurrentHashMap<>();

    public Fitness(Host host) {
        this.host = host;
    }

    /**
     * Where the image has each of the programs.
     *
     * @param content what it is made of, so that what was found is not looked for again
     * @param id of the image, which the engine of the workgroup server has
     * @param name for who reads why nobody can tell
     * @throws Trouble where nobody can tell, such as within {@value #LONGEST_SECONDS} s
     */
    List<ProgramAnswer> look(String content, String id, String name, List<NeededProgram> programs) throws Trouble {
        List<NeededProgram> asked = programs.stream()
                .filter(p -> !p.places().isEmpty() && !found.containsKey(new Known(content, p)))
                .toList();
        Map<NeededProgram, ProgramAnswer> answers = new HashMap<>();
        if (!asked.isEmpty()) {
            Map<Integer, String> said = ask(id, name, asked);
            int first = 0;
            for (NeededProgram program : asked) {
                ProgramAnswer answer = answer(program, first, said);
                answers.put(program, answer);
                if (answer.isFound()) {
                    found.put(new Known(content, program), answer);
                }
                first += program.places().size();
            }
        }
        return programs.stream()
                .map(p -> answers.getOrDefault(
                        p,
                        found.getOrDefault(
                                new Known(content, p), ProgramAnswer.without(p, ProgramAnswer.State.UNKNOWN))))
                .toList();
    }

    private Map<Integer, String> ask(String id, String name, List<NeededProgram> programs) throws Trouble {
        List<String> words = new ArrayList<>(List.of(id));
        for (NeededProgram program : programs) {
            words.add(String.valueOf(program.places().size()));
            words.addAll(program.places());
        }
        Output output = inTime(Command.script(LOOK, words.toArray(String[]::new)), name);
        Map<Integer, String> said = new HashMap<>();
        output.text()
                .lines()
                .map(ANSWER::matcher)
                .filter(Matcher::matches)
                .forEach(m -> said.put(Integer.parseInt(m.group(1)), m.group(2)));
        if (said.isEmpty() || !output.text().endsWith("whole\n")) {
            throw new Trouble(TroubleKind.FITNESS_UNREADABLE, name, output.lastError());
        }
        return said;
    }

    private Output inTime(Command command, String image) throws Trouble {
        Cancellation limit = new Cancellation();
        CompletableFuture<Void> timer = CompletableFuture.runAsync(
                limit::cancel, CompletableFuture.delayedExecutor(LONGEST_SECONDS, TimeUnit.SECONDS));
        try {
            return CancellableOutput.run(host, command, limit);
        } catch (Trouble e) {
            throw limit.isCancelled()
                    ? new Trouble(e, TroubleKind.FITNESS_UNREADABLE, image, "> " + LONGEST_SECONDS + " s")
                    : e;
        } finally {
            timer.cancel(false);
        }
    }

    private static ProgramAnswer answer(NeededProgram program, int first, Map<Integer, String> said) {
        boolean missing = program.certain();
        for (int i = 0; i < program.places().size(); i++) {
            String is = said.getOrDefault(first + i, "");
            if (is.equals("program")) {
                return ProgramAnswer.found(program, program.places().get(i));
            }
            missing &= is.equals("none");
        }
        return ProgramAnswer.without(program, missing ? ProgramAnswer.State.MISSING : ProgramAnswer.State.UNKNOWN);
    }
}
