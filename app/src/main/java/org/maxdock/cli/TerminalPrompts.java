package org.maxdock.cli;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Optional;
import org.maxdock.host.ssh.SshPrompts;
import org.maxdock.host.ssh.SshQuestion;
import org.maxdock.host.ssh.TrustQuestion;
import org.maxdock.text.Message;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;

/** Asks what a connection wants to know on the terminal. */
final class TerminalPrompts implements SshPrompts {

    private final java.io.Console terminal;
    private final Texts texts;
    private final PrintStream err;

    TerminalPrompts(java.io.Console terminal, Texts texts, PrintStream err) {
        this.terminal = terminal;
        this.texts = texts;
        this.err = err;
    }

    @Override
    public Optional<String> answer(SshQuestion question) {
        if (question.again()) {
            err.println(texts.get("ssh.ask.again"));
        }
        String text = texts.get(question.message());
        if (question.echo()) {
            return Optional.ofNullable(terminal.readLine("%s ", text));
        }
        return secret(terminal, text);
    }

    static Optional<String> secret(java.io.Console terminal, String question) {
        char[] answer = terminal.readPassword("%s ", question);
        if (answer == null) {
            return Optional.empty();
        }
        String secret = new String(answer);
        Arrays.fill(answer, ' ');
        return Optional.of(secret);
    }

    @Override
    public boolean trust(TrustQuestion question) {
        String text = texts.get(question.message()) + " " + texts.get("cli.trust");
        String answer = terminal.readLine("%s ", text);
        return answer != null && answer.strip().equalsIgnoreCase(texts.get("cli.yes"));
    }

    @Override
    public void alarm(Trouble tried) {
        err.println("maxdock: " + texts.explain(tried));
    }

    @Override
    public void note(Message note) {
        err.println("maxdock: " + texts.get(note));
    }
}
