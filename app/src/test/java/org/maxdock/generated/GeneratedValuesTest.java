package org.maxdock.generated;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.cli.CommandLineMain;
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
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import picocli.CommandLine.Option;

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
    private static final List<Texts> TEXTS = List.of(new Texts(Locale.ENGLISH), new Texts(Locale.GERMAN));
    private static final Json JSON = new Json();
    private static final Mark MARK = Mark.fresh();

    /** What files hold; what these are made of is found from here. */
    private static final List<Class<?>> ROOTS = List.of(
            Launch.class,
            ImageRecord.class,
            MountPlan.class,
            KeptBuild.class,
            PastBuild.class,
            Run.class,
            Settings.class);

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
                    isASentence(mutation.path(), e.trouble());
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
            default -> assertThat(JSON.write(value)).endsWith("}\n");
        }
    }

    private static void isASentence(String path, Trouble trouble) {
        assertThat(trouble.kind()).as(path).isNotEqualTo(TroubleKind.UNEXPECTED);
        for (Texts texts : TEXTS) {
            assertThat(texts.what(trouble))
                    .as(path)
                    .doesNotStartWith("trouble.")
                    .doesNotContain("Exception", "null")
                    .hasSizeLessThan(500)
                    .matches("\\P{Cntrl}+");
            assertThat(texts.mend(trouble)).as(path).isNotEmpty();
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
            isASentence(what, e);
        }
    }

    private static JsonNode json(Object value) throws Exception {
        return new ObjectMapper().readTree(JSON.write(value));
    }

    @Test
    void asTheCommandLineTakesThem() throws Exception {
        Project project = new Project(folder, JSON);
        project.put(record);
        for (Map.Entry<String, Field> option : options().entrySet()) {
            for (String value : HostileValues.someTexts(random, ALL ? 1000 : 2)) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                ByteArrayOutputStream err = new ByteArrayOutputStream();
                int status = CommandLineMain.run(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Locale.ENGLISH,
                        (target, where, ssh, site, page) -> 99,
                        "--project",
                        folder.toString(),
                        "launch",
                        "--print",
                        option.getKey() + "=" + value,
                        record.reference().toString(),
                        "true");
                String what = option.getKey() + "=" + value.substring(0, Math.min(40, value.length()));
                if (status == 0) {
                    Path script = folder.resolve("scripts").resolve("command-" + what.hashCode() + ".sh");
                    Files.write(script, out.toByteArray());
                } else {
                    assertThat(err.toString(StandardCharsets.UTF_8))
                            .as(what)
                            .isNotBlank()
                            .doesNotContain("\tat ", "Exception", "unexpected");
                }
            }
        }
        scripts.tryAll(random, 0);
    }

    /** All options of a launch that take a value. */
    private static Map<String, Field> options() throws Exception {
        Map<String, Field> options = new TreeMap<>();
        for (String type : List.of("LaunchOptions", "SlurmOptions", "LaunchCommand")) {
            Arrays.stream(Class.forName("org.maxdock.cli." + type).getDeclaredFields())
                    .filter(f -> f.isAnnotationPresent(Option.class) && f.getType() != boolean.class)
                    .forEach(f -> {
                        String[] names = f.getAnnotation(Option.class).names();
                        options.put(names[names.length - 1], f);
                    });
        }
        assertThat(options).hasSizeGreaterThan(25);
        return options;
    }

    /** One place in a document, and what is put there. */
    private record JsonChange(String pointer) {

        static List<JsonChange> of(JsonNode root) {
            List<JsonChange> all = new ArrayList<>();
            collect(root, "", all);
            return all;
        }

        private static void collect(JsonNode node, String pointer, List<JsonChange> all) {
            if (!pointer.isEmpty()) {
                all.add(new JsonChange(pointer));
            }
            if (node instanceof ObjectNode object) {
                object.properties().forEach(e -> collect(e.getValue(), pointer + "/" + e.getKey(), all));
            } else if (node instanceof ArrayNode array) {
                for (int i = 0; i < array.size(); i++) {
                    collect(array.get(i), pointer + "/" + i, all);
                }
            }
        }

        /** Also of other kinds than belong there; a missing node stands for an absent field. */
        List<JsonNode> values(List<String> texts) throws Exception {
            ObjectMapper mapper = new ObjectMapper();
            List<JsonNode> all = new ArrayList<>();
            for (String text : List.of(
                    "null",
                    "true",
                    "-1",
                    "0",
                    "1.5",
                    "1e99",
                    "99999999999999999999",
                    "\"\"",
                    "[]",
                    "{}",
                    "[null]",
                    "[[[]]]",
                    "{\"kind\": \"web\"}")) {
                all.add(mapper.readTree(text));
            }
            texts.forEach(t -> all.add(mapper.getNodeFactory().textNode(t)));
            all.add(mapper.missingNode());
            return all;
        }

        JsonNode with(JsonNode root, JsonNode value) {
            JsonNode changed = root.deepCopy();
            int slash = pointer.lastIndexOf('/');
            JsonNode parent = changed.at(pointer.substring(0, slash));
            String name = pointer.substring(slash + 1);
            if (parent instanceof ObjectNode object) {
                if (value.isMissingNode()) {
                    object.remove(name);
                } else {
                    object.set(name, value);
                }
            } else if (parent instanceof ArrayNode array) {
                if (value.isMissingNode()) {
                    array.remove(Integer.parseInt(name));
                } else {
                    array.set(Integer.parseInt(name), value);
                }
            }
            return changed;
        }

        @Override
        public String toString() {
            return pointer;
        }
    }
}
