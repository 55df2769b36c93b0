package org.maxdock.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.engine.Progress;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Host;
import org.maxdock.host.Running;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** An archive of this machine goes to the docker of another one as it is read. */
class ImageFromHereTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final List<Progress> told = new ArrayList<>();

    private ImageFiles files(int status, String says, String errs) throws Trouble {
        Host host = mock(Host.class);
        when(host.isOpen()).thenReturn(true);
        when(host.start(any(), any())).thenReturn(new Running() {
            @Override
            public OutputStream input() {
                return sent;
            }

            @Override
            public InputStream output() {
                return new ByteArrayInputStream(says.getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public InputStream errors() {
                return new ByteArrayInputStream(errs.getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public int await() {
                return status;
            }

            @Override
            public void close() {}
        });
        return new ImageFiles(host, Optional.empty());
    }

    @Test
    void allOfItGoesAndHowMuchIsTold() throws Exception {
        byte[] archive = new byte[200_000];
        Path file = Files.write(folder.resolve("i.tar"), archive);
        assertThat(files(0, "Loaded image: i:1\n", "").loadFromHere(file, told::add, new Cancellation()))
                .isEqualTo("Loaded image: i:1");
        assertThat(sent.toByteArray()).isEqualTo(archive);
        assertThat(told).extracting(Progress::current).isSorted().endsWith(200_000L);
        assertThat(told).extracting(Progress::total).containsOnly(200_000L);
    }

    @Test
    void whatIsNoneIsToldAsThat() throws Exception {
        Path file = Files.writeString(folder.resolve("i.tar"), "text");
        assertThatThrownBy(() -> files(1, "", "open /x/manifest.json: no such file or directory")
                        .loadFromHere(file, told::add, new Cancellation()))
                .isInstanceOfSatisfying(Trouble.class, t -> assertThat(t.kind()).isEqualTo(TroubleKind.NOT_IMAGES));
        assertThatThrownBy(() -> files(0, "", "").loadFromHere(folder.resolve("gone"), told::add, new Cancellation()))
                .isInstanceOfSatisfying(
                        Trouble.class, t -> assertThat(t.kind()).isEqualTo(TroubleKind.FILE_UNREADABLE));
    }

    @Test
    void whatIsCancelledIsNotSentOn() throws Exception {
        Path file = Files.write(folder.resolve("i.tar"), new byte[500_000]);
        Cancellation cancellation = new Cancellation();
        assertThatThrownBy(() -> files(0, "", "").loadFromHere(file, p -> cancellation.cancel(), cancellation))
                .isInstanceOfSatisfying(Trouble.class, t -> assertThat(t.kind()).isEqualTo(TroubleKind.CANCELLED));
        assertThat(sent.size()).isLessThan(500_000);
    }
}
