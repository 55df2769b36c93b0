package org.maxdock.image.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.engine.LocalCopies;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * Whatever was done to a build folder, each name in the copy that a host keeps of it is of the same kind, mode, time,
 * content or target, and of one file with the same others; and of what is there nothing is sent again.
 */
@Timeout(300)
class KeptTreesTest {

    private static final int TREES = Integer.getInteger("maxdock.kept", 10);
    private static final long SEED = Long.getLong("maxdock.seed", 17);
    private static final int ROUNDS = 6;
    private static final int MANY = Integer.getInteger("maxdock.touched", 4000);

    private final Random random = new Random(SEED);
    private final RandomChanges changes = new RandomChanges(random);
    private LocalCopies copies;
    private ContextIndexes indexes;

    @TempDir
    Path here;

    @BeforeEach
    void begin() {
        copies = new LocalCopies(here.resolve("host"));
        indexes = new ContextIndexes(here.resolve("index"));
    }

    private ContextCopy bring(Path folder) throws Exception {
        ContextCopy copy = BuildContext.of(folder, "Dockerfile").copy(indexes);
        copies.bring(copy);
        return copy;
    }

    /** Of a folder what is sent of it, of a copy all of it. */
    private static SortedMap<String, String> states(List<ContextFile> files) throws IOException {
        SortedMap<String, String> states = new TreeMap<>();
        Map<FileFacts.Identity, String> firsts = new HashMap<>();
        List<ContextFile> sorted = new ArrayList<>(files);
        sorted.sort(Comparator.comparing(ContextFile::name));
        for (ContextFile file : sorted) {
            FileFacts facts = FileFacts.of(file.path());
            if (facts.kind() == FileFacts.NONE) {
                continue;
            }
            String first = facts.kind() == TarConstants.LF_NORMAL
                    ? " " + firsts.computeIfAbsent(facts.identity(), one -> file.name())
                    : "";
            states.put(file.name(), ContextTar.what(file, facts) + first + " " + FileState.time(facts.modified()));
        }
        return states;
    }

    private void assertInStep(Path folder, String as) throws Exception {
        ContextCopy copy = bring(folder);
        IgnoreRules rules = IgnoreRules.of(folder, "Dockerfile");
        assertThat(states(CopyWalk.of(copies.of(copy), IgnoreRules.parse("", "Dockerfile"))
                        .files()))
                .as(as + "\n" + copies.told())
                .isEqualTo(states(CopyWalk.of(folder, rules).files()));
        bring(folder);
        assertThat(copies.told()).as(as).isEqualTo("as it was\n");
        assertThat(copies.sent()).as(as).isLessThan(100);
    }

    /** Docker's client refuses a .dockerignore that is none, too. */
    private static boolean canBeBuilt(Path folder) {
        Trouble no = catchThrowableOfType(Trouble.class, () -> BuildContext.of(folder, "Dockerfile"));
        assertThat(no == null ? TroubleKind.DOCKERIGNORE_PATTERN : no.kind())
                .isEqualTo(TroubleKind.DOCKERIGNORE_PATTERN);
        return no == null;
    }

    @Test
    void theCopyIsAlwaysWhatTheFolderIs() throws Exception {
        RandomTrees trees = new RandomTrees(random);
        for (int i = 0; i < TREES; i++) {
            Path folder = trees.tree(here.resolve("tree" + i));
            changes.addSparse(folder);
            for (int round = 0; round < ROUNDS; round++) {
                if (canBeBuilt(folder)) {
                    assertInStep(folder, "tree " + i + " of seed " + SEED + ", round " + round);
                }
                changes.change(folder);
                if (random.nextInt(3) == 0) {
                    trees.changeRules(folder);
                }
                if (random.nextInt(3) == 0 && canBeBuilt(folder)) { // what the host remembers of it is gone
                    Files.deleteIfExists(Path.of(
                            copies.of(BuildContext.of(folder, "Dockerfile").copy(indexes)) + ".state"));
                }
            }
        }
    }

    private Path folder() throws IOException {
        Path folder = Files.createDirectory(here.resolve("folder"));
        Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\nCOPY . /\n");
        Files.createDirectory(folder.resolve("d"));
        Files.write(folder.resolve("d/large"), new byte[1_000_000]);
        Files.writeString(folder.resolve("d/small"), "small");
        Files.createLink(folder.resolve("by another name"), folder.resolve("d/large"));
        return folder;
    }

    @Test
    void aNewTimeIsSentWithoutTheContent() throws Exception {
        Path folder = folder();
        bring(folder);
        assertThat(copies.told()).isEqualTo("5 of 5 files are sent\n");
        Files.setPosixFilePermissions(folder.resolve("d/large"), PosixFilePermissions.fromString("r--r-----"));
        assertInStep(folder, "of another mode");
        RandomChanges.touch(folder.resolve("d/large"), "@1600000000.1234");
        RandomChanges.touch(folder.resolve("d"), "@1600000000.1234");
        bring(folder);
        assertThat(copies.told()).isEqualTo("0 of 5 files are sent, and of 2 more the new time only\n");
        assertThat(copies.sent()).isLessThan(20_000); // of which an archive is 10,240 without anything in it
        RandomChanges.touch(folder.resolve("d/large"), "@0");
        assertInStep(folder, "of a time that was long ago");
        RandomChanges.touch(folder.resolve("d/small"), "@-1000.25");
        assertInStep(folder, "of a time before that");
    }

    /** An engine that knows the one takes it for the other where both are as long and as old. */
    @Test
    void whatIsAsOldAsItWasButSaysSomethingElseIsOfATimeOfItsOwn() throws Exception {
        Path folder = folder();
        Path file = folder.resolve("d/small");
        RandomChanges.touch(file, "@1600000000");
        Path copy = copies.of(bring(folder)).resolve("d/small");
        FileTime first = Files.getLastModifiedTime(copy);
        Files.writeString(file, "other");
        bring(folder);
        RandomChanges.touch(file, "@1600000000");
        assertInStep(folder, "touched");
        assertThat(copy).hasContent("other");
        assertThat(Files.getLastModifiedTime(copy)).isNotEqualTo(first);
    }

    @Test
    void allOfManyFilesAreTouchedAtLittleCost() throws Exception {
        Path folder = folder();
        List<Path> all = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            all.add(Files.writeString(folder.resolve("d/a file of usual length " + i), "x".repeat(100)));
        }
        bring(folder);
        for (int i = 0; i < MANY; i++) {
            Files.setLastModifiedTime(
                    all.get(i), FileTime.from(Instant.ofEpochSecond(1_600_000_000 + i / 50, i * 3000L)));
        }
        long begun = System.nanoTime();
        bring(folder);
        assertThat(System.nanoTime() - begun).isLessThan(Duration.ofMinutes(1).toNanos());
        assertThat(copies.told())
                .isEqualTo(String.format(
                        Locale.ENGLISH,
                        "0 of %,d files are sent, and of %,d more the new time only\n",
                        MANY + 5,
                        MANY));
        assertThat(copies.sent()).isLessThan(MANY * 50L);
        for (int i = 0; i < MANY; i += 100) {
            String name = folder.relativize(all.get(i)).toString();
            FileTime theirs = Files.getLastModifiedTime(
                    copies.of(BuildContext.of(folder, "Dockerfile").copy(indexes))
                            .resolve(name));
            assertThat(theirs.toInstant().getEpochSecond()).isEqualTo(1_600_000_000 + i / 50);
        }
        bring(folder);
        assertThat(copies.told()).isEqualTo("as it was\n");
    }
}
