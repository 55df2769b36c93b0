package org.maxdock.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** Certificates and keys from PEM texts into key stores that exist in memory only. */
final class Pem {

    static final char[] NO_PASSWORD = new char[0];

    private Pem() {}

    static List<X509Certificate> certificates(String pem) throws GeneralSecurityException {
        List<X509Certificate> all = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
                .stream()
                .map(X509Certificate.class::cast)
                .toList();
        if (all.isEmpty()) {
            throw new GeneralSecurityException("no certificate in it");
        }
        return all;
    }

    static KeyStore keyStore(String key, String certificates) throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        store.setKeyEntry(
                "me", privateKey(key), NO_PASSWORD, certificates(certificates).toArray(X509Certificate[]::new));
        return store;
    }

    static KeyStore trustStore(String certificates) throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        int n = 0;
        for (X509Certificate certificate : certificates(certificates)) {
            store.setCertificateEntry("ca" + n++, certificate);
        }
        return store;
    }

    /**
     * Of the kind that does not encrypt thousandfold what never leaves the memory: that alone took longer than a login.
     */
    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(null, null);
        return store;
    }

    private static PrivateKey privateKey(String pem) throws IOException, GeneralSecurityException {
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            for (Object o; (o = parser.readObject()) != null; ) {
                switch (o) {
                    case PEMKeyPair pair -> {
                        return new JcaPEMKeyConverter().getPrivateKey(pair.getPrivateKeyInfo());
                    }
                    case PrivateKeyInfo info -> {
                        return new JcaPEMKeyConverter().getPrivateKey(info);
                    }
                    default -> {} // parameters of elliptic curves come before the key
                }
            }
        }
        throw new GeneralSecurityException("no private key in it");
    }
}
