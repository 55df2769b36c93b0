package org.maxdock.host.ssh;

import com.jcraft.jsch.UIKeyboardInteractive;
import com.jcraft.jsch.UserInfo;
import org.maxdock.text.Message;

/** Hands the questions of one login to the user. Who turns back ends the connection; a blank answer is an answer. */
final class SshQuestions implements UserInfo, UIKeyboardInteractive {

    /** A server may ask in several steps, and again after a wrong answer, but not for ever. */
    private static final int MOST_ROUNDS = 10;

    private static final int MOST_PROMPTS = 50;

    private final SshPrompts prompts;
    private final Asker asker;
    private final Guard guard;
    private final LoginRecord record;
    private final LoginRules rules;
    private String password;
    private int passwords;
    private int rounds;

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
     * The passphrase of a key, asked for once.
     *
     * @param again whether the last one was wrong
     */
    String passphrase(String key, boolean again) {
        return ask(new SshQuestion(SshQuestion.Kind.PASSPHRASE, asker, key, false, again));
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
            record.said(introduction);
        }
        String[] answers = new String[prompt.length];
        for (int i = 0; i < prompt.length; i++) {
            String text = ServerText.visible(i == 0 ? (introduction + "\n" + prompt[i]).strip() : prompt[i]);
            answers[i] = ask(new SshQuestion(SshQuestion.Kind.SERVER, asker, text, echo[i], false));
        }
        return answers;
    }

    @Override
    public void showMessage(String message) {
        record.said(message);
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
