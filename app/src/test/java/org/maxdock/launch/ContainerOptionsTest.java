package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.text.InvalidValue;

class ContainerOptionsTest {

    private static ContainerOptions publishing(String ports) {
        return new ContainerOptions(List.of(), "", List.of(), List.of("--publish=" + ports));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"80", "8080:80", "127.0.0.1:8080:80", "127.0.0.1::80", "[::1]:8080:80/udp", "8000-8001:80-81/tcp"
            })
    void portsAsDockerTakesThem(String ports) {
        assertThat(publishing(ports).words()).containsExactly("--publish=" + ports);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x:y", "80:", "8080:80 9090:90", "1:2:3:4", "80/http"})
    void whatDockerWouldRefuseOnTheNodeIsRefusedHere(String ports) {
        assertThatThrownBy(() -> publishing(ports))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("--publish");
    }
}
