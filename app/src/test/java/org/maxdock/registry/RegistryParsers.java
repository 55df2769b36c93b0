package org.maxdock.registry;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.maxdock.fuzz.Fuzzed;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Untrusted;

/** The readers of this room that get what others wrote. */
public final class RegistryParsers {

    private RegistryParsers() {}

    public static List<Fuzzed> all() {
        Untrusted answer = Untrusted.of(HostCurl.MOST, TroubleKind.REGISTRY_FAILED, "registry");
        return List.of(
                Fuzzed.text(
                        "a web server's answer",
                        text -> WebAnswer.of(text).header("link"),
                        "HTTP/1.1 200 Connected\r\n\r\nHTTP/2 200 \r\nLink: </v2/?n=1>; rel=\"next\"\r\n\r\n{}"),
                Fuzzed.text(
                        "a registry's challenge",
                        text -> answer.text(text, Challenge::of),
                        "Bearer realm=\"https://r.org/token\",service=\"r\",scope=\"repository:a:pull\"",
                        "Basic realm=\"r\""),
                Fuzzed.bytes(
                        "a registry's JSON",
                        bytes -> answer.bytes(bytes, StrictJson::parse),
                        "{\"name\":\"a/b\",\"tags\":[\"1\",\"2\"]}"),
                Fuzzed.bytes(
                        "a manifest's place",
                        bytes -> answer.bytes(bytes, b -> Descriptor.of(StrictJson.parse(b))),
                        "{\"mediaType\":\"m\",\"digest\":\"sha256:1\",\"size\":7,\"platform\":{\"os\":\"linu"
                                + "x\",\"architecture\":\"amd64\"}}"),
                Fuzzed.text(
                        "docker's configuration",
                        RegistryParsers::configuration,
                        "{\"auths\":{\"r:5000\":{\"auth\":\"YTpi\"},\"https://index.docker.io/v1/\":"
                                + "{\"identitytoken\":\"t\"}},\"credHelpers\":{\"x\":\"y\"},\"credsStore\":\"z\","
                                + "\"proxies\":{\"default\":{\"httpProxy\":\"http://p\"}}}\0Docker version 28.5.2, "
                                + "build x\0{\"auths\":{\"r\":{\"auth\":\"YTpi\"}}}"),
                Fuzzed.text("a repository's name", RepositoryName::of, "r:5000/a/b", "docker.io/x"),
                Fuzzed.text(
                        "versions",
                        text -> RegistryCatalog.byVersion(text, text.substring(text.length() / 2)),
                        "v1.10-rc2",
                        "9.9999999999999999999"));
    }

    /** Each helper that it names says the same. */
    private static void configuration(String text) throws Trouble {
        Host host = mock(Host.class, withSettings().stubOnly());
        when(host.name()).thenReturn("server");
        when(host.run(any()))
                .thenReturn(new Output(
                        0, "{\"Username\":\"a\",\"Secret\":\"b\"}".getBytes(StandardCharsets.UTF_8), new byte[0]));
        DockerConfig config = DockerConfig.read(host, text);
        config.users();
        config.account("r:5000");
        config.account("docker.io");
        config.proxies("unix:///run/docker.sock");
    }
}
