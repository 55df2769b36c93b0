package org.maxdock.paste;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A run as the source of a program has it, in Python, JavaScript, Go, R or JSON, as a line of a shell: a list of words,
 * or a line that a call is given in quotes.
 */
final class ProgramText {

    private static final String DOCKERS = "(?:nvidia-docker|docker|podman|nerdctl)";

    /** Each word in quotes of its own, commas between them; where a list follows the program, it is of it. */
    private static final Pattern LIST = Pattern.compile("([\"'])(?:(?:sudo\\1\\s*,\\s*\\1)?" + DOCKERS
            + "\\1\\s*,\\s*(?:\\[\\s*|c\\(\\s*|\\[\\]string\\{\\s*)?\\1(?:run|create)|docker(?:run|cluster))\\1\\s*,");

    /** The line is the first thing that a function is given. */
    private static final Pattern CALL = Pattern.compile("\\w\\(\\s*[fFrRbBuU]{0,2}([\"'`])(?:\\1\\1)?(?:sudo\\s+)?(?:"
            + DOCKERS + "\\s+(?:run|create)|docker(?:run|cluster))\\s");

    /** docker-py (ContainerCollection.run and create). */
    private static final Pattern DOCKER_PY = Pattern.compile("\\.containers\\.(?:run|create)\\(");

    /** What a template has in the place of a value, as Ansible writes it; with a sign before it, GitHub's. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile("(?<!\\$)(\\{\\{ *+[A-Za-z_][\\w.]*+ *+(?:\\|[^{}\\n]*+)?\\}\\})");

    private ProgramText() {}

    /** The same text where there is none in it. */
    static String forShell(String text) {
        Matcher list = LIST.matcher(text);
        if (list.find() && isFirst(text, list.start())) {
            return new SourceWords(text, list.start()).line();
        }
        Matcher api = DOCKER_PY.matcher(text);
        if (api.find() && isFirst(text, api.start())) {
            return new DockerPyCall(new SourceWords(text, api.end())).line();
        }
        Matcher call = CALL.matcher(text);
        if (call.find() && isFirst(text, call.start()) && text.indexOf(call.group(1), call.end()) >= 0) {
            return new SourceWords(text, call.start() + 2).text();
        }
        return PLACEHOLDER.matcher(text).replaceAll("\\$$1");
    }

    /** Else it is what a run is given to read. */
    private static boolean isFirst(String text, int begin) {
        return text.substring(0, begin).lines().noneMatch(CopiedText::isRun);
    }
}
