package org.maxdock.host.ssh;

import com.jcraft.jsch.UIKeyboardInteractive;
import com.jcraft.jsch.UserInfo;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.maxdock.text.Message;

/** Hands the questions of one login to the user. Who turns back ends the connection; a blank answer is an answer. */
final class SshQuestions implements UserInfo, UIKeyboardInteractive {

    /** A server may ask in several steps within one attempt (RFC 4256, 3.2), but not for ever. */
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
    private final IntSupplier refused;
    private String password;
    private int passwords;
    private int rounds;
    private int attempts;
    private int messages;
    private int refusedBefore;
    private boolean over;

    /** @param refused how many attempts the server has refused so far */
    SshQuestions(
            SshPrompts prompts, Asker asker, Guard guard, LoginRecord record, LoginRules rules, IntSupplier refused) {
        this.prompts = prompts;
        this.asker = asker;
        this.guard = guard;
        this.record = record;
        this.rules = rules;
        this.refused = refused;
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
        if (prompt.length > MOST_PROMPTS) {
            throw new LoginEnded("asked too much");
        }
        String introduction = (name + "\n" + instruction).strip();
        if (prompt.length == 0) {
            showMessage(introduction);
            return prompt;
        }
        boolean again = beginsAgain();
        if (++rounds > MOST_ROUNDS) {
            throw new LoginEnded("asked too often");
        }
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

    /** Whether this is the first question of an attempt after one that the server has refused. */
    private boolean beginsAgain() {
        int refusedNow = refused.getAsInt();
        boolean first = attempts == 0;
        if (!first && refusedNow == refusedBefore) {
            return false;
        }
        refusedBefore = refusedNow;
        rounds = 0;
        attempts++;
        return !first;
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
