package org.maxdock.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.host.Cancellation;
import org.maxdock.host.FileVersion;
import org.maxdock.host.Host;
import org.maxdock.host.HostFiles;
import org.maxdock.host.local.LocalHost;
import org.maxdock.image.context.BuildFolder;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * A connection that breaks while a Dockerfile is written to the server: once it is back, it is said which one is there.
 */
@Timeout(60)
class AfterCutTest {

    @TempDir
    Path folder;

    private final Connections connections = mock(Connections.class);
    private final Connection connection = new Connection(connections);
    private final List<Runnable> losses = new ArrayList<>();
    private final HostFiles breaking = mock(HostFiles.class);
    private final FileContent old = FileContent.of("FROM old\n");
    private Path file;

    @BeforeEach
    void isConnected() throws Exception {
        file = Files.writeString(folder.resolve("Dockerfile"), old.text());
        Reconnecting.of(connection, (pause, action) -> Thread.startVirtualThread(action));
        Server first = server(breaking, "max-wgs");
        when(connections.open(any(), any(), any())).thenReturn(first);
        when(breaking.find(any())).thenReturn(java.util.Optional.of(old.bytes()));
        connection.connect("max-wgs", new Cancellation());
    }

    private Server server(HostFiles files, String name) {
        Server server = mock(Server.class);
        Host host = mock(Host.class);
        when(server.host()).thenReturn(host);
        when(server.files()).thenReturn(files);
        when(server.account()).thenReturn(new Account("me", name));
        doAnswer(call -> losses.add(call.getArgument(0))).when(host).onLost(any());
        return server;
    }

    private void comesBackTo(String name) throws Trouble {
        Server second = server(new HostFiles(new LocalHost()), name);
        when(connections.openWithoutQuestions(any(), any(), any())).thenReturn(second);
    }

    /** The connection breaks late, after the server did what it does. */
    private void cutAfter(String there) throws Trouble {
        doAnswer(call -> {
                    Files.writeString(file, there);
                    Thread.startVirtualThread(losses.getLast());
                    throw new Trouble(TroubleKind.FILE_CUT, file);
                })
                .when(breaking)
                .write(any(), any(), any());
    }

    private EditedFile.Outcome write() throws Trouble {
        return new BuildFolderFiles(connection)
                .file(new BuildFolder.OnServer(folder.toString()), "Dockerfile")
                .write("FROM new\n", old);
    }

    private TroubleKind trouble() {
        return catchThrowableOfType(Trouble.class, this::write).kind();
    }

    @Test
    void whatIsThereWasWritten() throws Exception {
        comesBackTo("max-wgs");
        cutAfter("FROM new\n");
        assertThat(write()).isEqualTo(new EditedFile.Outcome.Written(FileContent.of("FROM new\n")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FROM old\n", "", "FROM another\n"})
    void whatIsNotThereWasNot(String there) throws Exception {
        comesBackTo("max-wgs");
        cutAfter(there);
        assertThat(trouble()).isEqualTo(TroubleKind.FILE_NOT_REPLACED);
        assertThat(file).hasContent(there);
    }

    @Test
    void whereSomebodyHasToBeAskedItIsNotKnown() throws Exception {
        when(connections.openWithoutQuestions(any(), any(), any()))
                .thenThrow(new Trouble(TroubleKind.LOGIN_FAILED, "max-wgs"));
        cutAfter("FROM new\n");
        assertThat(trouble()).isEqualTo(TroubleKind.FILE_CUT);
    }

    @Test
    void anotherServerIsNotAsked() throws Exception {
        comesBackTo("elsewhere");
        cutAfter("FROM new\n");
        assertThat(trouble()).isEqualTo(TroubleKind.FILE_CUT);
    }

    @Test
    void whoDisconnectsIsNotWaitedFor() throws Exception {
        doAnswer(call -> {
                    connection.disconnect();
                    throw new Trouble(TroubleKind.FILE_CUT, file);
                })
                .when(breaking)
                .write(any(), any(), any());
        assertThat(trouble()).isEqualTo(TroubleKind.FILE_CUT);
    }

    /** What the writer of that text to the file adds to the name of its temporary one. */
    private String keyOf(String text) throws Exception {
        String all = file.toRealPath() + "\n"
                + FileVersion.of(FileContent.of(text).bytes()).digest() + "\n";
        return FileVersion.of(all.getBytes(StandardCharsets.UTF_8)).digest().substring(0, 16);
    }

    /** It may have got all of it, and still be at putting it in its place. */
    @Test
    void whatIsStillBeingWrittenIsWaitedFor() throws Exception {
        Path half = Files.writeString(folder.resolve(".maxdock-new.here.1.2." + keyOf("FROM new\n")), "half");
        comesBackTo("max-wgs");
        cutAfter(old.text());
        Process writer = new ProcessBuilder("bash", "-c", "sleep 0.5; printf 'FROM new\\n' > Dockerfile; rm " + half)
                .directory(folder.toFile())
                .start();
        assertThat(write()).isEqualTo(new EditedFile.Outcome.Written(FileContent.of("FROM new\n")));
        assertThat(writer.waitFor()).isZero();
    }
}
