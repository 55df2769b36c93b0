package org.maxdock.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.image.identity.Sha256;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.RunMode;
import org.maxdock.mount.MountPlan;
import org.maxdock.slurm.Mark;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Files of the user's own that hold something else: a sentence says so, and none is written over. */
class OwnFilesTest {

    private static final Launch LAUNCH = new Launch(
            "a",
            ImageReference.parse("i:1"),
            List.of(),
            List.of(),
            RunMode.ME,
            LaunchPlace.Allocation.of("", 1, ""),
            List.of(),
            "");

    @TempDir
    Path folder;

    interface Use {
        void of(Path folder) throws Trouble;
    }

    /** A file, what reads it, and what writes it. */
    record Own(String name, Use read, Use write) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Plans plans(Path folder) {
        return new Plans(folder.resolve("plans.json"), new Json());
    }

    private static Project project(Path folder) {
        return new Project(folder, new Json());
    }

    static Stream<Own> files() {
        KeptPlan plan = new KeptPlan(new MountPlan("m", List.of()), true);
        Run run = new Run(Mark.fresh(), Optional.empty(), "s", "2026-11-24T16:40:00Z", LAUNCH, "", "", "", "");
        String draft = Sha256.of("here".getBytes(StandardCharsets.UTF_8)) + ".json";
        KeptDraft edits = new KeptDraft("here", Optional.empty(), "x");
        return Stream.of(
                new Own(
                        "settings.json",
                        f -> new SettingsFile(f.resolve("settings.json"), new Json()).read(),
                        f -> new SettingsFile(f.resolve("settings.json"), new Json()).change(s -> s.withTarget("a@b"))),
                new Own("plans.json", f -> plans(f).all(project(f)), f -> plans(f).keep(plan, project(f))),
                new Own(
                        "runs.json",
                        f -> new Runs(f.resolve("runs.json"), new Json()).all(),
                        f -> new Runs(f.resolve("runs.json"), new Json()).put(run)),
                new Own(
                        "known-launches.json",
                        f -> new KnownLaunches(f.resolve("known-launches.json"), new Json()).knows(LAUNCH),
                        f -> new KnownLaunches(f.resolve("known-launches.json"), new Json()).add(LAUNCH)),
                new Own(draft, f -> new Drafts(f, new Json()).of("here"), f -> new Drafts(f, new Json()).keep(edits)),
                new Own(
                        draft,
                        f -> new Drafts(f, new Json()).of("here"),
                        f -> new Drafts(f, new Json()).keepUnlessThere(edits)));
    }

    static Stream<Arguments> laterFiles() {
        return files().flatMap(own -> Stream.of("{\"schema\":2}", "{\"schema\":99,\"runs\":[],\"plans\":[]}")
                .map(content -> Arguments.of(own, content)));
    }

    @ParameterizedTest
    @MethodSource("laterFiles")
    void whatALaterVersionWroteIsNeitherReadNorWrittenOver(Own own, String content) throws Exception {
        Path file = Files.writeString(folder.resolve(own.name()), content);
        for (Use use : List.of(own.read(), own.write())) {
            Trouble trouble = catchThrowableOfType(Trouble.class, () -> use.of(folder));
            assertThat(trouble.kind()).isEqualTo(TroubleKind.FILE_TOO_NEW);
            assertThat(trouble.arguments()).containsExactly(file.toString());
        }
        assertThat(file).hasContent(content);
    }

    @ParameterizedTest
    @MethodSource("files")
    void thisVersionMayBeNamed(Own own) throws Exception {
        own.write().of(folder);
        Path file = folder.resolve(own.name());
        String content = Files.readString(file);
        if (content.startsWith("{")) {
            Files.writeString(file, "{\"schema\":1," + content.substring(1));
        }
        own.read().of(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"targets\":\"x\"}",
                "{\"targets\":{}}",
                "{\"targets\":[{}]}",
                "{\"projects\":7}",
                "{\"theme\":[]}",
                "{\"terminalSize\":\"big\"}",
                "{\"terminalSize\":{}}",
                "{\"schema\":\"1\"}",
                "{\"schema\":0}",
                "[]",
                "7"
            })
    void aFieldOfAnotherFormIsToldInPlainWords(String content) throws Exception {
        Path file = Files.writeString(folder.resolve("settings.json"), content);
        Trouble trouble = catchThrowableOfType(Trouble.class, () -> new SettingsFile(file, new Json()).change(s -> s));
        assertThat(trouble.kind()).isEqualTo(TroubleKind.FILE_BROKEN);
        assertThat(new Texts(Locale.ENGLISH).explain(trouble))
                .doesNotContainPattern("(?i)construct|deserialize|instance|`|token|java|permission");
        assertThat(new Texts(Locale.GERMAN).explain(trouble))
                .doesNotContainPattern("(?i)construct|deserialize|instance|`|token|java|\\bis\\b");
        assertThat(file).hasContent(content);
    }

    /** The latest first: the oldest has to go. */
    @Test
    void ofManyServersTheOldestGoes() {
        Settings settings = Settings.BUILT_IN;
        for (int i = 1; i <= 12; i++) {
            settings = settings.withTargetChanged("", "a@b" + i);
            assertThat(settings.targets()).contains("a@b" + i).hasSizeLessThanOrEqualTo(10);
        }
        assertThat(settings.targets())
                .containsExactlyInAnyOrder(
                        "a@b3", "a@b4", "a@b5", "a@b6", "a@b7", "a@b8", "a@b9", "a@b10", "a@b11", "a@b12");
        assertThat(settings.withTargetChanged("a@b7", "a@b12").targets())
                .hasSize(9)
                .contains("a@b12");
    }
}
