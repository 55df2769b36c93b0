package org.maxdock.paste;

import java.util.List;
import java.util.Set;
import org.maxdock.paste.NotTaken.Why;

/** What a pasted text does beside its run: what a shell would do with its output or input, and after it. */
final class BesideRun {

    /** Of the commands. */
    private static final int MOST_TOLD = 100;

    private static final Set<String> JOINING = Set.of("|", "||", "&&");

    /** What only shows, or keeps, what is printed, or says what the shell is to make of the end. */
    private static final Set<String> SHOWING =
            Set.of("tee", "less", "more", "cat", "echo", "printf", "true", ":", "exit", "return", "break", "wait");

    /** Signs of a shell that a command may stand behind, and what closes them. */
    private static final Set<String> SIGNS = Set.of("{", "}", "(", ")", "!", "then", "do", "done", "fi");

    /** Commands of docker that only bring or show something. */
    private static final Set<String> PREPARING = Set.of(
            "pull", "build", "buildx", "login", "images", "image", "ps", "load", "version", "info", "logs", "stop",
            "rm");

    /**
     * A command of the text.
     *
     * @param operator what ended it
     * @param runs whether it starts a container
     */
    record Command(List<String> words, String operator, boolean runs) {

        private boolean isOthers() {
            return !runs
                    && OtherProgram.of(words.subList(0, Math.min(2, words.size())))
                            .isPresent();
        }

        private List<String> own() {
            return words.stream().dropWhile(SIGNS::contains).toList();
        }

        private boolean isEngines() {
            List<String> own = own();
            return own.size() > 1 && PastedLine.ENGINES.contains(own.getFirst());
        }

        private boolean isPreparing() {
            return isEngines() && PREPARING.contains(own().get(1));
        }

        private boolean isShowing() {
            return own().isEmpty() || SHOWING.contains(own().getFirst()) || isPreparing();
        }

        private String text() {
            return String.join(" ", own());
        }
    }

    private BesideRun() {}

    /**
     * Tells it; what comes before the run has prepared it.
     *
     * @param run which of the commands it is
     */
    static void tell(int run, List<Command> commands, PastedMappings found) {
        if (run > 0 && commands.get(run - 1).operator().equals("|")) {
            found.notTaken(commands.get(run - 1).text() + " |", Why.BESIDE);
        }
        commands.stream()
                .filter(Command::isOthers)
                .limit(MOST_TOLD)
                .forEach(other -> found.notTaken(other.text(), OtherProgram.why(other.words())));
        boolean joined = true;
        for (int i = run + 1; i < Math.min(commands.size(), run + 1 + MOST_TOLD); i++) {
            Command next = commands.get(i);
            joined &= JOINING.contains(commands.get(i - 1).operator());
            boolean beside = (joined || next.isEngines()) && !next.isShowing();
            if (beside && !next.runs() && !next.isOthers()) {
                found.notTaken(next.text(), Why.BESIDE);
            }
        }
    }
}
