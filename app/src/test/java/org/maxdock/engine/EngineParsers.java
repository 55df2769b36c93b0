package org.maxdock.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.maxdock.fuzz.Fuzzed;
import org.maxdock.registry.StrictJson;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Untrusted;

/** The readers of this room that get what others wrote. */
public final class EngineParsers {

    private static final String IMAGE = "{\"Id\":\"sha256:1\",\"RepoDigests\":[\"a@sha256:2\"],\"Os\":\"linux\","
            + "\"Architecture\":\"amd64\",\"RootFS\":{\"Layers\":[\"sha256:3\"]},\"Config\":{\"Env\":[\"A=b\"],"
            + "\"Cmd\":[\"sh\"],\"Labels\":{\"l\":\"v\"},\"Healthcheck\":{\"Test\":[\"CMD\"],\"Interval\":3}}}";
    private static final String CONFIG = "{\"os\":\"linux\",\"architecture\":\"amd64\",\"config\":{\"User\":\"u\","
            + "\"ExposedPorts\":{\"80/tcp\":{}}},\"rootfs\":{\"diff_ids\":[\"sha256:1\"]},\"history\":"
            + "[{\"created_by\":\"/bin/sh -c #(nop) CMD # buildkit\",\"empty_layer\":true}]}";
    private static final String HISTORY =
            "{\"CreatedBy\":\"RUN /bin/sh -c a   # buildkit\",\"Size\":7,\"Created\":1700000000}";

    private static final String CERTIFICATE = """
            -----BEGIN CERTIFICATE-----
            MIIBezCCASGgAwIBAgIUfLC2ejwTun9ibFkAs+TWlZ42fJIwCgYIKoZIzj0EAwIw
            EzERMA8GA1UEAwwIMTAwMDoxMDAwHhcNMjYxMTI3MDYxMTIzWhcNMjYxMTI4MDYx
            MTIzWjATMREwDwYDVQQDDAgxMDAwOjEwMDBZMBMGByqGSM49AgEGCCqGSM49AwEH
            A0IABIR7Bh5uHtS6mojtOONl0JUNUXYJTUppb1HZ5lHdeMH6SdzrW2ACGq6cLBOF
            EwdkTCbgGV+czjMqLxMnG5kQoMKjUzBRMB0GA1UdDgQWBBQXg6XTappbyvV3pKfV
            F1vcuvqowzAfBgNVHSMEGDAWgBQXg6XTappbyvV3pKfVF1vcuvqowzAPBgNVHRMB
            Af8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIQDW2sy2wv+9nX5TFntpBcJryx+W
            FlXF4qZ6uZW1ufqkiAIgMohY8G1vSoNKc8GjS3V7Z0YHoVrt8FcgcauKwc2fuuI=
            -----END CERTIFICATE-----
            """;

    private EngineParsers() {}

    public static List<Fuzzed> all() {
        Untrusted answer = Untrusted.of(Untrusted.LARGE, TroubleKind.IDENTITY_UNREADABLE);
        return List.of(
                Fuzzed.text(
                        "an engine's refusal",
                        text -> {
                            EngineTrouble.message(text);
                            EngineTrouble.ofMessage(null, text);
                        },
                        "Status 500: {\"message\":\"no \\\"such\\\" \\u0041 thing\\n\"}",
                        "authorization denied by plugin p: Command allowed for root only",
                        "plugin p failed with error: AuthZPlugin.AuthZReq: Err",
                        "<html><body>502 Bad Gateway</body></html>"),
                Fuzzed.bytes("an image, inspected", bytes -> answer.bytes(bytes, ImageJson::inspected), IMAGE),
                Fuzzed.bytes(
                        "an image's configuration",
                        bytes -> {
                            answer.bytes(bytes, b -> ImageJson.config(b, "sha256:1"));
                            answer.bytes(bytes, ImageJson::history);
                        },
                        CONFIG),
                Fuzzed.bytes(
                        "what an engine keeps of builds",
                        bytes -> answer.bytes(
                                bytes, b -> BuildCache.Kept.of(StrictJson.parse(b), java.time.Instant.now())),
                        BuildCacheTest.USAGE),
                Fuzzed.bytes(
                        "what docker's own checks say",
                        bytes -> answer.bytes(bytes, DockerfileCheck::read),
                        DockerfileCheckTest.SAID),
                Fuzzed.bytes(
                        "an engine's images",
                        bytes -> answer.bytes(bytes, b -> EngineLists.images(StrictJson.parse(b))),
                        "[{\"Id\":\"sha256:1\",\"RepoTags\":[\"a:1\",\"<none>:<none>\"],\"RepoDigests\":null,"
                                + "\"Size\":7,\"Created\":1700000000}]"),
                Fuzzed.bytes(
                        "an engine's containers",
                        bytes -> answer.bytes(bytes, b -> EngineLists.containers(StrictJson.parse(b))),
                        "[{\"Id\":\"1\",\"Names\":[\"/n\"],\"Image\":\"a\",\"ImageID\":\"sha256:1\","
                                + "\"State\":\"running\",\"Status\":\"Up\",\"Created\":1700000000,"
                                + "\"Labels\":{\"maxdock.user\":\"u\"},\"Ports\":["
                                + "{\"IP\":\"0.0.0.0\",\"PrivatePort\":80,\"PublicPort\":8080,\"Type\":\"tcp\"}],"
                                + "\"Mounts\":[{\"Source\":\"/a\",\"Destination\":\"/b\"}]}]"),
                Fuzzed.bytes(
                        "what an engine says of itself",
                        bytes -> answer.bytes(bytes, b -> EngineLists.info(StrictJson.parse(b))),
                        "{\"ServerVersion\":\"20.10\",\"SecurityOptions\":[\"name=userns\"],"
                                + "\"DriverStatus\":[[\"a\",\"b\"]],\"Images\":3,"
                                + "\"OSType\":\"linux\",\"Plugins\":{\"Authorization\":[\"p\"]}}"),
                Fuzzed.bytes(
                        "a container's processes",
                        bytes -> answer.bytes(bytes, b -> EngineLists.processes(StrictJson.parse(b))),
                        "{\"Titles\":[\"PID\",\"CMD\"],\"Processes\":[[\"1\",\"sh\"]]}"),
                Fuzzed.bytes(
                        "an archive's manifest",
                        bytes -> answer.bytes(bytes, ImageJson::archive),
                        "[{\"Config\":\"c.json\",\"RepoTags\":[\"a:1\"],\"Layers\":[\"l.tar\"]}]"),
                Fuzzed.bytes(
                        "an index and a manifest",
                        bytes -> {
                            answer.bytes(bytes, ImageJson::index);
                            answer.bytes(bytes, ImageJson::manifest);
                        },
                        "{\"manifests\":[{\"digest\":\"sha256:1\"}],\"config\":{\"digest\":\"sha256:2\"},\"lay"
                                + "ers\":[]}"),
                Fuzzed.bytes(
                        "a layer's step",
                        bytes -> answer.bytes(bytes, b -> ImageLayer.of(StrictJson.parse(b))),
                        HISTORY),
                Fuzzed.text(
                        "a docker client's versions",
                        HostClient::read,
                        "28.5.2 1.51\nbuildx github.com/docker/buildx v0.20.1 abc\n",
                        "20.10.24+dfsg1 1.41\n"),
                Fuzzed.text("an engine's address", EndpointFinder::parse, "tcp://localhost:2376", "tcp://[::1]:1/x"),
                Fuzzed.bytes(
                        "a certificate",
                        bytes -> answer.bytes(bytes, b -> Pem.certificates(new String(b, StandardCharsets.US_ASCII))),
                        CERTIFICATE),
                FolderTalkParser.all());
    }
}
