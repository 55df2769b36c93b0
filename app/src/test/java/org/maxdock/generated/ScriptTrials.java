package org.maxdock.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.maxdock.image.identity.IdentityText;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.launch.DockerScript;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchPlan;
import org.maxdock.launch.LaunchScript;
import org.maxdock.mount.Mapping;
import org.maxdock.text.RawText;

/**
 * Tries scripts of launches: bash must read each, its header must say exactly what the launch asks for, and those that
 * are run, with programs in the place of salloc, srun and docker that write down their words, must give these what the
 * launch says, and run nothing else.
 */
public final class ScriptTrials {

    private static final String STUB = """
            #!/bin/bash
            variables() { # what goes by file, or by the environment, is as good as a word
              local before= word
              for word; do
                case $before in
                  --env-file) grep -v '^#' "$word" | sed 's/^/w/' | tr '\\n' '\\0' ;;
                  --env) if [[ $word =~ ^[A-Za-z_][A-Za-z0-9_]*$ ]]; then printf 'w%s=%s\\0' "$word" "${!word-}"; fi ;;
                esac
                before=$word
              done
            }
            # a w before each word and an e behind the last: whatever a word is, it ends no call
            { printf 'w%s\\0' "${0##*/}" "$@"; variables "$@"; printf 'e\\0'; } >> "$ARGV"
            """;
    private static final Map<String, String> STUBS = Map.ofEntries(
            Map.entry(
                    "docker",
                    STUB + "case \"$1 $2\" in 'image inspect') cat \"$INSPECT\";; "
                            + "'info --format') echo 'linux[name=userns]';; esac\n"),
            Map.entry("salloc", STUB),
            Map.entry("srun", STUB),
            Map.entry("squeue", "#!/bin/bash\necho '1|RUNNING|1|n1'\n"),
            Map.entry("scontrol", "#!/bin/bash\n"),
            Map.entry("curl", "#!/bin/bash\nexit 1\n"),
            Map.entry("xauth", "#!/bin/bash\necho key\n"),
            Map.entry(
                    "ssh-keygen",
                    "#!/bin/bash\nwhile [ $# -gt 0 ]; do if [ \"$1\" = -f ]; then : > \"$2\"; fi; shift; done\n"),
            Map.entry("ip", "#!/bin/bash\n"),
            Map.entry("stat", "#!/bin/bash\n"),
            Map.entry(HostileValues.CANARY, "#!/bin/bash\necho sang >> \"$SANG\"\n"));

    /** Runs each script twice: as a user does, up to salloc; and as a node does, to docker. */
    private static final String DRIVER = """
            export PATH=$1/bin:/usr/bin:/bin HOME=$1/home SANG=$1/sang DISPLAY=:9
            export SLURM_JOB_NUM_NODES=1 SLURM_CPUS_ON_NODE=1
            cd "$1/work" || exit 9
            shift
            for n in "$@"; do
              export INSPECT=../$n.inspect MAXDOCK_TAB=1
              ARGV=../$n.salloc timeout 20 bash "../$n.sh" </dev/null >"../$n.out" 2>&1
              step=generated-$$-$n
              mkdir -m 700 "/tmp/maxdock-$step"
              ARGV=../$n.docker SLURM_JOB_ID=1 SLURM_PROCID=0 MAXDOCK_STEP=$step \\
                timeout 20 bash "../$n.sh" </dev/null >>"../$n.out" 2>&1
              rm -rf -- "/tmp/maxdock-$step"
            done
            """;

    private final Path folder;
    private final Map<String, LaunchPlan> plans = new LinkedHashMap<>();
    private final List<String> scripts = new ArrayList<>();
    private final List<Optional<LaunchPlan>> kept = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    public ScriptTrials(Path folder) throws IOException {
        this.folder = folder;
        for (String name : List.of("bin", "home", "work")) {
            Files.createDirectories(folder.resolve(name));
        }
        for (Map.Entry<String, String> stub : STUBS.entrySet()) {
            Path file = Files.writeString(folder.resolve("bin").resolve(stub.getKey()), stub.getValue());
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
    }

    /** Adds the script of a plan, unless there is the same already. */
    public void add(String what, LaunchPlan plan) throws IOException {
        String script = new LaunchScript(new DockerScript()).write(plan);
        if (plans.putIfAbsent(script, plan) != null) {
            return;
        }
        assertThat(header(script)).as(what).isEqualTo(expectedHeader(plan));
        int number = scripts.size();
        scripts.add(script);
        kept.add(Optional.of(plan));
        names.add(what);
        Files.write(folder.resolve(number + ".sh"), script.getBytes(StandardCharsets.UTF_8));
        inspect(number, plan.record());
    }

    /** Adds a script of an image that somebody else wrote; what it gives to docker is not known. */
    public void add(String what, byte[] script, ImageRecord record) throws IOException {
        int number = scripts.size();
        scripts.add(what);
        kept.add(Optional.empty());
        names.add(what);
        Files.write(folder.resolve(number + ".sh"), script);
        inspect(number, record);
    }

    private void inspect(int number, ImageRecord record) throws IOException {
        Files.writeString(
                folder.resolve(number + ".inspect"),
                record.identity().id() + "\n" + IdentityText.content(record.identity()) + "\n");
    }

    public int count() {
        return scripts.size();
    }

    /** All are read by bash; so many of them, chosen at random, are run. */
    public void tryAll(Random random, int most) throws Exception {
        bash("for f in \"$1\"/*.sh; do bash -n \"$f\" || echo \"$f\"; done", folder.toString());
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < scripts.size(); i++) {
            chosen.add(i);
        }
        Collections.shuffle(chosen, random);
        List<Integer> run = chosen.subList(0, Math.min(most, chosen.size()));
        List<String> words = new ArrayList<>(List.of(folder.toString()));
        run.forEach(n -> words.add(String.valueOf(n)));
        bash(DRIVER, words.toArray(String[]::new));
        assertThat(folder.resolve("sang")).as("a value was run: " + run).doesNotExist();
        assertThat(folder.resolve("work")).isEmptyDirectory();
        for (int n : run) {
            if (kept.get(n).isPresent()) {
                gave(n, kept.get(n).get());
            }
        }
    }

    private void gave(int n, LaunchPlan plan) throws IOException {
        Launch launch = plan.launch();
        String told = names.get(n) + "\n" + Files.readString(folder.resolve(n + ".out"), StandardCharsets.ISO_8859_1);
        if (launch.place().allocates()) {
            List<String> salloc = calls(n + ".salloc").getFirst();
            List<String> expected = new ArrayList<>(expectedHeader(plan));
            expected.removeIf(o -> o.startsWith("--array="));
            salloc.remove("--x11");
            assertThat(salloc.subList(1, expected.size() + 1)).as(told).isEqualTo(expected);
            assertThat(salloc.subList(expected.size() + 1, salloc.size() - 1))
                    .as(told)
                    .containsExactly("bash", "-c");
        }
        if (launch.isCluster()) {
            return;
        }
        List<List<String>> runs = calls(n + ".docker").stream()
                .filter(c -> c.get(0).equals("docker") && c.get(1).equals("run"))
                .toList();
        assertThat(runs).as(told).hasSize(1);
        List<String> words = runs.getFirst();
        assertThat(words).as(told).contains("maxdock.launch=" + launch.name(), "maxdock.mark=" + plan.mark());
        assertThat(words)
                .as(told)
                .containsAll(launch.mounts().stream()
                        .map(Mapping::mount)
                        .filter(m -> !RawText.isRaw(m))
                        .toList());
        assertThat(words)
                .as(told)
                .containsAll(launch.container().environment().stream()
                        .filter(v -> !RawText.isRaw(v))
                        .collect(Collectors.toMap(v -> v.split("=", 2)[0], v -> v, (earlier, later) -> later))
                        .values());
        assertThat(words).as(told).contains(plan.record().identity().id());
        boolean plain = launch.command().stream().noneMatch(RawText::isRaw)
                && launch.container().environment().stream().noneMatch(RawText::isRaw)
                && launch.container().arguments().stream().noneMatch(RawText::isRaw)
                && !RawText.isRaw(launch.directory());
        if (plain) {
            assertThat(words)
                    .as(told)
                    .containsAll(launch.container().arguments().stream()
                            .filter(a -> !a.startsWith("-e") && !a.startsWith("--env="))
                            .toList())
                    .containsAll(launch.command());
        }
    }

    private List<List<String>> calls(String file) throws IOException {
        List<List<String>> calls = new ArrayList<>();
        List<String> words = new ArrayList<>();
        if (Files.exists(folder.resolve(file))) {
            for (String word :
                    RawText.of(Files.readAllBytes(folder.resolve(file))).split("\0", -1)) {
                if (word.equals("e")) {
                    calls.add(words);
                    words = new ArrayList<>();
                } else if (!word.isEmpty()) {
                    words.add(word.substring(1));
                }
            }
        }
        return calls;
    }

    private static List<String> expectedHeader(LaunchPlan plan) {
        List<String> expected = new ArrayList<>();
        plan.launch().place().allocation().ifPresent(asked -> {
            expected.addAll(asked.options());
            switch (plan.launch().kind()) {
                case org.maxdock.launch.LaunchKind.Mpi mpi ->
                    expected.add(mpi.ranks() == 0 ? "--exclusive" : "--ntasks-per-node=" + mpi.ranks());
                default -> {}
            }
            expected.add("--job-name=" + plan.launch().name());
            expected.add("--comment=" + plan.mark());
            if (plan.launch().kind() instanceof org.maxdock.launch.LaunchKind.Batch batch
                    && !batch.array().isEmpty()) {
                expected.add("--array=" + batch.array());
            }
        });
        return expected;
    }

    /** The words of its header as sbatch reads them (src/sbatch/opt.c, in short: see SbatchHeader). */
    private static List<String> header(String script) {
        List<String> words = new ArrayList<>();
        for (String line : script.split("\n", -1)) {
            if (!line.startsWith("#")) {
                break;
            }
            assertThat(line).matches("\\P{Cntrl}*").doesNotContain("\u0085", "\u2028", "\u2029");
            if (line.startsWith("#SBATCH")) {
                words.addAll(sbatchWords(line.substring("#SBATCH".length())));
            }
        }
        return words;
    }

    private static List<String> sbatchWords(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                word.append(line.charAt(++i));
            } else if (quote != 0 || c == '\'' || c == '"') {
                if (quote == 0) {
                    quote = c;
                } else if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == ' ' || c == '\t') {
                if (!word.isEmpty()) {
                    words.add(word.toString());
                    word.setLength(0);
                }
            } else if (c == '#') {
                break;
            } else {
                word.append(c);
            }
        }
        assertThat((int) quote).as(line).isZero();
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    private static void bash(String script, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("bash", "-c", script, "bash"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        assertThat(process.waitFor(1, TimeUnit.SECONDS)).isTrue();
        assertThat(said).isEmpty();
    }
}
