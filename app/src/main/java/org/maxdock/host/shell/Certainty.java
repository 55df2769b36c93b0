package org.maxdock.host.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Which commands of a pasted text run for sure; whether the others do depends on what nobody knows. */
final class Certainty {

    private static final Set<String> BEGINS = Set.of("if", "while", "until", "for", "case", "select");
    private static final Set<String> ENDS = Set.of("fi", "done", "esac", "}");
    private static final Set<String> LOOPS = Set.of("for", "select");
    private static final Set<String> BEFORE = Set.of("then", "elif", "else", "do", "!", "time", "builtin", "command");
    /** Commands that people give to ask something, and which fail as often as not. */
    private static final Set<String> ASKING = Set.of("test", "[", "[[", "grep", "egrep", "which", "type", "hash");

    /** What stands around commands, and whether they run for sure. */
    private record Around(String sign, boolean certain) {}

    /**
     * A command.
     *
     * @param words without the signs that stand before it; a loop begins with {@code for}
     * @param certain whether it runs for sure
     * @param asked whether a command that only asks something decides on it, and on those after it up to the next line
     * @param beside whether it is in a process of its own, which changes nothing for the others
     */
    record Step(List<String> words, boolean certain, boolean asked, boolean beside) {}

    private final Deque<Around> around = new ArrayDeque<>();
    private int doubts; // how many of them do not run for sure
    private boolean asked;
    private boolean function;

    /**
     * @param before what ended the command before it, such as &amp;&amp;
     * @param operator what ends it
     */
    Step next(List<String> words, String before, String operator) {
        boolean certain = doubts == 0 && !before.equals("||");
        boolean decided = asked && before.equals("&&");
        boolean pattern = false;
        int at = 0;
        while (at < words.size()) {
            String word = words.get(at);
            if (BEGINS.contains(word)) {
                begin(word, false);
                if (LOOPS.contains(word)) {
                    break;
                }
                if (word.equals("case")) {
                    certain = false;
                    at = afterPattern(words, at);
                    pattern = true;
                    continue;
                }
            } else if (ENDS.contains(word)) {
                end();
            } else if (word.equals("{")) {
                certain &= !function; // whether it is called, nobody knows
                begin(word, certain && !decided);
                function = false;
            } else if (word.endsWith("()") || word.equals("function")) {
                function = true;
                at += word.equals("function") ? 1 : 0;
            } else if (!pattern && isIn("case") && word.endsWith(")")) {
                pattern = true;
            } else if (!BEFORE.contains(word)) {
                break;
            }
            at++;
        }
        List<String> own = List.copyOf(words.subList(Math.min(at, words.size()), words.size()));
        asked = decided || !own.isEmpty() && isAsking(own, words.subList(0, Math.min(at, words.size())));
        boolean beside = before.equals("|") && !pattern || operator.equals("|") || operator.equals("&");
        return new Step(own, certain, decided, beside);
    }

    private static boolean isAsking(List<String> words, List<String> before) {
        return ASKING.contains(words.getFirst())
                || before.contains("command") && words.getFirst().startsWith("-")
                || before.contains("!");
    }

    private static int afterPattern(List<String> words, int from) {
        int at = from + 1;
        while (at < words.size() && !words.get(at).endsWith(")")) {
            at++;
        }
        return Math.min(at + 1, words.size());
    }

    private boolean isIn(String sign) {
        return !around.isEmpty() && around.peek().sign().equals(sign);
    }

    private void begin(String sign, boolean certain) {
        around.push(new Around(sign, certain));
        doubts += certain ? 0 : 1;
    }

    private void end() {
        if (!around.isEmpty()) {
            doubts -= around.pop().certain() ? 0 : 1;
        }
    }
}
