package org.maxdock.generated;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchPlan;
import org.maxdock.launch.RunMode;
import org.maxdock.mount.MountPlan;
import org.maxdock.slurm.Mark;
import org.maxdock.store.Json;
import org.maxdock.store.KeptBuild;
import org.maxdock.store.PastBuild;
import org.maxdock.store.Project;
import org.maxdock.store.ProjectContents;
import org.maxdock.store.Run;
import org.maxdock.store.Settings;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Valid;

/**
 * Every value of every record that can come from a form, a command line or a file, made hostile in every way: each is
 * refused with a sentence, or harmless in the script. The fields are found by reflection, so that a new one is tried
 * without anyone thinking of it. More are tried with -Dgenerated.all=true; -Dgenerated.seed repeats a run.
 */
class GeneratedValuesTest {

    private static final boolean ALL = Boolean.getBoolean("generated.all");
    private static final long SEED = Long.getLong("generated.seed", System.nanoTime());
    private static final int RUN = ALL ? Integer.MAX_VALUE : 24;
    private static final ObjectMapper ASCII =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final Json JSON = new Json();
    private static final Mark MARK = Mark.fresh();

    /** Every record that checks what it is given, or that the store reads and writes: also one that comes later. */
    private static final List<Class<?>> ROOTS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.maxdock").stream()
                    .filter(JavaClass::isRecord)
                    .filter(c -> isStored(c) || validatesItself(c))
                    .sorted(Comparator.comparing(JavaClass::getName))
                    .<Class<?>>map(JavaClass::reflect)
                    .toList();

    private static boolean isStored(JavaClass type) {
        return type.getPackage().getName().equals(Run.class.getPackageName())
                && type.getModifiers().contains(JavaModifier.PUBLIC);
    }

    private static boolean validatesItself(JavaClass type) {
        return type.getConstructors().stream()
                .flatMap(constructor -> constructor.getCallsFromSelf().stream())
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Valid.class)
                        || call.getTargetOwner().isEquivalentTo(InvalidValue.class));
    }

    /** No root was lost on the way: what is known to be stored is among them. */
    @Test
    void theRootsAreFound() {
        assertThat(ROOTS)
                .hasSizeGreaterThan(45)
                .contains(
                        Launch.class,
                        ImageRecord.class,
                        MountPlan.class,
                        KeptBuild.class,
                        PastBuild.class,
                        Run.class,
                        Settings.class);
    }

    private final Random random = new Random(SEED);
    private final Launch launch =
            Samples.of(Launch.class).withKind(Samples.of(org.maxdock.launch.LaunchKind.Shell.class));
    private final ImageRecord record = Samples.of(ImageRecord.class);

    @TempDir
    Path folder;

    private ScriptTrials scripts;

    @BeforeEach
    void prepare() throws Exception {
        System.out.println("seed " + SEED);
        scripts = new ScriptTrials(Files.createDirectory(folder.resolve("scripts")));
    }

    @Test
    void asAFormMakesThem() throws Exception {
        List<Object> roots = new ArrayList<>();
        ROOTS.forEach(type -> roots.add(Samples.of(type)));
        roots.add(cluster());
        for (Object root : roots) {
            for (Mutations.Mutation mutation : new Mutations(random, ALL ? 1000 : 16).of(root)) {
                try {
                    keep(mutation.path(), mutation.value().get());
                } catch (InvalidValue e) {
                    Sentence.isOne(mutation.path(), e.trouble());
                }
            }
        }
        assertThat(scripts.count()).isGreaterThan(150);
        scripts.tryAll(random, RUN);
    }

    private Launch cluster() {
        return new Launch(
                launch.name(),
                launch.image(),
                launch.mounts(),
                launch.plans(),
                RunMode.DOCKERCLUSTER,
                launch.place(),
                launch.command(),
                launch.workingDirectory(),
                launch.container(),
                launch.kind());
    }

    /** Whatever ends a call in what the trials' programs write down. */
    @Test
    void whatIsALineBreakAloneIsAWord() throws Exception {
        for (String word : List.of("\n", "e", "\n\n", "w")) {
            scripts.add(
                    word,
                    new LaunchPlan(
                            new Launch(
                                    launch.name(),
                                    launch.image(),
                                    launch.mounts(),
                                    launch.plans(),
                                    RunMode.ME,
                                    launch.place(),
                                    List.of(word, "", word),
                                    word,
                                    launch.container(),
                                    launch.kind()),
                            record,
                            MARK));
        }
        scripts.tryAll(random, RUN);
    }

    /** What was taken must be harmless; a record is, in a launch of its image. */
    private void keep(String path, Object value) throws Exception {
        switch (value) {
            case Launch taken -> scripts.add(path, new LaunchPlan(taken, record, MARK));
            case ImageRecord taken -> scripts.add(path, new LaunchPlan(launch, taken, MARK));
            case Run taken -> scripts.add(path, new LaunchPlan(taken.launch(), record, taken.mark()));
            case MountPlan taken ->
                scripts.add(path, new LaunchPlan(launch.withMounts(taken.mappings()), record, MARK));
            default -> {
                if (value.getClass().getPackage().equals(Run.class.getPackage())) {
                    assertThat(JSON.write(value)).endsWith("}\n");
                }
            }
        }
    }

    @Test
    void asAProjectsFileHoldsThem() throws Exception {
        ObjectNode project = (ObjectNode) new ObjectMapper().readTree("{\"schema\": 1}");
        project.putArray("launches").add(json(launch));
        project.putArray("images").add(json(record));
        project.putArray("plans").add(json(Samples.of(MountPlan.class)));
        project.putArray("mounts").add(json(Samples.of(org.maxdock.mount.Mapping.class)));
        project.putArray("builds").add(json(Samples.of(KeptBuild.class)));
        Path file = folder.resolve(Project.FILE);
        for (JsonChange change : JsonChange.of(project)) {
            for (JsonNode value : change.values(HostileValues.someTexts(random, ALL ? 1000 : 3))) {
                String text = ASCII.writeValueAsString(change.with(project, value));
                Files.writeString(file, text);
                taken(change + "=" + text.length());
            }
        }
        scripts.tryAll(random, RUN / 2);
    }

    private void taken(String what) throws Exception {
        try {
            ProjectContents project = new Project(folder, JSON).contents();
            for (Launch kept : project.launches()) {
                for (ImageRecord image : project.records()) {
                    scripts.add(what, new LaunchPlan(kept, image, MARK));
                }
            }
        } catch (Trouble e) {
            assertThat(e.kind()).as(what).isIn(TroubleKind.PROJECT_UNREADABLE, TroubleKind.PROJECT_TOO_NEW);
            Sentence.isOne(what, e);
        }
    }

    private static JsonNode json(Object value) throws Exception {
        return new ObjectMapper().readTree(JSON.write(value));
    }
}
