package org.maxdock.host.ssh;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Unlocks keys. A passphrase that fitted is kept in memory as long as the program runs, for connecting again. */
final class Passphrases {

    private static final int TRIES = 3;

    private final Map<Path, String> kept = new ConcurrentHashMap<>();

    /** Whether the key is unlocked; a blank answer passes it over, as with ssh. */
    boolean unlock(StoredKey key, Path file, SshQuestions questions) {
        String known = kept.get(file);
        if (!key.isLocked() || known != null && key.unlock(known)) {
            return true;
        }
        for (int i = 0; i < TRIES; i++) {
            String given = questions.passphrase(file.toString(), i > 0);
            if (given.isEmpty()) {
                return false;
            }
            if (key.unlock(given)) {
                kept.put(file, given);
                questions.unlocked(file.toString());
                return true;
            }
        }
        return false;
    }
}
