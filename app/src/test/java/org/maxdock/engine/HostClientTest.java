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
        assertThat(new HostClient(version, true, !old, Optional.empty()).isOld()).isEqualTo(old);
    }

    @ParameterizedTest
    @CsvSource({
        "'20.10.24+dfsg1 1.41\n', 20.10.24+dfsg1, true, false, ''",
        "'20.10.24 1.41\nbuildx\n', 20.10.24, true, false, ''",
        "'28.5.2 1.51\nbuildx\n', 28.5.2, true, true, ''",
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
