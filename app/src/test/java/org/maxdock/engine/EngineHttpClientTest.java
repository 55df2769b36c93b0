package org.maxdock.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.when;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.host.ByteStream;
import org.maxdock.host.Host;
import org.maxdock.host.StreamTrouble;
import org.maxdock.host.local.LocalHost;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** An engine that answers the first request over each connection, and dies of the second after it has read it. */
@Timeout(30)
class EngineHttpClientTest {

    private final List<String> got = new CopyOnWriteArrayList<>();

    private static EngineHttpClient client(ServerSocket server) throws Trouble {
        return new EngineHttpClient(
                new Connector(new LocalHost(), new Endpoint.Tcp("127.0.0.1", server.getLocalPort())));
    }

    private void serve(ServerSocket server) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> answerOne(socket));
            } catch (IOException e) {
                assertThat(server.isClosed()).isTrue();
            }
        }
    }

    private void answerOne(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            read(in);
            socket.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(StandardCharsets.US_ASCII));
            read(in);
        } catch (IOException e) {
            got.add(e.toString());
        }
    }

    private void read(BufferedReader in) throws IOException {
        String first = in.readLine();
        if (first != null) {
            for (String line = first; !line.isEmpty(); line = in.readLine()) {
                assertThat(line).isNotNull();
            }
            got.add(first.substring(0, first.lastIndexOf(' ')));
        }
    }

    private static void ask(EngineHttpClient client, String method) throws IOException {
        Request request = Request.builder()
                .method(Request.Method.valueOf(method))
                .path("/" + method)
                .build();
        try (Response response = client.execute(request)) {
            assertThat(response.getBody().readAllBytes()).asString().isEqualTo("ok");
        }
    }

    @ParameterizedTest
    @CsvSource({"GET, 2", "POST, 1", "DELETE, 1", "PUT, 1"})
    void onlyWhatChangesNothingIsSentAgainWhereAKeptConnectionDies(String method, int times) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                EngineHttpClient client = client(server)) {
            Thread.ofVirtual().start(() -> serve(server));
            ask(client, "GET");
            ask(client, method);
            assertThat(got.stream()
                            .filter(g -> g.equals(method + " /" + method))
                            .count())
                    .isEqualTo(method.equals("GET") ? times + 1 : times);
        }
    }

    /** Or the engine would build from the half of a folder, and say that all went well. */
    @Test
    void aBodyThatCannotBeReadToItsEndIsNotEnded() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                EngineHttpClient client = client(server)) {
            CompletableFuture<String> sent = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> {
                try (Socket socket = server.accept()) {
                    sent.complete(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    sent.completeExceptionally(e);
                }
            });
            Request request = Request.builder()
                    .method(Request.Method.POST)
                    .path("/build")
                    .body(new SequenceInputStream(
                            new ByteArrayInputStream(
                                    "the first half".repeat(10_000).getBytes(StandardCharsets.US_ASCII)),
                            new InputStream() {
                                @Override
                                public int read(byte[] bytes, int offset, int length) throws IOException {
                                    return read();
                                }

                                @Override
                                public int read() throws IOException {
                                    throw new StreamTrouble(new Trouble(TroubleKind.CONTEXT_UNREADABLE, "b: gone"));
                                }
                            }))
                    .build();
            assertThatThrownBy(() -> client.execute(request))
                    .satisfies(e -> assertThat(EngineTrouble.of((Exception) e).kind())
                            .isEqualTo(TroubleKind.CONTEXT_UNREADABLE));
            assertThat(sent.get()).startsWith("POST /build").contains("half").doesNotContain("\r\n0\r\n");
        }
    }

    /** On a node each is a session of the connection to the server, which allows few. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void noMoreConnectionsStayUnusedThanTheHostKeeps(int kept) throws Exception {
        List<ByteStream> open = new CopyOnWriteArrayList<>();
        Host host = mock(Host.class);
        when(host.streamsToKeep()).thenReturn(kept);
        when(host.connectTcp(anyString(), anyInt())).thenAnswer(call -> {
            ByteStream stream = spy(new LocalHost().connectTcp("127.0.0.1", call.getArgument(1)));
            doAnswer(closing -> {
                        open.remove(stream);
                        return closing.callRealMethod();
                    })
                    .when(stream)
                    .close();
            open.add(stream);
            return stream;
        });
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                EngineHttpClient client =
                        new EngineHttpClient(new Connector(host, new Endpoint.Tcp("here", server.getLocalPort())))) {
            Thread.ofVirtual().start(() -> serve(server));
            List<Response> all = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                all.add(client.execute(Request.builder()
                        .method(Request.Method.GET)
                        .path("/GET")
                        .build()));
            }
            assertThat(open).hasSize(5);
            for (Response response : all) {
                assertThat(response.getBody().readAllBytes()).isNotEmpty();
                response.close();
            }
            assertThat(open).hasSize(kept);
        }
        assertThat(open).isEmpty();
    }

    @Test
    void aChangeOverAConnectionThatDiesOfItIsNotRepeated() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                EngineHttpClient client = client(server)) {
            Thread.ofVirtual().start(() -> serve(server));
            for (int i = 0; i < 3; i++) {
                ask(client, "POST");
            }
            assertThat(got).containsExactly("POST /POST", "POST /POST", "POST /POST");
        }
    }
}
