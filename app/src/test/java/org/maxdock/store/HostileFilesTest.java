package org.maxdock.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maxdock.generated.HostileValues;
import org.maxdock.generated.JsonChange;
import org.maxdock.generated.Samples;
import org.maxdock.generated.ScriptTrials;
import org.maxdock.generated.Sentence;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.Sha256;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchKind;
import org.maxdock.launch.LaunchPlan;
import org.maxdock.mount.MountPlan;
import org.maxdock.slurm.Mark;
import org.maxdock.store.file.LockedFile;
import org.maxdock.text.RegularFile;
import org.maxdock.text.Trouble;

/**
 * Each kind of file that MaxDock reads, with a hostile value in each of its places: refused with a sentence, or
 * harmless in the script of a launch; and the file stays as it is. More are tried with -Dgenerated.all=true.
 */
class HostileFilesTest {

    private static final boolean ALL = Boolean.getBoolean("generated.all");
    private static final long SEED = Long.getLong("generated.seed", System.nanoTime());
    private static final ObjectMapper ASCII =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final Json JSON = new Json();
    private static final Launch LAUNCH = Samples.of(Launch.class).withKind(Samples.of(LaunchKind.Shell.class));
    private static final ImageRecord RECORD = Samples.of(ImageRecord.class);
    private static final Mark MARK = Mark.fresh();

    @TempDir
    Path folder;

    /** Reads a file, and says which launches it would have started. */
    interface Reader {
        Stream<Launch> read(Path file) throws Trouble;
    }

    /**
     * @param by which class reads it
     * @param sample with each field that it may have
     */
    record Kind(Class<?> by, String name, JsonNode sample, Reader reader) {
        @Override
        public String toString() {
            return by.getSimpleName();
        }
    }

    private static final Map<Class<?>, String> ELSEWHERE = Map.of(
            Project.class, "GeneratedValuesTest",
            JsonFile.class, "what reads such files for these");

    private static Site maxwell() throws Trouble {
        Path nowhere = Path.of("/nonexistent");
        return new SiteFiles(nowhere, nowhere, Map.of(), JSON).find("maxwell");
    }

    static Stream<Kind> kinds() throws Trouble {
        KeptDraft draft = Samples.of(KeptDraft.class);
        ObjectNode record = JSON.mapper()
                .createObjectNode()
                .put("kind", "maxdock-image-record")
                .put("schema", 1);
        record.set("record", tree(RECORD));
        ObjectNode site = (ObjectNode) tree(maxwell());
        site.put("allowedSigners", "/etc/maxdock/signers").putArray("signedBy").add("boss@site");
        return Stream.of(
                new Kind(
                        Runs.class,
                        "runs.json",
                        list(tree(Samples.of(Run.class))),
                        f -> new Runs(f, JSON).all().stream().map(Run::launch)),
                new Kind(
                        Plans.class,
                        "plans.json",
                        JSON.mapper().createObjectNode().set("plans", list(tree(Samples.of(MountPlan.class)))),
                        f -> new Plans(f, JSON)
                                .all(new Project(f.getParent(), JSON)).stream()
                                        .map(k -> LAUNCH.withMounts(k.plan().mappings()))),
                new Kind(KnownLaunches.class, "known.json", list(JSON.mapper().valueToTree("a".repeat(64))), f -> {
                    new KnownLaunches(f, JSON).knows(LAUNCH);
                    return Stream.of();
                }),
                new Kind(
                        SettingsFile.class,
                        "settings.json",
                        tree(Samples.of(Settings.class)),
                        f -> nothing(new SettingsFile(f, JSON).read())),
                new Kind(
                        Drafts.class,
                        Sha256.of(draft.where().getBytes(StandardCharsets.UTF_8)) + ".json",
                        tree(draft),
                        f -> nothing(new Drafts(f.getParent(), JSON).of(draft.where()))),
                new Kind(
                        BuildHistory.class,
                        "builds.json",
                        tree(Samples.of(PastBuild.class)),
                        f -> nothing(new BuildHistory(f.getParent(), JSON)
                                .of(Path.of(Samples.of(PastBuild.class).folder())))),
                new Kind(
                        ViewFile.class,
                        "tables.json",
                        tree(Samples.of(TableLooks.class)),
                        f -> nothing(new ViewFile<>(f, JSON, TableLooks.class).read())),
                new Kind(
                        ViewFile.class,
                        "window.json",
                        tree(Samples.of(WindowPlace.class)),
                        f -> nothing(new ViewFile<>(f, JSON, WindowPlace.class).read())),
                new Kind(RecordFile.class, "record.json", record, f -> {
                    new LaunchPlan(LAUNCH, new RecordFile(JSON).read(f), MARK);
                    return Stream.of();
                }),
                new Kind(SiteFiles.class, "site.json", site, f -> {
                    Site read = new SiteFiles(f.getParent(), f.getParent(), Map.of(), JSON).find(f.toString());
                    read.ownPlacesOf("me");
                    return Stream.of(LAUNCH.withSignedBy(read.signedBy()));
                }));
    }

    private static Stream<Launch> nothing(Object read) {
        assertThat(read).isNotNull();
        return Stream.of();
    }

    private static JsonNode tree(Object value) {
        return JSON.mapper().valueToTree(value);
    }

    private static JsonNode list(JsonNode entry) {
        return JSON.mapper().createArrayNode().add(entry);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void eachPlaceOfItIsRefusedOrHarmless(Kind kind) throws Exception {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        ScriptTrials scripts = new ScriptTrials(Files.createDirectory(folder.resolve("scripts")));
        Path file = Files.createDirectory(folder.resolve("files")).resolve(kind.name());
        Files.writeString(file, ASCII.writeValueAsString(kind.sample()));
        kind.reader().read(file); // as it is
        for (JsonChange change : JsonChange.of(kind.sample())) {
            for (JsonNode value : change.values(HostileValues.someTexts(random, ALL ? 1000 : 2))) {
                String text = ASCII.writeValueAsString(change.with(kind.sample(), value));
                Files.writeString(file, text);
                String what = kind + " " + change + "=" + text.length();
                try {
                    for (Launch launch : kind.reader().read(file).toList()) {
                        scripts.add(what, new LaunchPlan(launch, RECORD, MARK));
                    }
                } catch (Trouble e) {
                    Sentence.isOne(what, e);
                }
                assertThat(file).content().isEqualTo(text);
            }
        }
        if (scripts.count() > 0) {
            scripts.tryAll(random, ALL ? Integer.MAX_VALUE : 6);
        }
    }

    /** Another reader of files has to be among them. */
    @Test
    void theseAreAllKinds() throws Trouble {
        Set<Class<?>> tried = kinds().map(Kind::by).collect(Collectors.toSet());
        Set<String> files = Set.of(LockedFile.class.getName(), RegularFile.class.getName(), JsonFile.class.getName());
        Set<Class<?>> readers = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.maxdock.store")
                        .stream()
                        .filter(c -> c.getPackageName().equals("org.maxdock.store"))
                        .filter(c -> c.getMethodCallsFromSelf().stream()
                                .anyMatch(call ->
                                        files.contains(call.getTargetOwner().getName())
                                                && call.getName().equals("read")))
                        .map(JavaClass::reflect)
                        .collect(Collectors.toSet());
        readers.removeAll(ELSEWHERE.keySet());
        assertThat(tried).isEqualTo(readers);
    }
}
