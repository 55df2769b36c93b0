package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maxdock.host.CancellableOutput;
import org.maxdock.host.Output;
import org.maxdock.host.Running;
import org.maxdock.host.shell.Shell;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.lab.Lab;
import org.maxdock.mount.Mapping;
import org.maxdock.operation.Server;
import org.maxdock.text.RawText;

/**
 * Words of every byte but NUL, as command, variables and folders, in each run mode: they arrive as they are, whatever
 * the site's scripts do with words. How many launches of {@value #WORDS} words are made in each mode is
 * {@code -Dmaxdock.words}, their choice {@code -Dmaxdock.seed}.
 */
@Tag("lab")
@Tag("whole")
@Tag("once")
@Timeout(3600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WordsLabTest {

    private static final int WORDS = 40;
    private static final int LAUNCHES = Integer.getInteger("maxdock.words", 2);
    private static final long SEED = Long.getLong("maxdock.seed", System.nanoTime());
    private static final String FOLDER = "/beegfs/desy/user/mxuser/words a*b [c]?\\d 'e' \"f\" é";
    private static final String ANOTHER = "/beegfs/desy/user/mxuser/words-";
    private static final String TELL = "tell() { printf %s \"$1\" | od -An -v -tx1 | tr -d ' \\n'; echo; }; "
            + "for w; do tell \"$w\"; done; tell \"$V0\"; tell \"$V1\"; tell \"$V2\"; "
            + "cat \"$V3/f\" \"$V4/f\"; exit 7";

    private Server bench;
    private ImageRecord record;

    @BeforeAll
    void connect() throws Exception {
        System.out.println("seed " + SEED);
        bench = Lab.connect();
        record = Lab.pulled(bench, Lab.MPI);
        there(FOLDER, "there");
    }

    /** Its name may be of bytes that are no text. */
    private static void there(String path, String content) {
        String bytes = hex(path).replaceAll("..", "\\\\x$0");
        Lab.must("mxuser@max-wgs", "d=$(printf '" + bytes + "'); mkdir -p \"$d\" && echo " + content + " > \"$d/f\"");
    }

    @AfterAll
    void tidy() {
        Lab.must("mxuser@max-wgs", "rm -rf " + Shell.quote(FOLDER) + " " + ANOTHER + "*");
        bench.close();
    }

    @ParameterizedTest
    @EnumSource
    void arriveAsTheyAre(RunMode mode) throws Exception {
        Random random = new Random(SEED + mode.word().hashCode());
        int refused = 0;
        for (int n = 0; n < LAUNCHES; n++) {
            List<String> words = new ArrayList<>(List.of("", " ", "*", "[a-z]*", "\\", "-e", "a  b"));
            while (words.size() < WORDS) {
                words.add(word(random));
            }
            List<String> values = List.of(word(random), word(random), "line\n " + word(random));
            Mapping mapped = new Mapping(FOLDER, "/mapped", true);
            String name = n % 2 == 0 ? text(random) : word(random).replace('/', '-');
            Mapping another = new Mapping(ANOTHER + name + "n", "/" + name + "n", true);
            there(another.host(), "another");
            Launch launch = launch(mode, List.of(mapped, another), words, values);
            boolean cannotBe =
                    RawText.isRaw(name) || name.chars().anyMatch(c -> c < ' ' || c == 0x7f || c == ':' || c == 0xFFFD);
            boolean isRefused = isRefused(launch);
            boolean apart = SiteCall.isBySite(launch) && !SiteWords.survives(another.container());
            assertThat(isRefused).as(mode + " seed " + SEED + " " + hex(name)).isEqualTo(cannotBe || apart);
            if (isRefused) {
                refused++;
                launch = launch(mode, List.of(mapped, new Mapping(FOLDER, "/another", true)), words, values);
            }
            Output output = run(launch);
            words.addAll(values);
            assertThat(output.text())
                    .as(mode + " seed " + SEED + "\n" + output.errors())
                    .isEqualTo(words.stream().map(WordsLabTest::hex).collect(Collectors.joining("\n", "", "\n"))
                            + "there\n" + (isRefused ? "there\n" : "another\n"));
            assertThat(output.status()).isEqualTo(7);
        }
        System.out.println(mode + ": " + LAUNCHES * WORDS + " words, " + LAUNCHES + " folders, of which " + refused
                + " were refused before the start");
    }

    /** By what is looked at before anything starts. */
    private boolean isRefused(Launch launch) throws Exception {
        return bench.preflight().check(launch, Optional.of(record)).stream()
                .filter(c -> c.state() == PreflightCheck.Outcome.FAILS)
                .anyMatch(c -> List.of("check.mounts", "check.site")
                        .contains(c.subject().key()));
    }

    private static Launch launch(RunMode mode, List<Mapping> mounts, List<String> words, List<String> values) {
        List<String> variables = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            variables.add("V" + i + "=" + values.get(i));
        }
        for (int i = 0; i < mounts.size(); i++) {
            variables.add("V" + (values.size() + i) + "=" + mounts.get(i).container());
        }
        List<String> command = new ArrayList<>(List.of("sh", "-c", TELL, "sh"));
        command.addAll(words);
        return new Launch(
                        "words of all sorts",
                        ImageReference.parse(Lab.MPI),
                        mounts,
                        List.of(),
                        mode,
                        mode == RunMode.DOCKERCLUSTER
                                ? LaunchPlace.Allocation.of("maxcpu", 1, "5")
                                : new LaunchPlace.OnServer(),
                        command,
                        "")
                .withContainer(new ContainerOptions(variables, "", List.of(), List.of()))
                .withKind(LaunchKind.Name.COMMAND.plain());
    }

    private Output run(Launch launch) throws Exception {
        try (Running running = bench.launcher().start(bench.launcher().plan(launch, record))) {
            return CancellableOutput.collect(running);
        }
    }

    private static String hex(String word) {
        return HexFormat.of().formatHex(RawText.bytes(word));
    }

    private static String word(Random random) {
        byte[] bytes = new byte[random.nextInt(20)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (1 + random.nextInt(255));
        }
        return RawText.of(bytes);
    }

    /** What people have in names, and what shells and lists read as their own. */
    private static String text(Random random) {
        String signs = random.nextBoolean() ? "#,=%@+-~äé€😀a" : " *?[]\\'\"$`&;|<>()!#~,=%@+-äé€😀\u00a0 a";
        return signs.codePoints()
                .filter(c -> random.nextBoolean())
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
