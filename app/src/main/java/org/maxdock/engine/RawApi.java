package org.maxdock.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.transport.DockerHttpClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.maxdock.registry.StrictJson;
import org.maxdock.text.BoundedInput;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Untrusted;

/** The engine's answers that docker-java does not pass on whole. */
final class RawApi {

    private static final int NOT_FOUND = 404;
    private static final int GOOD = 300;

    private static final Untrusted ANSWER =
            Untrusted.of(Untrusted.LARGE, TroubleKind.ANSWER_UNREADABLE, "Docker Engine");

    private final DockerHttpClient http;

    RawApi(DockerHttpClient http) {
        this.http = http;
    }

    /** The JSON at a path; empty where there is nothing of that name. */
    Optional<JsonNode> get(String path, Map<String, String> headers) throws Trouble {
        return get(path, headers, answer -> answer);
    }

    /** What a reader makes of the JSON at a path; empty where there is nothing of that name. */
    <T> Optional<T> get(String path, Map<String, String> headers, Untrusted.Reader<JsonNode, T> reader) throws Trouble {
        return answer(
                DockerHttpClient.Request.builder()
                        .method(DockerHttpClient.Request.Method.GET)
                        .path(path)
                        .putAllHeaders(headers)
                        .build(),
                reader);
    }

    /** The same of what every engine has. */
    <T> T get(String path, Untrusted.Reader<JsonNode, T> reader) throws Trouble {
        return get(path, Map.of(), reader)
                .orElseThrow(() -> new Trouble(TroubleKind.ANSWER_UNREADABLE, "Docker Engine", "404 " + path));
    }

    /**
     * What a reader makes of the JSON that follows a request without a body; empty where the engine knows no such one.
     */
    <T> Optional<T> post(String path, Untrusted.Reader<JsonNode, T> reader) throws Trouble {
        return answer(
                DockerHttpClient.Request.builder()
                        .method(DockerHttpClient.Request.Method.POST)
                        .path(path)
                        .build(),
                reader);
    }

    private <T> Optional<T> answer(DockerHttpClient.Request request, Untrusted.Reader<JsonNode, T> reader)
            throws Trouble {
        try (DockerHttpClient.Response response = http.execute(request)) {
            byte[] body = new BoundedInput(response.getBody(), Untrusted.LARGE).readAllBytes();
            if (response.getStatusCode() < GOOD) {
                return Optional.of(ANSWER.bytes(body, b -> reader.read(StrictJson.parse(b))));
            }
            if (response.getStatusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            String said = EngineTrouble.message(new String(
                    body, StandardCharsets.UTF_8)); // what stands before the engine may answer in other forms than JSON
            throw EngineTrouble.ofMessage(null, said.isEmpty() ? "HTTP " + response.getStatusCode() : said);
        } catch (EngineHttpClient.Unreachable e) {
            throw e.trouble();
        } catch (IOException | UncheckedIOException e) {
            throw EngineTrouble.of(e);
        }
    }
}
