package org.maxdock.host.ssh;

import com.jcraft.jsch.UIKeyboardInteractive;
import com.jcraft.jsch.UserInfo;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.maxdock.text.Message;

/** Hands the questions of one login to the user. Who turns back ends the connection; a blank answer is an answer. */
final class SshQuestions implements UserInfo, UIKeyboardInteractive {

    /** A server may ask in several steps, and again after a wrong answer, but not for ever. */
    private static final int MOST_ROUNDS = 10;

    private static final int MOST_PROMPTS = 50;

    private static final int MOST_MESSAGES = 20;

    /** What a server says at each login needs nobody's eyes; where it then waits, it waits for somebody. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private final SshPrompts prompts;
    private final Asker asker;
    private final Guard guard;
    private final LoginRecord record;
    private final LoginRules rules;
    private String password;
    private int passwords;
    private int rounds;
    private int attempts;
    private int messages;
    private Optional<String> firstPrompt = Optional.empty();
    private boolean over;

    SshQuestions(SshPrompts prompts, Asker asker, Guard guard, LoginRecord record, LoginRules rules) {
        this.prompts = prompts;
        this.asker = asker;
        this.guard = guard;
        this.record = record;
        this.rules = rules;
    }

    private String ask(SshQuestion question) {
        return guard.asking(() -> prompts.answer(question)).orElseThrow(() -> {
            guard.turnBack();
            return new LoginEnded("turned back");
        });
    }

    @Override
    public boolean promptPassword(String message) {
        if (passwords >= rules.passwordPrompts()) {
            return false;
        }
        password = ask(new SshQuestion(SshQuestion.Kind.PASSWORD, asker, "", false, passwords > 0));
        passwords++;
        return true;
    }

    @Override
    public String getPassword() {
        return password;
    }

    /**
     * The passphrase of a key, asked for once; blank, which passes the key over, where there is nobody to ask.
     *
     * @param again whether the last one was wrong
     */
    String passphrase(String key, boolean again) {
        return prompts.canAsk() ? ask(new SshQuestion(SshQuestion.Kind.PASSPHRASE, asker, key, false, again)) : "";
    }

    /** A key's passphrase was right; what else ssh might do with it is told not to be done. */
    void unlocked(String key) {
        if (rules.addsKeys()) {
            prompts.note(Message.of("ssh.note.not-added", key));
        }
    }

    @Override
    public String[] promptKeyboardInteractive(
            String destination, String name, String instruction, String[] prompt, boolean[] echo) {
        if (prompt.length > MOST_PROMPTS || prompt.length > 0 && ++rounds > MOST_ROUNDS) {
            throw new LoginEnded("asked too often");
        }
        String introduction = (name + "\n" + instruction).strip();
        if (prompt.length == 0) {
            showMessage(introduction);
            return prompt;
        }
        boolean again = beginsAgain(prompt[0]);
        if (attempts > rules.passwordPrompts()) {
            throw new LoginEnded("asked as often as the configuration allows");
        }
        String[] answers = new String[prompt.length];
        for (int i = 0; i < prompt.length; i++) {
            String asked = ServerText.visible(prompt[i]); // however long what comes before it
            String text = i == 0 ? (ServerText.visible(introduction) + "\n" + asked).strip() : asked;
            answers[i] = ask(new SshQuestion(SshQuestion.Kind.SERVER, asker, text, echo[i], again && i == 0));
        }
        return answers;
    }

    /** Whether a server asks from the beginning: it took the answers before for wrong. */
    private boolean beginsAgain(String prompt) {
        boolean first = firstPrompt.isEmpty();
        firstPrompt = Optional.of(firstPrompt.orElse(prompt));
        boolean begins = prompt.equals(firstPrompt.get());
        attempts += begins ? 1 : 0;
        return begins && !first;
    }

    @Override
    public void showMessage(String message) {
        if (++messages > MOST_MESSAGES) {
            throw new LoginEnded("talks without end");
        }
        record.said(message);
        if (!message.isBlank()) {
            CompletableFuture.delayedExecutor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread)
                    .execute(() -> says(ServerText.visible(message)));
        }
    }

    private synchronized void says(String text) {
        if (!over) {
            prompts.says(asker, text);
        }
    }

    /** The login has ended, as it may. */
    synchronized void over() {
        over = true;
        prompts.settled();
    }

    @Override
    public boolean promptYesNo(String message) {
        throw new LoginEnded("JSch has nothing to ask: " + message);
    }

    @Override
    public boolean promptPassphrase(String message) {
        throw new LoginEnded("keys are unlocked where they sign");
    }

    @Override
    public String getPassphrase() {
        return null;
    }
}
