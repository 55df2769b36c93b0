package org.maxdock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.text.Message;

/** What docker commands of many years say of themselves. */
class HostClientTest {

    @ParameterizedTest
    @CsvSource({"20.10.24+dfsg1,true", "19.03.1,true", "22.06.0-beta,true", "23.0.1,false", "28.5.2,false", "'',false"})
    void isOfBeforeThePlugin(String version, boolean old) {
        assertThat(new HostClient(version, true, !old, false, Optional.empty()).isOld())
                .isEqualTo(old);
    }

    @ParameterizedTest
    @CsvSource({
        "28.5.2 1.51, github.com/docker/buildx v0.29.1 b1281b8, true",
        "27.0.1 1.46, github.com/docker/buildx v0.15.0-desktop.1 x, true",
        "29.0.0 1.52, github.com/docker/buildx v1.0.0 x, true",
        "26.1.5 1.45, github.com/docker/buildx 0.13.1+ds1 0.13.1+ds1-3, false",
        "20.10.24 1.41, github.com/docker/buildx v0.29.1 x, false",
        "28.5.2 1.51, buildah 1.39.3 (image-spec 1.1.0), false",
    })
    void checksDockerfilesFrom015On(String docker, String plugin, boolean checks) {
        assertThat(HostClient.read(docker + "\nbuildx " + plugin + "\n").checks())
                .isEqualTo(checks);
    }

    @ParameterizedTest
    @CsvSource({
        "'20.10.24+dfsg1 1.41\n', 20.10.24+dfsg1, true, false, ''",
        "'20.10.24 1.41\nbuildx github.com/docker/buildx v0.20.0 x\n', 20.10.24, true, false, ''",
        "'28.5.2 1.51\nbuildx github.com/docker/buildx v0.29.1 x\n', 28.5.2, true, true, ''",
        "'26.1.5 1.45\nbuildx github.com/docker/buildx 0.13.1+ds1 x\n', 26.1.5, true, true, ''",
        "'26.1.5+dfsg1 1.45\n', 26.1.5+dfsg1, false, false, buildkit.no-plugin",
        "'18.06.1-ce 1.38\n', 18.06.1-ce, false, false, buildkit.too-old",
        "'20.10.24 1.38\n', 20.10.24, false, false, buildkit.too-old",
        "'', '', false, false, buildkit.no-command",
        "'podman something\n', '', false, false, buildkit.no-command",
    })
    void isRead(String said, String version, boolean buildKit, boolean ofItself, String why) {
        HostClient client = HostClient.read(said);
        assertThat(client.version()).isEqualTo(version);
        assertThat(client.buildKit()).isEqualTo(buildKit);
        assertThat(client.ofItself()).isEqualTo(ofItself);
        assertThat(client.why().map(Message::key).orElse("")).isEqualTo(why);
    }
}
