package org.maxdock.ui.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.launch.ContainerOptions;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchKind;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.PlanForm;
import org.maxdock.launch.RunMode;
import org.maxdock.launch.VirtualCluster;
import org.maxdock.mount.Mapping;
import org.maxdock.mount.Mend;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Partitions;
import org.maxdock.slurm.TimeLimit;
import org.maxdock.ui.ProjectBench;

/** What a draft is follows every field of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // a project takes its time, and each test begins with its draft
class LaunchDraftTest {

    private LaunchBench bench;

    @AfterAll
    void close() throws Exception {
        bench.close();
    }

    @BeforeAll
    void begin(@TempDir Path folder) throws Exception {
        bench = new LaunchBench(folder);
        bench.begin();
    }

    @BeforeEach
    void loaded() {
        bench.draft.show(
                DraftValues.of(Kept.kept(), new DraftMounts.Own(Kept.kept().mounts()), true));
        bench.bench.settle();
    }

    /** Another value of each field that is one. */
    private static String other(DraftField field) {
        return switch (field) {
            case IMAGE -> "r/new:1";
            case DIRECTORY -> "/elsewhere";
            case PORT -> "4711";
            case RANKS, NODES, CPUS -> "3";
            case NETWORK -> "ib0";
            case ARRAY -> "1-7";
            case CLUSTER -> "mine";
            case TIME -> "2:03:04";
            case ENVIRONMENT -> "A=b";
            case SHARED_MEMORY -> "3g";
            case ULIMITS -> "memlock=-1";
            case SIGNED_BY -> "boss@site";
            case GPUS -> "all";
            case PUBLISH -> "8080:80";
            case DOCKER_OPTIONS -> "--hostname=there";
            case SITE_OPTIONS -> "-no-add-wd";
            case SLURM_OPTIONS -> "--hold";
            default -> "other";
        };
    }

    /** All that is derived, and what stands beside: what one sees. */
    private record Seen(Drafted drafted, String script, String line, boolean isAboutIt) {}

    private Seen seen() {
        return new Seen(
                bench.model.draftedProperty().get(),
                bench.script.scriptProperty().get(),
                PlanForm.DOCKER_RUN.write(
                        bench.model.image(),
                        bench.model.mappings(),
                        bench.model.directory(bench.model.mappings()),
                        bench.draft.command()),
                bench.checks.stateProperty().get() instanceof DraftChecks.Found);
    }

    private record Context(LaunchKind.Name kind, RunMode mode, PlaceChoice place) {}

    private static List<Context> contexts() {
        List<Context> all = new ArrayList<>();
        for (LaunchKind.Name kind : LaunchKind.Name.values()) {
            all.add(new Context(kind, RunMode.ME, PlaceChoice.byDefault()));
            all.add(new Context(kind, RunMode.DOCKERCLUSTER, PlaceChoice.byDefault()));
        }
        all.add(new Context(LaunchKind.Name.SHELL, RunMode.DOCKERRUN, new PlaceChoice.Server()));
        all.add(new Context(LaunchKind.Name.BATCH, RunMode.ISOLATED, new PlaceChoice.Job(new JobId("12"))));
        return all;
    }

    @ParameterizedTest
    @EnumSource
    void everyFieldChangesWhatFollowsFromItWhereItCountsAndNothingElsewhere(DraftField field) {
        int scripts = 0;
        for (Context in : contexts()) {
            bench.draft.kindProperty().set(in.kind());
            bench.draft.modeProperty().set(in.mode());
            bench.draft.placeProperty().set(in.place());
            bench.bench.settle();
            Seen before = seen();
            assertThat(before.isAboutIt()).isTrue();
            String typed = bench.draft.text(field).get();
            bench.type(field, other(field));
            String what = field + " in " + in;
            if (field.isAsked(in.kind(), in.mode(), in.place())) {
                scripts += seen().script().equals(before.script()) ? 0 : 1;
                assertThat(bench.launch())
                        .as(what)
                        .isNotEqualTo(before.drafted().launch().orElseThrow());
                assertThat(seen().isAboutIt()).as(what).isFalse();
            } else {
                assertThat(seen()).as(what).isEqualTo(before);
            }
            bench.type(field, typed);
            bench.bench.settle();
            assertThat(seen()).as(what).isEqualTo(before);
        }
        assertThat(scripts).as("scripts that follow " + field).isPositive();
    }

    /** A new component of the draft is tested without anybody thinking of it. */
    @Test
    void everyComponentChangesWhatFollowsFromIt() throws Exception {
        Map<String, Runnable> changes = Map.of(
                "texts", () -> bench.type(DraftField.NAME, "another"),
                "kind", () -> bench.draft.kindProperty().set(LaunchKind.Name.MPI),
                "mode", () -> bench.draft.modeProperty().set(RunMode.ISOLATED),
                "place", () -> bench.draft.placeProperty().set(new PlaceChoice.Server()),
                "exclusive", () -> bench.draft.exclusiveProperty().set(true),
                "mounts", () -> bench.draft.mountsProperty().set(new DraftMounts.FollowsPlan()));
        Set<String> components = new HashSet<>(Arrays.stream(DraftValues.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList());
        components.removeAll(Set.of("origin", "ofProject")); // what it was taken from, and nothing that is typed
        assertThat(changes.keySet()).isEqualTo(components);
        for (String component : components) {
            bench.loader.load(Kept.kept());
            bench.bench.settle();
            Seen before = seen();
            assertThat(before.isAboutIt()).isTrue();
            changes.get(component).run();
            assertThat(bench.launch())
                    .as(component)
                    .isNotEqualTo(before.drafted().launch().get());
            assertThat(seen().script()).as(component).isNotEqualTo(before.script());
            assertThat(seen().isAboutIt()).as(component).isFalse();
            bench.bench.settle();
        }
    }

    @Test
    void imageCommandDirectoryAndMappingsAreInTheCommandLine() {
        Map<DraftField, String> typed = new EnumMap<>(Map.of(
                DraftField.IMAGE, "r/new:1",
                DraftField.COMMAND, "exec other",
                DraftField.DIRECTORY, "/else where"));
        typed.forEach(bench::type);
        bench.draft.mountsProperty().set(new DraftMounts.Own(List.of(new Mapping("/x", "/y", true))));
        assertThat(seen().line()).contains("r/new:1", "exec other", "-w '/else where'", "-v /x:/y:ro");
    }

    static Stream<Launch> keptLaunches() {
        return Kept.all();
    }

    @ParameterizedTest
    @MethodSource("keptLaunches")
    void whatIsLoadedIsTheLaunchItselfAlsoOnceMoreByItsTexts(Launch launch) {
        bench.draft.show(DraftValues.of(launch, new DraftMounts.Own(launch.mounts()), true));
        assertThat(bench.launch()).isEqualTo(launch);
        bench.draft.values().texts().forEach((field, text) -> {
            if (field != DraftField.ENVIRONMENT) { // which has lines; a field of one line would drop what ends one
                assertThat(text.codePoints()).as(field.word()).noneMatch(Character::isISOControl);
            }
        });
        bench.draft.restore(new DraftValues(
                bench.draft.values().texts(),
                launch.kind().name(),
                launch.mode(),
                PlaceChoice.of(launch.place()),
                bench.draft.values().exclusive(),
                new DraftMounts.Own(launch.mounts()),
                Optional.empty(),
                false));
        Launch typed = bench.launch();
        assertThat(typed.kind()).isEqualTo(launch.kind());
        assertThat(typed.place()
                        .allocation()
                        .map(LaunchPlace.Allocation::options)
                        .map(HashSet::new))
                .isEqualTo(launch.place()
                        .allocation()
                        .map(LaunchPlace.Allocation::options)
                        .map(HashSet::new));
        assertThat(new HashSet<>(typed.container().arguments()))
                .isEqualTo(new HashSet<>(launch.container().arguments()));
        assertThat(typed.container().environment()).isEqualTo(launch.container().environment());
        assertThat(typed.container().site()).isEqualTo(launch.container().site());
        assertThat(typed.workingDirectory()).isEqualTo(launch.workingDirectory());
    }

    @ParameterizedTest
    @CsvSource({
        "NODES, many",
        "NODES, 0",
        "TIME, soon",
        "PORT, 80",
        "PORT, 99999",
        "RANKS, -1",
        "NETWORK, a b",
        "ARRAY, first",
        "CLUSTER, -x",
        "ENVIRONMENT, no name",
        "ENVIRONMENT, name",
        "SHARED_MEMORY, much",
        "ULIMITS, none",
        "SIGNED_BY, two*",
        "GPUS, some",
        "PUBLISH, x:y",
        "DOCKER_OPTIONS, word",
        "SITE_OPTIONS, x",
        "CPUS, all",
        "SLURM_OPTIONS, word",
        "SLURM_OPTIONS, --wrap=x",
        "IMAGE, UPPER case"
    })
    void whatIsWrongIsToldBesideItsField(DraftField field, String text) {
        LaunchKind.Name kind = Stream.of(LaunchKind.Name.values())
                .filter(k -> field.isAsked(k, RunMode.ME, PlaceChoice.byDefault()))
                .findFirst()
                .orElse(LaunchKind.Name.MPI);
        bench.draft.pick(kind);
        bench.type(field, text);
        assertThat(bench.model.draftedProperty().get().trouble(field)).isPresent();
        assertThat(bench.script.scriptProperty().get()).isEmpty();
        assertThat(bench.page.startable().get()).isFalse();
        assertThat(bench.checks.stateProperty().get())
                .isInstanceOfSatisfying(
                        DraftChecks.Wrong.class, w -> assertThat(w.field()).isEqualTo(field));
    }

    @Test
    void optionsDropNothingThatAShellWouldTakeForItself() {
        bench.type(DraftField.SLURM_OPTIONS, "--constraint=V100&mem32 --comment-x='a b;c' --foo=#$HOME|x");
        LaunchPlace.Allocation asked = bench.launch().place().allocation().orElseThrow();
        assertThat(asked.more()).containsExactly("--constraint=V100&mem32", "--comment-x=a b;c", "--foo=#$HOME|x");
        bench.type(DraftField.DOCKER_OPTIONS, "--label=a;b --label \"c & d\"");
        assertThat(bench.launch().container().arguments()).contains("--label=a;b", "--label=c & d");
    }

    @Test
    void aMendIsTheSameToADraftAsToALaunch() {
        Launch launch = Kept.kept();
        Mapping mapping = launch.mounts().getFirst();
        var mend = new Mend("/up", "/data", "/data/down");
        bench.draft.show(DraftValues.of(launch, new DraftMounts.Own(launch.mounts()), true));
        bench.draft.mended(mapping, mend);
        Launch expected = launch.mended(mapping, mend);
        assertThat(bench.launch().workingDirectory()).isEqualTo(expected.workingDirectory());
        assertThat(String.join(" ", bench.launch().command())).contains(String.join(" ", expected.command()));
    }

    /** Launches as people keep them. */
    static final class Kept {

        private Kept() {}

        static Launch kept() {
            return ProjectBench.launch("kept", "r/old:1", new Mapping("/c", "/data", true));
        }

        static Stream<Launch> all() {
            VirtualCluster mine = new VirtualCluster("mine", 2055);
            ContainerOptions options = new ContainerOptions(
                    List.of("A=b c", "B=x\ny", "C=$'quoted"),
                    "2g",
                    List.of("memlock=-1", "nofile=10:20"),
                    List.of("--label=a", "--gpus=all", "--publish=80:80", "--label=b c", "--gpus=1"),
                    List.of("-no-add-wd"));
            LaunchPlace asked = new LaunchPlace.Allocation(
                    Partitions.of("maxcpu"),
                    2,
                    new TimeLimit("1-00:00"),
                    4,
                    "V100&mem32",
                    List.of("--mem=4G", "--exclusive", "--gres=gpu:1", "--gres=x", "--cpus-per-task=all", "--hold"));
            return Stream.of(
                            new LaunchKind.Shell(mine),
                            new LaunchKind.Command(mine),
                            new LaunchKind.Batch("1-10%2", mine),
                            new LaunchKind.Mpi(4, "10.1.0.0/16", mine),
                            new LaunchKind.Jupyter(8888),
                            new LaunchKind.Web(0),
                            new LaunchKind.X11())
                    .flatMap(kind -> Stream.of(
                                    asked, new LaunchPlace.OnServer(), new LaunchPlace.InJob(new JobId("37_2")))
                            .map(place -> new Launch(
                                    "a b",
                                    ImageReference.parse("r/old:1"),
                                    List.of(new Mapping("/c", "/data", true), new Mapping("/d e", "/f", false)),
                                    List.of(),
                                    kind instanceof LaunchKind.Clustered ? RunMode.DOCKERCLUSTER : RunMode.ISOLATED,
                                    place,
                                    List.of("run it", "--with", "$HOME\nand more"),
                                    "/data",
                                    options,
                                    kind)));
        }
    }

    @Test
    void nameAndCommandFollowTheKindUntilTheyAreEdited() {
        bench.draft.show(DraftValues.FRESH);
        bench.draft.pick(LaunchKind.Name.JUPYTER);
        assertThat(bench.launch().command()).isEmpty();
        assertThat(bench.launch().name()).isEqualTo("jupyter");
        bench.draft.pick(LaunchKind.Name.SHELL);
        assertThat(bench.launch().command()).containsExactly("bash");
        assertThat(bench.launch().name()).isEqualTo("shell");
        bench.type(DraftField.COMMAND, "./mine");
        bench.draft.pick(LaunchKind.Name.BATCH);
        assertThat(bench.launch().command()).containsExactly("./mine");
        assertThat(bench.launch().name()).isEqualTo("batch");
        bench.type(DraftField.NAME, "of mine");
        bench.draft.pick(LaunchKind.Name.COMMAND);
        assertThat(bench.launch().name()).isEqualTo("of mine");
    }
}
