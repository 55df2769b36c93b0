package org.maxdock;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * One certificate for a rehearsed engine and who asks it, from {@code identity.p12} of a folder (keytool(1), its
 * password {@value #PASSWORD}); beside it the files that Docker's clients have of theirs.
 */
final class RehearsedIdentity {

    static final String PASSWORD = "rehearsal";

    private final KeyStore store = KeyStore.getInstance("PKCS12");

    RehearsedIdentity(Path folder) throws IOException, GeneralSecurityException {
        try (InputStream file = Files.newInputStream(folder.resolve("identity.p12"))) {
            store.load(file, PASSWORD.toCharArray());
        }
        String alias = store.aliases().nextElement();
        String certificate = pem("CERTIFICATE", store.getCertificate(alias).getEncoded());
        Files.writeString(folder.resolve("ca.pem"), certificate);
        Files.writeString(folder.resolve("cert.pem"), certificate);
        Files.writeString(
                folder.resolve("key.pem"),
                pem("PRIVATE KEY", store.getKey(alias, PASSWORD.toCharArray()).getEncoded()));
    }

    /** A text as of RFC 7468. */
    private static String pem(String label, byte[] bytes) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(label, lines);
    }

    /** Has that certificate, and trusts it. */
    SSLContext tls() throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return tls;
    }
}
