package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.text.Trouble;

class ContainerOptionsTest {

    private static ContainerOptions publishing(String ports) {
        return new ContainerOptions(List.of(), "", List.of(), List.of("--publish=" + ports));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"80", "8080:80", "127.0.0.1:8080:80", "127.0.0.1::80", "[::1]:8080:80/udp", "8000-8001:80-81/tcp"
            })
    void portsAsDockerTakesThem(String ports) throws Trouble {
        assertThat(publishing(ports).checked().words()).containsExactly("--publish=" + ports);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x:y", "80:", "8080:80 9090:90", "1:2:3:4", "80/http"})
    void whatDockerWouldRefuseOnTheNodeIsRefusedHere(String ports) {
        assertThatThrownBy(() -> publishing(ports).checked())
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("--publish");
    }
}
