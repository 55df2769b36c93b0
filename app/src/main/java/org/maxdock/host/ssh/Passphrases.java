package org.maxdock.host.ssh;

import com.jcraft.jsch.KeyPair;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Unlocks keys. A passphrase that fitted is kept in memory as long as the program runs, for connecting again. */
final class Passphrases {

    private static final int TRIES = 3;

    private final Map<Path, String> kept = new ConcurrentHashMap<>();

    /** Whether the key is unlocked; a blank answer passes it over, as with ssh. */
    boolean unlock(KeyPair pair, Path file, SshQuestions questions) {
        String known = kept.get(file);
        if (!pair.isEncrypted() || known != null && fits(pair, known)) {
            return true;
        }
        for (int i = 0; i < TRIES; i++) {
            String given = questions.passphrase(file.toString(), i > 0);
            if (given.isEmpty()) {
                return false;
            }
            if (fits(pair, given)) {
                kept.put(file, given);
                questions.unlocked(file.toString());
                return true;
            }
        }
        return false;
    }

    private static boolean fits(KeyPair pair, String passphrase) {
        return pair.decrypt(passphrase.getBytes(StandardCharsets.UTF_8));
    }
}
