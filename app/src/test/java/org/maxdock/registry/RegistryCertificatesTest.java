package org.maxdock.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.host.local.LocalHost;
import org.maxdock.text.Trouble;

/** Whose certificates are believed, and to whom one is shown: the real curl asks servers with certificates. */
class RegistryCertificatesTest {

    @TempDir
    static Path made;

    @TempDir
    Path folder;

    private final List<SSLServerSocket> servers = new ArrayList<>();
    private final List<IOException> failures = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private String registry;
    private String realm = "";

    /** Two authorities, a server's certificate by one of them, and a client's. */
    @BeforeAll
    static void make() throws Exception {
        for (String who : List.of("site", "other", "client")) {
            openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2")
                    .with("-subj", "/CN=" + who, "-keyout", who + ".key", "-out", who + ".pem")
                    .run();
        }
        openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=localhost")
                .with("-keyout", "server.key", "-out", "server.csr")
                .run();
        Files.writeString(made.resolve("names"), "subjectAltName=DNS:localhost,IP:127.0.0.1\n");
        openssl("x509", "-req", "-in", "server.csr", "-CA", "site.pem", "-CAkey", "site.key", "-CAcreateserial")
                .with("-days", "2", "-extfile", "names", "-out", "server.pem")
                .run();
        openssl("pkcs12", "-export", "-in", "server.pem", "-inkey", "server.key", "-out", "server.p12")
                .with("-passout", "pass:secret")
                .run();
        assertThat(new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-importcert",
                                "-noprompt",
                                "-alias",
                                "client",
                                "-file",
                                made.resolve("client.pem").toString(),
                                "-storepass",
                                "secret",
                                "-keystore",
                                made.resolve("clients").toString())
                        .start()
                        .waitFor())
                .isZero();
    }

    private record OpenSsl(List<String> words) {
        OpenSsl with(String... more) {
            List<String> all = new ArrayList<>(words);
            all.addAll(List.of(more));
            return new OpenSsl(all);
        }

        void run() throws Exception {
            Process process = new ProcessBuilder(words)
                    .directory(made.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
        }
    }

    private static OpenSsl openssl(String... words) {
        return new OpenSsl(List.of("openssl")).with(words);
    }

    @BeforeEach
    void serve() throws Exception {
        registry = "localhost:" + server();
        Files.createDirectories(folder.resolve("certs.d").resolve(registry));
    }

    private int server() throws Exception {
        SSLServerSocket server = (SSLServerSocket) context()
                .getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        server.setWantClientAuth(true);
        servers.add(server);
        Thread.ofVirtual().start(() -> serve(server));
        return server.getLocalPort();
    }

    private void serve(SSLServerSocket server) {
        while (!server.isClosed()) {
            try (SSLSocket socket = (SSLSocket) server.accept()) {
                answer(socket);
            } catch (IOException e) { // closed, or not believed
                failures.add(e);
            }
        }
    }

    private static SSLContext context() throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store("server.p12"), "secret".toCharArray());
        TrustManagerFactory clients = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        clients.init(store("clients"));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), clients.getTrustManagers(), null);
        return context;
    }

    private static KeyStore store(String name) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = new FileInputStream(made.resolve(name).toFile())) {
            store.load(in, "secret".toCharArray());
        }
        return store;
    }

    private void answer(SSLSocket socket) throws IOException {
        BufferedReader request =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        String path = request.readLine().split(" ")[1].replaceFirst("\\?.*", "");
        boolean shows = false;
        for (String line; (line = request.readLine()) != null && !line.isEmpty(); ) {
            shows |= line.startsWith("Authorization:");
        }
        asked.add(path + " " + shown(socket));
        boolean token = path.equals("/token");
        String answer = !realm.isEmpty() && !shows && !token
                ? "HTTP/1.1 401 No\r\nWWW-Authenticate: Bearer realm=\"" + realm + "\"\r\nContent-Length: 0\r\n\r\n"
                : "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"
                        + (token ? "{\"token\":\"t0k\"}" : "{\"tags\":[\"1\"]}");
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
    }

    private static String shown(SSLSocket socket) {
        try {
            return socket.getSession().getPeerPrincipal().getName();
        } catch (SSLPeerUnverifiedException e) {
            return "nothing";
        }
    }

    @AfterEach
    void stop() throws IOException {
        for (SSLServerSocket server : servers) {
            server.close();
        }
    }

    /** @param files names in the registry's own folder, with what they are copies of */
    private void kept(Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.copy(
                    made.resolve(file.getValue()),
                    folder.resolve("certs.d").resolve(registry).resolve(file.getKey()));
        }
    }

    private List<JsonNode> tags() throws Trouble {
        Path system = made.resolve("system.pem");
        CertificatePlaces places = new CertificatePlaces(
                folder.resolve("certs.d").toString(),
                List.of(made.resolve("nowhere").toString(), system.toString()));
        return new RegistryApi(new LocalHost(), registry, false, places).pages("/v2/a/tags/list");
    }

    private static void system(String authority) throws IOException {
        String text = Files.readString(made.resolve(authority)).strip(); // without a line's end at its own
        Files.writeString(made.resolve("system.pem"), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ca.crt", "site-ca.crt", "a b.crt", "Ä.crt"})
    void anyFileThatEndsSoIsAnAuthority(String name) throws Exception {
        system("other.pem");
        kept(Map.of(name, "site.pem", "0.crt", "client.pem"));
        assertThat(tags()).singleElement().hasToString("{\"tags\":[\"1\"]}");
    }

    @Test
    void theSystemsAuthoritiesHoldBesideThem() throws Exception {
        system("site.pem");
        kept(Map.of("ca.crt", "other.pem"));
        assertThat(tags()).hasSize(1);
    }

    @Test
    void whoIsVouchedForByNobodyIsToldAsCurlSaysIt() throws Exception {
        system("client.pem");
        kept(Map.of("ca.crt", "other.pem", "site.pem", "site.pem"));
        Trouble trouble = catchThrowableOfType(Trouble.class, this::tags);
        assertThat(trouble.key()).isEqualTo("registry-failed");
        assertThat(trouble.arguments()).last().asString().startsWith("curl: (60) ");
    }

    @Test
    void aClientsCertificateIsShownToTheRegistryAlone() throws Exception {
        system("other.pem");
        kept(Map.of("ca.crt", "site.pem", "my.cert", "client.pem", "my.key", "client.key", "a.cert", "other.pem"));
        realm = "https://127.0.0.1:" + server() + "/token";
        assertThat(tags()).hasSize(1);
        assertThat(asked)
                .as("one without its key is none; what is trusted is so by whom the registry names, too")
                .containsExactly("/v2/a/tags/list CN=client", "/token nothing", "/v2/a/tags/list CN=client");
        assertThat(failures).isEmpty();
    }
}
