package org.maxdock.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowDisplayTest {

    @ParameterizedTest
    @CsvSource({
        "Linux, , , true",
        "Linux, ' ', , true",
        "Linux, :0, , false",
        "Linux, , headless, false",
        "Mac OS X, , , false",
        "Windows 11, , , false"
    })
    void onlyX11NeedsADisplayOfThatName(String system, String display, String platform, boolean without) {
        Properties properties = new Properties();
        properties.setProperty("os.name", system);
        if (platform != null) {
            properties.setProperty("glass.platform", platform);
        }
        Map<String, String> environment = display == null ? Map.of() : Map.of("DISPLAY", display);
        assertThat(Window.isWithoutDisplay(properties, environment)).isEqualTo(without);
    }
}
