package org.maxdock.paste;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maxdock.host.shell.ShellWords;

/**
 * A run inside of a word of a command: what an alias stands for, what {@code bash -c} or a function of Python is given,
 * what a variable gets the output of.
 *
 * @param before the words ahead of that word
 * @param commands what it holds
 */
record InnerRun(List<String> before, List<ShellWords.Read> commands) {

    private static final Pattern RUN = Pattern.compile("(?s)(?:^|[=(`'\"\\s])[fFrR]{0,2}((?:sudo\\s+)?"
            + "(?:nvidia-docker|docker|podman|nerdctl|dockerrun|dockercluster)\\s.*)$");
    private static final Pattern END = Pattern.compile("[)`'\"\\s]+$");

    /** That of the first such word. */
    static Optional<InnerRun> of(List<ShellWords.Read> commands, Map<String, String> variables) {
        for (ShellWords.Read command : commands) {
            List<String> words = command.words();
            for (int i = 0; i < words.size(); i++) {
                Matcher run = RUN.matcher(words.get(i));
                if (run.find() && CopiedText.isRun(run.group(1))) {
                    boolean opened = run.start(1) > 0;
                    String inner = opened ? END.matcher(run.group(1)).replaceFirst("") : run.group(1);
                    return Optional.of(new InnerRun(words.subList(0, i), ShellWords.commands(inner, variables)));
                }
            }
        }
        return Optional.empty();
    }
}
