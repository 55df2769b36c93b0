package org.maxdock.host.ssh;

import com.jcraft.jsch.UIKeyboardInteractive;
import com.jcraft.jsch.UserInfo;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hands the questions of an SSH connection to the user, and remembers why it failed when it did. */
final class SshQuestions implements UserInfo, UIKeyboardInteractive {

    private static final Pattern FINGERPRINT = Pattern.compile("(?:fingerprint is:?\\s+)(\\S+?)\\.?(\\s|$)");

    private final SshPrompts prompts;
    private final String server;
    private String secret;
    private String fingerprint = "?";
    private boolean changed;
    private boolean refused;
    private boolean passwordTried;

    SshQuestions(SshPrompts prompts, String server) {
        this.prompts = prompts;
        this.server = server;
    }

    @Override
    public boolean promptYesNo(String message) {
        Matcher m = FINGERPRINT.matcher(message);
        if (m.find()) {
            fingerprint = m.group(1);
        }
        if (message.contains("IDENTIFICATION HAS CHANGED")) {
            changed = true;
            return false;
        }
        boolean trusted = prompts.trust(server, fingerprint);
        refused = !trusted;
        return trusted;
    }

    @Override
    public boolean promptPassword(String message) {
        if (passwordTried) {
            return false;
        }
        passwordTried = true;
        return ask(message);
    }

    @Override
    public boolean promptPassphrase(String message) {
        return ask(message);
    }

    private boolean ask(String message) {
        secret = prompts.secret(message).orElse(null);
        return secret != null;
    }

    @Override
    public String[] promptKeyboardInteractive(
            String destination, String name, String instruction, String[] prompt, boolean[] echo) {
        String[] answers = new String[prompt.length];
        for (int i = 0; i < prompt.length; i++) {
            Optional<String> answer = prompts.secret((instruction + " " + prompt[i]).strip());
            if (answer.isEmpty()) {
                return null;
            }
            answers[i] = answer.get();
        }
        return answers;
    }

    @Override
    public String getPassword() {
        return secret;
    }

    @Override
    public String getPassphrase() {
        return secret;
    }

    @Override
    public void showMessage(String message) {
        if (message.contains("IDENTIFICATION HAS CHANGED")) {
            changed = true;
        }
    }

    boolean keyHasChanged() {
        return changed;
    }

    boolean refusedToTrust() {
        return refused;
    }

    String fingerprint() {
        return fingerprint;
    }
}
