package org.maxdock.host.ssh;

import java.util.Arrays;
import java.util.Optional;
import org.maxdock.text.Message;

/** A key with a certificate, which is shown in the place of the public key. */
final class CertifiedKey extends LoginKey {

    private final UserCertificate certificate;
    private final LoginKey key;
    private final LoginRecord record;

    CertifiedKey(UserCertificate certificate, LoginKey key, LoginRecord record) {
        this.certificate = certificate;
        this.key = key;
        this.record = record;
    }

    @Override
    Optional<byte[]> blob() {
        return Optional.of(certificate.blob());
    }

    @Override
    String label() {
        return certificate.file() + " (" + KeyBlob.fingerprint(certificate.key()) + ")";
    }

    @Override
    public byte[] getPublicKeyBlob() {
        record.offered(label());
        return certificate.blob();
    }

    @Override
    public String getAlgName() {
        return type(certificate.blob());
    }

    @Override
    public byte[] getSignature(byte[] data) {
        return ofItsKey(key.getSignature(data));
    }

    @Override
    public byte[] getSignature(byte[] data, String algorithm) {
        return ofItsKey(key.getSignature(data, algorithm));
    }

    /** Which key a file holds may be known only now that it is unlocked. */
    private byte[] ofItsKey(byte[] signature) {
        if (signature == null
                || key.blob().filter(b -> Arrays.equals(b, certificate.key())).isPresent()) {
            return signature;
        }
        record.passedOver(Message.of("ssh.certificate.no-key", certificate.file()));
        return null;
    }
}
