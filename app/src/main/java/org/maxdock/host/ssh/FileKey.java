package org.maxdock.host.ssh;

import com.jcraft.jsch.KeyPair;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.maxdock.text.Message;

/** A private key file. Its passphrase is asked for only when the server wants the key, and then once. */
final class FileKey extends LoginKey {

    private final Path file;
    private final KeyPair pair;
    private final Optional<byte[]> known;
    private final Passphrases passphrases;
    private final SshQuestions questions;
    private final LoginRecord record;
    private boolean given;

    /** @param beside the public key that lies beside it, for a file that does not show its own while it is locked */
    FileKey(
            Path file,
            KeyPair pair,
            Optional<byte[]> beside,
            Passphrases passphrases,
            SshQuestions questions,
            LoginRecord record) {
        this.file = file;
        this.pair = pair;
        this.known = Optional.ofNullable(pair.getPublicKeyBlob()).or(() -> beside);
        this.passphrases = passphrases;
        this.questions = questions;
        this.record = record;
    }

    @Override
    Optional<byte[]> blob() {
        return known.or(() -> Optional.ofNullable(pair.getPublicKeyBlob()));
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
        if (!given && !passphrases.unlock(pair, file, questions)) {
            given = true;
            record.passedOver(Message.of("ssh.key.locked", file));
        }
        return !pair.isEncrypted();
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
        if (known.isPresent() && !Arrays.equals(known.get(), pair.getPublicKeyBlob())) {
            record.passedOver(Message.of("ssh.key.mismatch", file));
            return null;
        }
        return pair.getSignature(data, signature(algorithm));
    }
}
