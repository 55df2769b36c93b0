package org.maxdock.host.ssh;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.maxdock.text.Message;

/** A private key file. Its passphrase is asked for only when the server wants the key, and then once. */
final class FileKey extends LoginKey {

    private final Path file;
    private final StoredKey stored;
    private final Optional<byte[]> known;
    private final Passphrases passphrases;
    private final SshQuestions questions;
    private final LoginRecord record;
    private boolean given;

    /** @param beside the public key that lies beside it, for a file that does not show its own while it is locked */
    FileKey(
            Path file,
            StoredKey stored,
            Optional<byte[]> beside,
            Passphrases passphrases,
            SshQuestions questions,
            LoginRecord record) {
        this.file = file;
        this.stored = stored;
        this.known = stored.blob().or(() -> beside);
        this.passphrases = passphrases;
        this.questions = questions;
        this.record = record;
    }

    @Override
    Optional<byte[]> blob() {
        return known.or(stored::blob);
    }

    /** Whether it is the key of a file, and only unlocking it tells which that is. */
    boolean isUnknownOf(Path other) {
        return file.equals(other) && blob().isEmpty();
    }

    @Override
    String label() {
        return blob().map(b -> file + " (" + KeyBlob.fingerprint(b) + ")").orElse(file.toString());
    }

    @Override
    public byte[] getPublicKeyBlob() {
        if (blob().isEmpty() && !unlock()) {
            return null;
        }
        record.offered(label());
        return blob().orElse(null);
    }

    @Override
    public String getAlgName() {
        return blob().isPresent() || unlock() ? blob().map(LoginKey::type).orElse("") : "";
    }

    private boolean unlock() {
        if (!given && !passphrases.unlock(stored, file, questions)) {
            given = true;
            record.passedOver(Message.of("ssh.key.locked", file));
        }
        return !stored.isLocked();
    }

    @Override
    public byte[] getSignature(byte[] data) {
        return getSignature(data, getAlgName());
    }

    @Override
    public byte[] getSignature(byte[] data, String algorithm) {
        if (!unlock()) {
            return null;
        }
        if (known.isPresent() && !Arrays.equals(known.get(), stored.blob().orElse(null))) {
            record.passedOver(Message.of("ssh.key.mismatch", file));
            return null;
        }
        return stored.sign(data, signature(algorithm));
    }
}
