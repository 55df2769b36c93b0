package org.maxdock.engine;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.maxdock.host.Host;
import org.maxdock.host.StreamTrouble;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * Opens connections to an engine through its host; TLS, where the engine asks for it, runs inside the host's stream.
 */
final class Connector {

    private final Host host;
    private final Endpoint endpoint;
    private final SSLContext tls;

    Connector(Host host, Endpoint endpoint) throws Trouble {
        this.host = host;
        this.endpoint = endpoint;
        this.tls = endpoint instanceof Endpoint.Tls t ? context(t) : null;
    }

    /** How many connections are worth keeping that nobody uses. */
    int toKeep() {
        return host.streamsToKeep();
    }

    Socket open() throws Trouble {
        return switch (endpoint) {
            case Endpoint.Unix unix -> new StreamSocket(host.connectUnix(unix.path()));
            case Endpoint.Tcp tcp -> new StreamSocket(host.connectTcp(tcp.address(), tcp.port()));
            case Endpoint.Tls secured -> secure(secured);
        };
    }

    private Socket secure(Endpoint.Tls at) throws Trouble {
        Socket plain = new StreamSocket(host.connectTcp(at.address(), at.port()));
        try {
            SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(plain, at.address(), at.port(), true);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket;
        } catch (IOException e) {
            TroubleKind kind = e instanceof SSLException ? TroubleKind.TLS_FAILED : TroubleKind.NO_ENGINE;
            throw StreamTrouble.in(e).orElseGet(() -> new Trouble(e, kind, at, e.getMessage()));
        }
    }

    private static SSLContext context(Endpoint.Tls at) throws Trouble {
        checkValidity(at.certificate());
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(Pem.keyStore(at.key(), at.certificate()), Pem.NO_PASSWORD);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(Pem.trustStore(at.ca()));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            throw new Trouble(e, TroubleKind.CERTIFICATE_UNREADABLE, e.getMessage());
        }
    }

    private static void checkValidity(String pem) throws Trouble {
        try {
            X509Certificate certificate = Pem.certificates(pem).getFirst();
            try {
                certificate.checkValidity();
            } catch (CertificateExpiredException e) {
                throw new Trouble(
                        e,
                        TroubleKind.CERTIFICATE_EXPIRED,
                        certificate.getNotAfter().toInstant());
            } catch (CertificateNotYetValidException e) {
                throw new Trouble(
                        e,
                        TroubleKind.CERTIFICATE_EARLY,
                        certificate.getNotBefore().toInstant());
            }
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new Trouble(e, TroubleKind.CERTIFICATE_UNREADABLE, e.getMessage());
        }
    }
}
