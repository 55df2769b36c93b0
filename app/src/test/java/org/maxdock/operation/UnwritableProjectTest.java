package org.maxdock.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maxdock.cli.CommandLineMain;
import org.maxdock.host.Command;
import org.maxdock.host.local.LocalHost;
import org.maxdock.mount.Mapping;
import org.maxdock.mount.MountPlan;
import org.maxdock.store.Json;
import org.maxdock.store.Project;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.ui.ModelBench;
import org.maxdock.ui.shared.ProjectModel;

/**
 * A project whose folder cannot be written, for real: a file system that is mounted read-only, for root too; and one
 * whose folder is gone. By window and command line each is a sentence with what to do, and what is there stays.
 */
@Tag("lab")
@Tag("once")
class UnwritableProjectTest {

    @TempDir
    Path top;

    private Path folder;
    private boolean mounted;

    @BeforeEach
    void fill() throws Exception {
        folder = Files.createDirectory(top.resolve("project"));
        assumeTrue(mount("-t", "tmpfs", "tmpfs", folder.toString()), "may mount");
        mounted = true;
        new Project(folder, new Json()).putMounts(List.of(new Mapping("/before", "/data", true)));
        new Project(folder, new Json()).put(new MountPlan("kept", List.of(new Mapping("/before", "/data", true))));
        Files.writeString(folder.resolve("Dockerfile"), "FROM before\n");
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            assertThat(ran("umount", folder.toString())).isTrue();
        }
    }

    private static boolean ran(String... words) throws Trouble {
        return new LocalHost().run(Command.of(words)).ok();
    }

    private static boolean mount(String... words) throws Trouble {
        return ran(Stream.concat(Stream.of("mount"), Stream.of(words)).toArray(String[]::new));
    }

    /** What a project's folder can come to be while it is worked in. */
    enum Comes {
        READ_ONLY {
            @Override
            void to(UnwritableProjectTest it) throws Exception {
                assertThat(mount("-o", "remount,ro", it.folder.toString())).isTrue();
            }
        },
        GONE {
            @Override
            void to(UnwritableProjectTest it) throws Exception {
                it.unmount();
                it.mounted = false;
                Files.delete(it.folder);
            }
        };

        abstract void to(UnwritableProjectTest it) throws Exception;
    }

    static Stream<Comes> comes() {
        return Stream.of(Comes.values());
    }

    private List<String> all() throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted()
                    .map(f -> {
                        try {
                            return f + "=" + Files.readString(f);
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .toList();
        }
    }

    private static void sentence(Trouble trouble) {
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            Texts texts = new Texts(language);
            assertThat(texts.what(trouble)).contains("project").doesNotContain("Exception", "java.");
            assertThat(texts.mend(trouble)).as(trouble.key()).isNotBlank();
        }
    }

    /** Its turn comes after all edits; whether it can be made is not asked here. */
    private static void afterAllOthers(OpenProject project) {
        try {
            project.change(now -> now);
        } catch (Trouble e) {
            sentence(e);
        }
    }

    @ParameterizedTest
    @MethodSource("comes")
    void inTheWindowItIsTold(Comes comes) throws Exception {
        ModelBench bench = new ModelBench();
        ProjectModel model = new ProjectModel(bench.background(), new Json());
        model.open(folder);
        bench.settle();
        assertThat(model.plan()).hasSize(1);
        comes.to(this);
        List<String> before = all();
        model.edit(now -> now.withMounts(List.of(new Mapping("/edited", "/edited", false))));
        afterAllOthers(model.get());
        bench.settle();
        assertThat(bench.troubles()).isNotEmpty().allSatisfy(UnwritableProjectTest::sentence);
        assertThat(all()).isEqualTo(before);
        assertThat(model.plan()).extracting(Mapping::host).doesNotContain("/edited");
        model.close();
    }

    @ParameterizedTest
    @MethodSource("comes")
    void onTheCommandLineItIsTold(Comes comes) throws Exception {
        comes.to(this);
        List<String> before = all();
        for (List<String> words :
                List.of(List.of("plan", "save", "mine", "-v", "/edited:/edited"), List.of("plan", "remove", "kept"))) {
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            int status = CommandLineMain.run(
                    new PrintStream(java.io.OutputStream.nullOutputStream()),
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    Locale.ENGLISH,
                    (target, project, ssh, site, page) -> 99,
                    Stream.concat(Stream.of("--project", folder.toString()), words.stream())
                            .toArray(String[]::new));
            String said = err.toString(StandardCharsets.UTF_8);
            assertThat(status).as(said).isPositive();
            assertThat(said.lines().toList()).as(words.toString()).hasSizeGreaterThan(1); // what, and what to do
            assertThat(said).startsWith("maxdock: ").contains("project").doesNotContain("Exception", "\tat ");
            assertThat(all()).isEqualTo(before);
        }
    }

    @Test
    void aFolderThatIsOnlyReadIsStillRead() throws Exception {
        Comes.READ_ONLY.to(this);
        assertThat(new Project(folder, new Json()).mounts()).hasSize(1);
        assertThat(Files.readString(folder.resolve("Dockerfile"))).isEqualTo("FROM before\n");
    }
}
