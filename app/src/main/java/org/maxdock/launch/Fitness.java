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
     * For the image $1, whether links may lead out of it ($2), and for each program the number of its places and these:
     * says what each place is, by its number, to the first that is a program. A place of which the engine does not say
     * that it is not there is left out: it may be busy.
     */
    private static final String LOOK = UnstartedContainer.OF_IMAGE + """
            outside=$2
            shift 2
            export LC_ALL=C
            entry() { # PATH OPTION…: sets found to how tar lists it, of which a few bytes are enough
              local said listed=$'\\n''[-a-z][-rwxsStT]{9}[ +.][^'$'\\n'']*'
              said=$'\\n'$({
                docker cp "${@:2}" "$id:$1" - 2>&3 | head -c 10240 |
                  tar -t -v -f - --quoting-style=escape 2>/dev/null | head -n 1
              } 3>&1 | tr -d '\\0' | head -c 4000)
              found=''
              if [[ $said =~ $listed ]]; then found=${BASH_REMATCH[0]:1}; return; fi
              case $said in
                *'Could not find the file'* | *'No such container:path'* | *'could not be found on container'*) ;;
                *'not a directory'*) ;;
                *) return 1 ;;
              esac
            }
            look() { # NUMBER PATH…
              local number=$1 place is found
              for place in "${@:2}"; do
                is=none
                if ! entry "$place" --follow-link; then is=''
                elif [[ $found == l* ]]; then is=program # docker follows some links by one step only
                elif [[ $found == -* && ${found:0:10} == *[xst]* ]]; then is=program
                elif [[ -z $found && $outside == yes && $place != */bin/* && $place != */sbin/* ]]; then is=link
                elif [[ -z $found && $outside == yes ]] && entry "$place" && [[ $found == l* ]]; then is=link; fi
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
            """;

    private static final Pattern ANSWER = Pattern.compile("([0-9]{1,5}) (program|none|link)");

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
     * @param image a name or an ID of it, which the engine of the workgroup server has
     * @param leadsOutside whether links of it may lead to what is not its own
     * @throws Trouble where nobody can tell, such as within {@value #LONGEST_SECONDS} s
     */
    List<ProgramAnswer> look(String content, String image, List<NeededProgram> programs, boolean leadsOutside)
            throws Trouble {
        List<NeededProgram> asked = programs.stream()
                .filter(p -> !p.places().isEmpty() && !found.containsKey(new Known(content, p)))
                .toList();
        Map<NeededProgram, ProgramAnswer> answers = new HashMap<>();
        if (!asked.isEmpty()) {
            Map<Integer, String> said = ask(image, asked, leadsOutside);
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

    private Map<Integer, String> ask(String image, List<NeededProgram> programs, boolean leadsOutside) throws Trouble {
        List<String> words = new ArrayList<>(List.of(image, leadsOutside ? "yes" : "no"));
        for (NeededProgram program : programs) {
            words.add(String.valueOf(program.places().size()));
            words.addAll(program.places());
        }
        Output output = inTime(Command.script(LOOK, words.toArray(String[]::new)), image);
        Map<Integer, String> said = new HashMap<>();
        output.text()
                .lines()
                .map(ANSWER::matcher)
                .filter(Matcher::matches)
                .forEach(m -> said.put(Integer.parseInt(m.group(1)), m.group(2)));
        if (said.isEmpty()) {
            throw new Trouble(TroubleKind.FITNESS_UNREADABLE, image, output.lastError());
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
