package org.maxdock.host.ssh;

import java.util.Optional;

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
        return key.getSignature(data);
    }

    @Override
    public byte[] getSignature(byte[] data, String algorithm) {
        return key.getSignature(data, algorithm);
    }
}
