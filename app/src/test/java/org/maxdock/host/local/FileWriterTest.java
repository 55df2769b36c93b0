package org.maxdock.host.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.host.Cancellation;
import org.maxdock.host.FileVersion;
import org.maxdock.host.HostFiles;
import org.maxdock.host.OwnFile;
import org.maxdock.lab.Lab;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.testfx.util.WaitForAsyncUtils;

@Timeout(60)
class FileWriterTest {

    @TempDir
    Path folder;

    private final HostFiles files = new HostFiles(new LocalHost());

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static TroubleKind kindOf(ThrowingCallable call) {
        return catchThrowableOfType(Trouble.class, call).kind();
    }

    private List<String> names() throws Exception {
        try (var all = Files.list(folder)) {
            return all.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aLargeFileIsSentWholeOrNotAtAll() throws Exception {
        byte[] all = new byte[5_000_000];
        new Random(8).nextBytes(all);
        Path from = Files.write(Files.createTempFile("sent", ""), all);
        List<Long> gone = new ArrayList<>();
        String path = folder.resolve("there.tgz").toString();
        files.send(from, FileVersion.of(all), path, gone::add, new Cancellation());
        assertThat(files.read(path)).isEqualTo(all);
        assertThat(gone).isSorted().hasSizeGreaterThan(10).endsWith(5_000_000L);
        all[0]++; // it became another after its checksum was known
        String other = folder.resolve("other").toString();
        assertThat(kindOf(() -> files.send(from, FileVersion.of(all), other, n -> {}, new Cancellation())))
                .isEqualTo(TroubleKind.FILE_UNWRITABLE);
        Cancellation cancellation = new Cancellation();
        assertThat(kindOf(() -> files.send(from, FileVersion.of(all), other, n -> cancellation.cancel(), cancellation)))
                .isEqualTo(TroubleKind.CANCELLED);
        Files.delete(from);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> names().equals(List.of("there.tgz")));
    }

    /** After a cut: who still writes these bytes to this file may end well; whoever else writes beside it does not. */
    @ParameterizedTest
    @CsvSource({"file, a, true", "other, a, false", "file, b, false", "a *'$(b), b, false", "'.*', b, false"})
    void onlyItsOwnWriterIsWaitedFor(String name, String content, boolean waited) throws Exception {
        byte[] wanted = bytes("a".repeat(600_000));
        byte[] written = bytes(content.repeat(600_000));
        Path from = Files.write(Files.createTempFile("sent", ""), written);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        CompletableFuture<Void> writer = asynchronously(() -> {
            files.send(
                    from,
                    FileVersion.of(written),
                    folder.resolve(name).toString(),
                    n -> {
                        begun.countDown();
                        awaitIt(mayEnd);
                    },
                    new Cancellation());
            return null;
        });
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Boolean> asked =
                asynchronously(() -> files.holds(folder.resolve("file").toString(), wanted));
        if (waited) {
            assertThatThrownBy(() -> asked.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
        } else {
            assertThat(asked.get(5, TimeUnit.SECONDS)).isFalse();
        }
        mayEnd.countDown();
        writer.get(20, TimeUnit.SECONDS);
        assertThat(asked.get(20, TimeUnit.SECONDS)).isEqualTo(waited);
        Files.delete(from);
    }

    private static void awaitIt(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> CompletableFuture<T> asynchronously(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                result.complete(work.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    @Test
    void aFileOfAnyNameAndContentIsThereWholeWithNothingBesideIt() throws Exception {
        byte[] all = new byte[5_000_000];
        new Random(7).nextBytes(all);
        for (String name : List.of("it's a 'file'\n.bin", "-n", " ", "a\n", "%s", "é", "*", "\\", "$(id)")) {
            String path = folder.resolve(name).toString();
            files.write(path, all);
            assertThat(files.read(path)).isEqualTo(all);
            files.write(path, new byte[0]);
            assertThat(files.read(path)).isEmpty();
            assertThat(names()).containsExactly(name);
            Files.delete(folder.resolve(name));
        }
    }

    @Test
    void rightsAndLinksAreKept() throws Exception {
        Path file = Files.writeString(folder.resolve("run"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("run"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x--x"));
        files.write(link.toString(), bytes("new"));
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rwxr-x--x");
        assertThat(Files.getPosixFilePermissions(Path.of(write("fresh")))).hasSize(4);
    }

    private String write(String name) throws Trouble {
        String path = folder.resolve(name).toString();
        files.write(path, bytes("x"));
        return path;
    }

    @Test
    void whatAnotherHasChangedIsNotWrittenOver() throws Exception {
        String path = folder.resolve("Dockerfile").toString();
        files.write(path, bytes("FROM a"), FileVersion.ABSENT);
        assertThat(kindOf(() -> files.write(path, bytes("FROM b"), FileVersion.ABSENT)))
                .isEqualTo(TroubleKind.FILE_CHANGED);
        FileVersion read = FileVersion.of(files.read(path));
        files.write(path, bytes("FROM c"), read);
        assertThat(kindOf(() -> files.write(path, bytes("FROM d"), read))).isEqualTo(TroubleKind.FILE_CHANGED);
        assertThat(files.read(path)).asString().isEqualTo("FROM c");
        Files.delete(Path.of(path));
        assertThat(kindOf(() -> files.write(path, bytes("FROM e"), read))).isEqualTo(TroubleKind.FILE_CHANGED);
        assertThat(names()).isEmpty();
        assertThat(files.holds(path, bytes("FROM c"))).isFalse();
        files.write(path, bytes("FROM c"));
        assertThat(files.holds(path, bytes("FROM c"))).isTrue();
    }

    @Test
    void whatCannotBeReadOrWrittenIsTold() throws Exception {
        String pipe = folder.resolve("pipe").toString();
        assertThat(Lab.run(List.of("mkfifo", pipe)).status()).isZero();
        assertThat(kindOf(() -> files.read(pipe))).isEqualTo(TroubleKind.FILE_NOT_REGULAR);
        assertThat(kindOf(() -> files.write(pipe, bytes("x")))).isEqualTo(TroubleKind.FILE_NOT_REGULAR);
        assertThat(kindOf(() -> files.read("/dev/zero"))).isEqualTo(TroubleKind.FILE_NOT_REGULAR);
        assertThat(kindOf(() -> files.write(folder.toString(), bytes("x")))).isEqualTo(TroubleKind.FILE_NOT_REGULAR);
        assertThat(kindOf(() -> files.write(folder + "/no/such/x", bytes("x")))).isEqualTo(TroubleKind.FILE_UNWRITABLE);
        assertThat(kindOf(() -> files.read(folder + "/none"))).isEqualTo(TroubleKind.FILE_UNREADABLE);
        assertThat(kindOf(() -> files.find(folder + "/no/such/x"))).isEqualTo(TroubleKind.FILE_UNREADABLE);
        assertThat(files.find(folder + "/none")).isEmpty();
        String huge = folder.resolve("huge").toString();
        assertThat(Lab.run(List.of("truncate", "-s", "70M", huge)).status()).isZero();
        Trouble tooLarge = catchThrowableOfType(Trouble.class, () -> files.read(huge));
        assertThat(tooLarge.kind()).isEqualTo(TroubleKind.FILE_TOO_LARGE);
        assertThat(tooLarge.arguments()).containsExactly(huge, "64");
        assertThat(kindOf(() -> HostFiles.text("x", new byte[] {(byte) 0xff}))).isEqualTo(TroubleKind.NOT_A_TEXT);
        assertThat(HostFiles.text("x", bytes("é€"))).isEqualTo("é€");
    }

    @Test
    void whatAKilledWriterHasLeftGoesWithTheNextWrite() throws Exception {
        String here = Lab.run(List.of("uname", "-n")).out().strip();
        long alive = ProcessHandle.current().pid();
        for (String stray : List.of(here + ".999999999.abcdef", here + "." + alive + ".abcdef", "elsewhere.1.abcdef")) {
            Files.writeString(folder.resolve(".maxdock-new." + stray), "half");
        }
        assertThat(Lab.run(List.of("touch", "-d", "3 days ago", folder + "/.maxdock-new.elsewhere.1.abcdef"))
                        .status())
                .isZero();
        write("file");
        assertThat(names()).containsExactly(".maxdock-new." + here + "." + alive + ".abcdef", "file");
    }

    /** A folder's default ACL, and not the umask, says who may do what with a new file in it (acl(5)). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "g:daemon:rwx,m::rwx",
                "g:daemon:rwx,m::rx",
                "u:daemon:rw",
                "u::rwx,g::rwx,o::rwx",
                "u::rwx,g::---,o::---",
                "u::rw,g::rw,g:daemon:rw,m::rw,o::-",
            })
    void aNewFileHasTheRightsThatItsFolderGives(String acl) throws Exception {
        Assumptions.assumeTrue(
                acl.isEmpty()
                        || Lab.run(List.of("setfacl", "-d", "-m", acl, folder.toString()))
                                        .status()
                                == 0,
                "needs setfacl, and a file system with ACLs");
        Path normal = folder.resolve("normal");
        assertThat(Lab.run(List.of("bash", "-c", "echo x > \"$1\"", "bash", normal.toString()))
                        .status())
                .isZero();
        assertThat(rights(write("ours"))).isEqualTo(rights(normal.toString()));
    }

    private static String rights(String path) {
        return Lab.run(List.of("sh", "-c", "stat -c %a \"$1\"; getfacl -cp -- \"$1\"", "sh", path))
                .out();
    }

    /** Somebody who may write in the folder, too, puts a link in the new file's place while it is written. */
    @Test
    void whatIsDoneToANewFileIsNotDoneToWhatALinkLeadsTo() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "mine");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        Lab.Said said = Lab.run(List.of(
                "bash",
                "-c",
                "new=$1/new secret=$1/secret\n" + OwnFile.CREATE + """
                        stat -c %a "$new"
                        rm "$new"; ln -s "$secret" "$new"
                        echo other >&7
                        chmod 644 -- "$opened"
                        """ + OwnFile.STILL_THERE + "echo moved",
                "bash",
                folder.toString()));
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.out()).isEqualTo("600\n");
        assertThat(said.err()).contains("somebody else has put another file");
        assertThat(secret).hasContent("mine");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
    }

    @Test
    void whatIsThereAlreadyIsNotOpenedAsANewFile() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "mine");
        Files.createSymbolicLink(folder.resolve("new"), secret);
        Lab.Said said =
                Lab.run(List.of("bash", "-c", "new=$1/new\n" + OwnFile.CREATE + "echo on", "bash", folder.toString()));
        assertThat(said.status()).isNotZero();
        assertThat(said.out()).isEmpty();
        assertThat(secret).hasContent("mine");
    }
}
