package org.maxdock.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

@Timeout(60)
class LockedFileTest {

    @TempDir
    Path folder;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void refused(TroubleKind kind, ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(Trouble.class, t -> assertThat(t.kind()).isEqualTo(kind));
    }

    private void onlyThere(Path... files) throws Exception {
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).containsExactlyInAnyOrder(files);
        }
    }

    @Test
    void aLinkStaysALinkAlsoWhereItLeadsToNothingYet() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("elsewhere/there"));
        Path second = Files.createSymbolicLink(folder.resolve("second"), link);
        for (String text : new String[] {"one", "two"}) {
            LockedFile.shared(second).write(bytes(text));
            assertThat(second).isSymbolicLink().hasContent(text);
            assertThat(elsewhere.resolve("there")).isRegularFile().hasContent(text);
        }
        try (Stream<Path> all = Files.list(elsewhere)) {
            assertThat(all).hasSize(1);
        }
        onlyThere(elsewhere, link, second);
    }

    @Test
    void whatIsNoOrdinaryFileIsNeitherReadNorReplaced() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Path endless = Files.createSymbolicLink(folder.resolve("endless"), Path.of("/dev/zero"));
        Path inner = Files.createDirectory(folder.resolve("inner"));
        for (Path odd : new Path[] {pipe, endless, inner}) {
            refused(TroubleKind.FILE_NOT_REGULAR, () -> LockedFile.shared(odd).read());
            refused(
                    TroubleKind.FILE_NOT_REGULAR,
                    () -> LockedFile.shared(inner.resolveSibling(odd.getFileName()))
                            .change(now -> Optional.of(bytes("x"))));
        }
        onlyThere(pipe, endless, inner);
        assertThat(endless).isSymbolicLink();
    }

    @Test
    void aFileThatIsTooLargeIsNotReadWhole() throws Exception {
        Path large = folder.resolve("large");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(1L << 36);
        }
        refused(TroubleKind.FILE_TOO_LARGE, () -> LockedFile.shared(large).read());
        refused(TroubleKind.FILE_TOO_LARGE, () -> LockedFile.shared(large).write(bytes("x")));
        assertThat(Files.size(large)).isEqualTo(1L << 36);
    }

    @Test
    void aLinkInACircleIsATrouble() throws Exception {
        Path circle = folder.resolve("circle");
        Files.createSymbolicLink(circle, circle);
        assertThatThrownBy(() -> LockedFile.shared(circle).read()).isInstanceOf(Trouble.class);
        assertThatThrownBy(() -> LockedFile.shared(circle).write(bytes("x"))).isInstanceOf(Trouble.class);
        assertThat(circle).isSymbolicLink();
    }

    @Test
    void aFolderThatIsNotThereIsMadeForTheUsersOwnFilesOnly() throws Exception {
        refused(
                TroubleKind.FOLDER_GONE,
                () -> LockedFile.shared(folder.resolve("gone/file")).write(bytes("x")));
        assertThat(folder).isEmptyDirectory();
        Path mine = folder.resolve("deep/er/file");
        LockedFile.mine(mine).write(bytes("x"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(mine)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(mine.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void anOldFileKeepsItsRightsAndANewOneHasTheUsualOnes() throws Exception {
        Path beside = Files.createFile(folder.resolve("beside"));
        Path path = folder.resolve("file");
        LockedFile file = LockedFile.shared(path);
        file.write(bytes("a"));
        assertThat(Files.getPosixFilePermissions(path)).isEqualTo(Files.getPosixFilePermissions(beside));
        for (String rights : new String[] {"rw-------", "rw-rw----", "rw-rw-rw-", "rwxr-x---"}) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
            file.write(bytes(rights));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo(rights);
        }
    }

    @Test
    void whatAKilledWriterLeftIsTidiedByTheNextOne() throws Exception {
        Path path = folder.resolve("file");
        LockedFile file = LockedFile.shared(path);
        file.write(bytes("a"));
        Files.writeString(WholeFile.freshOf(path), "half");
        Files.writeString(WriteLock.fileOf(path), "someone who was killed");
        file.write(bytes("b"));
        onlyThere(path);
        assertThat(path).hasContent("b");
    }

    @Test
    void orByOneWhoReads() throws Exception {
        Path path = folder.resolve("file");
        LockedFile file = LockedFile.shared(path);
        file.write(bytes("a"));
        Files.writeString(WholeFile.freshOf(path), "half");
        Files.writeString(WriteLock.fileOf(path), "someone who was killed");
        file.change(now -> {
            assertThat(file.read()).contains(bytes("a")); // which must not wait for a change that goes on
            return Optional.empty();
        });
        onlyThere(path);
        assertThat(path).hasContent("a");
    }

    @Test
    void aChangeThatChangesNothingNeedsNoLockAndNoRightToWrite() throws Exception {
        Path path = folder.resolve("file");
        LockedFile file = LockedFile.shared(path);
        file.write(bytes("a"));
        Files.createDirectory(WriteLock.fileOf(path)); // no lock could be taken
        file.change(now -> Optional.empty());
        refused(TroubleKind.FILE_NOT_REGULAR, () -> file.write(bytes("b")));
        assertThat(path).hasContent("a");
    }

    @Test
    void whatIsPlantedInThePlaceOfALockOrAHalfMadeFileHangsNobodyAndIsNotWrittenThrough() throws Exception {
        Path path = folder.resolve("file");
        Path victim = Files.writeString(folder.resolve("victim"), "mine");
        Files.createSymbolicLink(WholeFile.freshOf(path), victim);
        LockedFile.shared(path).write(bytes("a"));
        assertThat(victim).hasContent("mine");
        onlyThere(path, victim);
        assertThat(new ProcessBuilder("mkfifo", WriteLock.fileOf(path).toString())
                        .start()
                        .waitFor())
                .isZero();
        refused(TroubleKind.FILE_NOT_REGULAR, () -> LockedFile.shared(path).write(bytes("b")));
        Files.delete(WriteLock.fileOf(path));
        Files.createSymbolicLink(WriteLock.fileOf(path), victim);
        assertThatThrownBy(() -> LockedFile.shared(path).write(bytes("b"))).isInstanceOf(Trouble.class);
        assertThat(victim).hasContent("mine");
        assertThat(path).hasContent("a");
    }

    /** Whoever may write in the folder may put another name of somebody's file there (link(2)). */
    @Test
    void whatIsNoLockFileKeepsItsContentAlsoWhereALockFileBelongs() throws Exception {
        Path path = folder.resolve("file");
        Path lock = WriteLock.fileOf(path);
        for (String content : new String[] {"mine", "", "deadbeef", "a long file\n".repeat(1000)}) {
            Path victim = Files.writeString(folder.resolve("victim"), content);
            Files.createLink(lock, victim);
            refused(TroubleKind.LOCK_FILE_ODD, () -> LockedFile.shared(path).write(bytes("a")));
            assertThat(victim).hasContent(content);
            Files.delete(lock);
        }
        for (String content : new String[] {"mine\n", "\n", "00 mine\r\n", "x".repeat(9000), "long\n".repeat(1000)}) {
            Files.writeString(lock, content);
            refused(TroubleKind.LOCK_FILE_ODD, () -> LockedFile.shared(path).write(bytes("a")));
            assertThat(lock).hasContent(content);
            Files.delete(lock);
        }
        assertThat(path).doesNotExist();
        for (String left : new String[] {"", Claim.mine(), Claim.mine().substring(0, 20)}) {
            Files.writeString(lock, left);
            LockedFile.shared(path).write(bytes(left));
            assertThat(path).hasContent(left);
            assertThat(lock).doesNotExist();
        }
    }

    @Test
    void whoHasTheLockForTooLongIsNamed() throws Exception {
        Path path = folder.resolve("file");
        LockedFile file = LockedFile.shared(path).waiting(Duration.ofMillis(300));
        Process other = new ProcessBuilder(
                        "python3",
                        "-c",
                        "import fcntl,sys;f=open(sys.argv[1],'w');fcntl.lockf(f,fcntl.LOCK_EX);"
                                + "f.write('0 somebody@a \\x1b[31mnode');f.flush();print(flush=True);sys.stdin.read()",
                        WriteLock.fileOf(path).toString())
                .start();
        try {
            assertThat(other.getInputStream().read()).isEqualTo('\n');
            assertThatThrownBy(() -> file.write(bytes("a"))).isInstanceOfSatisfying(Trouble.class, t -> {
                assertThat(t.kind()).isEqualTo(TroubleKind.FILE_LOCKED);
                assertThat(t.arguments().getLast()).isEqualTo("somebody@a [31mnode");
            });
            assertThat(path).doesNotExist();
        } finally {
            other.destroyForcibly().waitFor();
        }
        file.write(bytes("a"));
        onlyThere(path);
    }

    @Test
    void threadsOfOneProgramTakeTurnsToo() throws Exception {
        Path path = folder.resolve("file");
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                var _ = threads.submit(() -> {
                    for (int j = 0; j < 25; j++) {
                        LockedFile.shared(path)
                                .change(now -> Optional.of(bytes(now.map(b -> new String(b, StandardCharsets.UTF_8))
                                                .orElse("")
                                        + "x")));
                    }
                    return null;
                });
            }
        }
        assertThat(path).hasContent("x".repeat(200));
    }

    @Test
    void aChangeWithinAChangeIsABugThatIsTold() throws Exception {
        LockedFile file = LockedFile.shared(folder.resolve("file"));
        assertThatThrownBy(() -> file.change(now -> {
                    file.write(bytes("inner" + now.isPresent()));
                    return Optional.of(bytes("outer"));
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(folder.resolve("file")).hasContent("innerfalse");
    }

    @Test
    void aFullDiskLeavesTheOldFile() throws Exception {
        Path full = Path.of("/dev/full");
        try (FileChannel channel = FileChannel.open(full, StandardOpenOption.WRITE)) {
            assertThatThrownBy(() -> channel.write(java.nio.ByteBuffer.wrap(bytes("x"))))
                    .isInstanceOfSatisfying(
                            java.io.IOException.class,
                            e -> assertThat(WriteTrouble.of(e, folder.resolve("file"))
                                            .kind())
                                    .isEqualTo(TroubleKind.NO_SPACE));
        }
    }
}
