package org.maxdock.host.ssh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.maxdock.host.CancellableOutput;
import org.maxdock.host.Running;
import org.maxdock.host.local.LocalPrograms;
import org.maxdock.text.Trouble;

/**
 * The home folder that a leading {@code ~} or {@code ~NAME} of a file's name stands for (ssh_config(5), IdentityFile).
 *
 * @param home the user's own
 */
record Tilde(Path home) {

    private static final int HOME = 5;
    private static final Path ACCOUNTS = Path.of("/etc/passwd");

    /** The name with its home folder written out; empty where there is no such account. */
    Optional<String> expand(String file) throws Trouble {
        if (!file.startsWith("~")) {
            return Optional.of(file);
        }
        int slash = file.indexOf('/');
        String user = file.substring(1, slash < 0 ? file.length() : slash);
        String rest = slash < 0 ? "" : file.substring(slash);
        return user.isEmpty() ? Optional.of(home + rest) : homeOf(user).map(folder -> folder + rest);
    }

    /** As the account database has it, which getent(1) asks wherever the site keeps it. */
    private static Optional<String> homeOf(String user) throws Trouble {
        try (Running asked = LocalPrograms.start(List.of("getent", "--", "passwd", user))) {
            return homeOf(user, CancellableOutput.collect(asked).text());
        } catch (IOException notThere) {
            return homeOf(user, ownAccounts());
        }
    }

    private static String ownAccounts() {
        try {
            return Files.readString(ACCOUNTS);
        } catch (IOException e) {
            System.getLogger(Tilde.class.getName()).log(System.Logger.Level.DEBUG, "no accounts are known", e);
            return "";
        }
    }

    /** A number would be asked for as an account's, which is no name of it. */
    private static Optional<String> homeOf(String user, String accounts) {
        return accounts.lines()
                .map(line -> line.split(":"))
                .filter(fields -> fields.length > HOME && fields[0].equals(user) && !fields[HOME].isEmpty())
                .map(fields -> fields[HOME])
                .findFirst();
    }
}
