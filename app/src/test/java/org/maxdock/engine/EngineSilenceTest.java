package org.maxdock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.host.Output;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;

class EngineSilenceTest {

    private static Optional<Trouble> in(int status, String errors) {
        return EngineSilence.in(new Output(status, new byte[0], errors.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running? \
            | No Docker Engine answers at /var/run/docker.sock: docker finds none there.
            docker: Cannot connect to the Docker daemon at tcp://10.0.0.1:2375. Is the docker daemon running? \
            | No Docker Engine answers at tcp://10.0.0.1:2375: docker finds none there.
            failed to connect to the docker API at unix:///x/docker.sock; check if the path is correct and if the \
            daemon is running: dial unix /x/docker.sock: connect: no such file or directory \
            | No Docker Engine answers at /x/docker.sock: no such file or directory.
            """)
    void isOneTroubleWhateverWasWanted(String said, String told) {
        assertThat(in(1, "a line before\n" + said + "\n").map(new Texts(Locale.ENGLISH)::what))
                .contains(told);
        assertThat(in(0, said)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Error response from daemon: No such image: x", "tar: connect: refused"})
    void anythingElseIsNot(String said) {
        assertThat(in(1, said)).isEmpty();
    }
}
