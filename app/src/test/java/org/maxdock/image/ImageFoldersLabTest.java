package org.maxdock.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.maxdock.host.Cancellation;
import org.maxdock.lab.Lab;
import org.maxdock.operation.Server;
import org.maxdock.text.Trouble;
import org.testfx.util.WaitForAsyncUtils;

/** The folders of an image, read without running it. */
@Tag("lab")
@Timeout(60)
class ImageFoldersLabTest {

    @Test
    void theFoldersAreThoseOfTheImageAndNoContainerIsLeft() throws Exception {
        Lab.must("mxuser@max-wgs", "docker pull -q " + Lab.BASE);
        String before = containers();
        try (Server bench = Lab.connect()) {
            assertThat(bench.imageFolders(Lab.BASE, new Cancellation()))
                    .contains("/bin", "/usr", "/dev")
                    .doesNotContain("/")
                    .allMatch(f -> f.startsWith("/") && !f.endsWith("/"));
            assertThat(bench.imageFolders("no/such:1", new Cancellation())).isEmpty();
            assertThat(containers()).isEqualTo(before);
        }
        try (Server bench = Lab.connect()) {
            Cancellation cancelled = new Cancellation();
            cancelled.cancel();
            assertThatThrownBy(() -> bench.imageFolders(Lab.BASE, cancelled))
                    .isInstanceOfSatisfying(
                            Trouble.class, t -> assertThat(t.key()).isEqualTo("cancelled"));
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> containers().equals(before));
        }
    }

    private static String containers() {
        return Lab.must("max-wgs", "docker ps -aq");
    }
}
