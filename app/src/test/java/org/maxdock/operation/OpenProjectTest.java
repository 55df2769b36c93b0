package org.maxdock.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.mount.Mapping;
import org.maxdock.mount.MountPlan;
import org.maxdock.store.ConfigFolder;
import org.maxdock.store.EditableProject;
import org.maxdock.store.Json;
import org.maxdock.store.KeptPlan;
import org.maxdock.store.OtherProgram;
import org.maxdock.store.Plans;
import org.maxdock.store.Project;
import org.maxdock.store.ProjectContents;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

@Timeout(120)
class OpenProjectTest {

    private static final Duration SOON = Duration.ofMillis(50);
    private static final String PLAN = "{\"mounts\":[{\"host\":\"/%s\",\"container\":\"/x\",\"readOnly\":true}]}";

    @TempDir
    Path folder;

    private final Semaphore told = new Semaphore(0);

    private OpenProject open() throws Trouble {
        OpenProject project = OpenProject.open(folder, new Json(), Runnable::run, SOON);
        project.addListener(told::release);
        return project;
    }

    private Path file() {
        return folder.resolve(Project.FILE);
    }

    private static List<String> hosts(ProjectContents contents) {
        return contents.mounts().stream().map(Mapping::host).toList();
    }

    private void await(OpenProject project, String... hosts) throws InterruptedException {
        while (!hosts(project.contents()).equals(List.of(hosts))) {
            assertThat(told.tryAcquire(20, TimeUnit.SECONDS))
                    .as("told of %s", List.of(hosts))
                    .isTrue();
        }
    }

    @Test
    void openingLookingAndClosingLeaveTheBytesAsTheyAre() throws Exception {
        String odd = "{ \"mounts\" :[ ],\n\n\t\"later\": [1.50, {\"a\":1e2}]  }";
        Files.writeString(file(), odd);
        FileTime time = Files.getLastModifiedTime(file());
        try (OpenProject project = open()) {
            assertThat(project.contents().mounts()).isEmpty();
            project.change(c -> c.withMounts(List.of()).withoutPlan("none").withoutLaunch("none"));
            project.refresh();
        }
        assertThat(file()).hasContent(odd);
        assertThat(Files.getLastModifiedTime(file())).isEqualTo(time);
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).containsExactly(file());
        }
    }

    @Test
    void aFolderWithoutAFileStaysOne() throws Exception {
        try (OpenProject project = open()) {
            assertThat(project.contents().launches()).isEmpty();
            project.change(c -> c.withMounts(List.of()));
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void editsAreMadeInTheirOrderAndAreOnDiskAfterClosing() throws Exception {
        List<CompletableFuture<ProjectContents>> done = new ArrayList<>();
        OpenProject project = open();
        for (int i = 0; i < 200; i++) {
            String host = "/" + i;
            done.add(project.edit(c -> {
                List<Mapping> longer = new ArrayList<>(c.mounts());
                longer.add(new Mapping(host, "/x", true));
                return c.withMounts(longer);
            }));
        }
        project.close();
        assertThat(done).allMatch(f -> f.isDone() && !f.isCompletedExceptionally());
        assertThat(hosts(new Project(folder, new Json()).contents()))
                .isEqualTo(IntStream.range(0, 200).mapToObj(i -> "/" + i).toList());
        assertThatThrownBy(() -> project.change(c -> c))
                .isInstanceOfSatisfying(Trouble.class, t -> assertThat(t.kind()).isEqualTo(TroubleKind.PROJECT_CLOSED));
    }

    @Test
    void workThatOutlastsItWritesAfterTheEditsThatWereMadeBefore() throws Exception {
        OpenProject project = open();
        EditableProject lasting = project.lasting();
        List<CompletableFuture<ProjectContents>> before = new ArrayList<>();
        lasting.change(c -> c.withMounts(List.of(new Mapping("/open", "/x", true))));
        assertThat(hosts(lasting.contents())).containsExactly("/open");
        for (int i = 0; i < 50; i++) {
            String host = "/" + i;
            before.add(project.edit(c -> c.withMounts(List.of(new Mapping(host, "/x", true)))));
        }
        project.close();
        assertThat(before).allMatch(CompletableFuture::isDone);
        lasting.change(c -> {
            assertThat(hosts(c)).containsExactly("/49");
            return c.withMounts(List.of(new Mapping("/after", "/x", true)));
        });
        assertThat(hosts(lasting.contents())).containsExactly("/after");
        assertThat(hosts(new Project(folder, new Json()).contents())).containsExactly("/after");
    }

    @Test
    void twoOnOneFolderSeeEachOthersEdits() throws Exception {
        try (OpenProject one = open();
                OpenProject two = open()) {
            one.change(c -> c.withMounts(List.of(new Mapping("/one", "/x", true))));
            await(two, "/one");
            two.change(c -> c.withMounts(List.of(c.mounts().getFirst(), new Mapping("/two", "/y", true))));
            await(one, "/one", "/two");
        }
    }

    @Test
    void whatAnyOtherProgramWritesIsNoticedAlsoByAClockSetBack() throws Exception {
        Files.writeString(file(), PLAN.formatted("a"));
        try (OpenProject project = open()) {
            Files.writeString(file(), PLAN.formatted("b"));
            await(project, "/b");
            Path other = Files.writeString(folder.resolve("other"), PLAN.formatted("c"));
            Files.setLastModifiedTime(other, FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));
            Files.move(other, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            await(project, "/c");
            FileTime before = Files.getLastModifiedTime(file());
            Files.writeString(file(), PLAN.formatted("d"));
            Files.setLastModifiedTime(file(), before);
            await(project, "/d");
            Files.delete(file());
            await(project);
            assertThat(project.trouble()).isEmpty();
        }
    }

    @Test
    void aFileThatTurnsBadIsATroubleAndTheContentsStay() throws Exception {
        Files.writeString(file(), PLAN.formatted("a"));
        try (OpenProject project = open()) {
            Files.writeString(file(), "{\"mounts\":[{\"host\"");
            while (project.trouble().isEmpty()) {
                assertThat(told.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(project.trouble().get().kind()).isEqualTo(TroubleKind.PROJECT_UNREADABLE);
            assertThat(hosts(project.contents())).containsExactly("/a");
            assertThatThrownBy(() -> project.change(c -> c.withMounts(List.of())))
                    .isInstanceOf(Trouble.class);
            assertThat(file()).hasContent("{\"mounts\":[{\"host\"");
            Files.writeString(file(), PLAN.formatted("b"));
            await(project, "/b");
            assertThat(project.trouble()).isEmpty();
        }
    }

    @Test
    void aFolderThatGoesAndComesBackIsSeen() throws Exception {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        try (OpenProject project = OpenProject.open(inner, new Json(), Runnable::run, SOON)) {
            project.addListener(told::release);
            Files.move(inner, folder.resolve("away"));
            while (project.trouble().isEmpty()) {
                assertThat(told.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(project.trouble().get().kind()).isEqualTo(TroubleKind.FOLDER_GONE);
            assertThatThrownBy(() -> project.change(c -> c.withPlan(new MountPlan("p", List.of()))))
                    .isInstanceOfSatisfying(
                            Trouble.class, t -> assertThat(t.kind()).isEqualTo(TroubleKind.FOLDER_GONE));
            assertThat(inner).doesNotExist();
            Files.writeString(folder.resolve("away").resolve(Project.FILE), PLAN.formatted("back"));
            Files.move(folder.resolve("away"), inner);
            await(project, "/back");
        }
    }

    @Test
    void anEditThatFailsIsItsCallersTroubleAndNothingElseChanges() throws Exception {
        Files.writeString(file(), PLAN.formatted("a"));
        try (OpenProject project = open()) {
            assertThatThrownBy(() -> project.edit(c -> {
                                throw new Trouble(TroubleKind.PLAN_WITHOUT_NAME);
                            })
                            .get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(Trouble.class);
            assertThatThrownBy(() -> project.change(c -> {
                        throw new IllegalArgumentException("a bug");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
            project.change(c -> c.withPlan(new MountPlan("p", List.of())));
            assertThat(project.contents().plans()).extracting(MountPlan::name).containsExactly("p");
        }
    }

    @Test
    @Tag("whole")
    void editsOfManyProgramsAtOnceAreAllThere() throws Exception {
        int programs = 32;
        List<String> names = new ArrayList<>();
        List<Process> running = new ArrayList<>();
        Path home = Files.createDirectory(folder.resolve("home"));
        long start = System.nanoTime();
        OpenProject project = open();
        Plans plans = Plans.in(ConfigFolder.of(home, java.util.Map.of()), new Json());
        for (int i = 0; i < programs; i++) {
            running.add(OtherProgram.start(PlanSaver.class, folder, home, "theirs-" + i));
            names.add("theirs-" + i);
        }
        for (int i = 0; i < programs || running.stream().anyMatch(Process::isAlive); i++) {
            plans.keep(new KeptPlan(PlanSaver.plan("mine-" + i), false), project);
            names.add("mine-" + i);
        }
        for (Process program : running) {
            assertThat(program.waitFor()).isZero();
        }
        while (project.contents().plans().size() < names.size()) {
            assertThat(told.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
        }
        project.close();
        assertThat(new Project(folder, new Json()).contents().plans())
                .extracting(MountPlan::name)
                .containsExactlyInAnyOrderElementsOf(names);
        assertThat(plans.all(project).stream().filter(KeptPlan::everywhere)).hasSize(programs);
        System.out.printf(
                "%d programs and %d edits of the open project in %d ms: all there%n",
                programs, names.size() - programs, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }
}
