package org.maxdock.host.ssh;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;

/**
 * A private key as a file holds it. JSch knows the newer ciphers of PKCS#8 alone; a key under an older one, as
 * {@code openssl pkcs8 -v1} or {@code -v2 des3} makes it, is unlocked first and then given to JSch.
 */
final class StoredKey {

    private final JSch jsch;
    private final String text;
    private KeyPair pair;

    /** @throws JSchException where it holds no private key that JSch knows */
    StoredKey(JSch jsch, String text) throws JSchException {
        this.jsch = jsch;
        this.text = withoutParameters(text);
        this.pair = load(this.text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private KeyPair load(byte[] bytes) throws JSchException {
        return KeyPair.load(jsch, bytes, null);
    }

    /** As openssl ecparam writes a key: the curve comes ahead, in a block of its own, and the key names it too. */
    private static String withoutParameters(String text) {
        int key = text.indexOf("-----BEGIN EC PRIVATE KEY-----");
        return key > 0 && text.contains("-----BEGIN EC PARAMETERS-----") ? text.substring(key) : text;
    }

    boolean isLocked() {
        return pair.isEncrypted();
    }

    /** The public key in SSH's form; empty where the file does not show it while it is locked. */
    Optional<byte[]> blob() {
        return Optional.ofNullable(pair.getPublicKeyBlob());
    }

    byte[] sign(byte[] data, String algorithm) {
        return pair.getSignature(data, algorithm);
    }

    /** Whether the passphrase fits, and so the key is unlocked. */
    boolean unlock(String passphrase) {
        return pair.decrypt(passphrase.getBytes(StandardCharsets.UTF_8)) || unlockPkcs8(passphrase);
    }

    private boolean unlockPkcs8(String passphrase) {
        if (!text.contains("-----BEGIN ENCRYPTED PRIVATE KEY-----")) {
            return false;
        }
        try (PEMParser parser = new PEMParser(new StringReader(text))) {
            if (!(parser.readObject() instanceof PKCS8EncryptedPrivateKeyInfo locked)) {
                return false;
            }
            byte[] plain = locked.decryptPrivateKeyInfo(new JcePKCSPBEInputDecryptorProviderBuilder()
                            .setProvider(new BouncyCastleProvider())
                            .build(passphrase.toCharArray()))
                    .getEncoded();
            pair = load(pem(plain));
            return true;
        } catch (IOException | PKCSException | JSchException | RuntimeException e) {
            System.getLogger(StoredKey.class.getName()).log(System.Logger.Level.DEBUG, "not unlocked", e);
            return false;
        }
    }

    private static byte[] pem(byte[] key) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
        return ("-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
