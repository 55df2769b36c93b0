package org.maxdock.host.ssh;

import com.jcraft.jsch.Identity;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A key to log in with, as JSch wants it; whether it is locked is its own business, when it signs. */
abstract class LoginKey implements Identity {

    private static final String CERTIFICATE = "-cert-v01@openssh.com";

    /** The public key in SSH's form, as far as it can be had without asking for a passphrase. */
    abstract Optional<byte[]> blob();

    /** What may serve to tell the user which key it is. */
    abstract String label();

    static String type(byte[] blob) {
        return new String(KeyBlob.string(ByteBuffer.wrap(blob)), StandardCharsets.ISO_8859_1);
    }

    /** The name of the signature: that of a certificate is that of its key. */
    static String signature(String algorithm) {
        return switch (algorithm) {
            case "sk-ssh-ed25519-cert-v01@openssh.com" -> "sk-ssh-ed25519@openssh.com";
            case "sk-ecdsa-sha2-nistp256-cert-v01@openssh.com" -> "sk-ecdsa-sha2-nistp256@openssh.com";
            default ->
                algorithm.endsWith(CERTIFICATE)
                        ? algorithm.substring(0, algorithm.length() - CERTIFICATE.length())
                        : algorithm;
        };
    }

    @Override
    public String getName() {
        return label();
    }

    @Override
    public boolean isEncrypted() {
        return false;
    }

    @Override
    public boolean setPassphrase(byte[] passphrase) {
        return true;
    }

    @Override
    public void clear() {}
}
