package org.maxdock.mount;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maxdock.engine.Engine;
import org.maxdock.host.shell.Shell;
import org.maxdock.lab.Lab;
import org.maxdock.operation.Server;

/**
 * Random folder trees on the root-squashed storage: owners, groups, modes, links, up to eight deep. The verdict and the
 * mend must agree with what the real engine does, at create ({@code --mount}) and at start ({@code -v}), and with what
 * the user can then read inside. {@code -Dmaxdock.trees=N} sets how many.
 */
@Tag("lab")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RandomTreesLabTest {

    private static final int TREES = Integer.getInteger("maxdock.trees", 120);
    private static final long SEED = Long.getLong("maxdock.seed", 35002);
    private static final int TOGETHER = 30;
    private static final Path BACKING =
            Path.of(System.getenv().getOrDefault("MAXDOCK_LAB", "/var/lib/maxdock-lab"), "disk", "asap3", "trees");
    private static final String SEEN = "/asap3/trees";
    private static final int[] OWNERS = {21437, 21437, 21437, 21437, 21437, 21438, 0};
    private static final int[] GROUPS = {3512, 5011, 5012, 0};
    private static final int[] MODES = {
        0755, 0755, 0755, 0755, 0750, 0700, 0711, 0710, 0770, 0701, 0705, 0751, 0775, 0500, 0000
    };

    private final Random random = new Random(SEED);
    private final List<Mapping> mappings = new ArrayList<>();

    @BeforeAll
    void plant() throws IOException {
        remove();
        Files.createDirectories(BACKING);
        for (int i = 0; i < TREES; i++) {
            mappings.add(new Mapping(SEEN + "/" + tree(i), "/data", random.nextBoolean()));
        }
    }

    @AfterAll
    static void remove() {
        Lab.run(List.of("rm", "-rf", BACKING.toString()));
    }

    /** Plants a tree and returns the path to map, relative to where all trees stand. */
    private String tree(int number) throws IOException {
        int depth = 1 + random.nextInt(8);
        List<Path> chain = new ArrayList<>();
        Path at = BACKING.resolve("t" + number);
        Files.createDirectory(at);
        for (int i = 0; i < depth; i++) {
            at = at.resolve(i == 2 ? "ü d" + i : "d" + i);
            Files.createDirectory(at);
            chain.add(at);
        }
        Path data = at.resolve("data");
        Files.writeString(data, "tree " + number + "\n");
        own(data, 0644);
        Path target = switch (random.nextInt(8)) {
            case 0 -> data;
            case 1 -> at.resolve("none");
            case 2 -> link(chain, number);
            case 3 -> linkThroughAnother(chain, number);
            default -> at;
        };
        for (Path folder : chain.reversed()) {
            own(folder, MODES[random.nextInt(MODES.length)]);
        }
        return BACKING.relativize(target).toString();
    }

    /** A link beside the tree into its middle, and what is below that. */
    private Path link(List<Path> chain, int number) throws IOException {
        Path middle = chain.get(random.nextInt(chain.size()));
        Path link = BACKING.resolve("t" + number).resolve("l");
        Files.createSymbolicLink(
                link,
                random.nextBoolean()
                        ? Path.of(SEEN).resolve(BACKING.relativize(middle))
                        : link.getParent().relativize(middle));
        return link.resolve(middle.relativize(chain.getLast()));
    }

    /** A link to a link that stands in a folder of its own, which may be closed though nothing below it is meant. */
    private Path linkThroughAnother(List<Path> chain, int number) throws IOException {
        Path aside = BACKING.resolve("t" + number).resolve("aside");
        Files.createDirectory(aside);
        Files.createSymbolicLink(
                aside.resolve("l2"),
                Path.of("..").resolve(BACKING.resolve("t" + number).relativize(chain.getLast())));
        own(aside, MODES[random.nextInt(MODES.length)]);
        Path link = BACKING.resolve("t" + number).resolve("l1");
        Files.createSymbolicLink(link, Path.of("aside/l2"));
        return link;
    }

    private void own(Path path, int mode) throws IOException {
        Files.setAttribute(path, "unix:uid", OWNERS[random.nextInt(OWNERS.length)], LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:gid", GROUPS[random.nextInt(GROUPS.length)], LinkOption.NOFOLLOW_LINKS);
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        int bit = 8; // the owner's right to read is the highest
        for (PosixFilePermission p : PosixFilePermission.values()) {
            if ((mode >> bit-- & 1) == 1) {
                permissions.add(p);
            }
        }
        Files.setPosixFilePermissions(path, permissions);
    }

    @Test
    void verdictMendEngineAndReadingAgree() throws Exception {
        List<String> disagreements = new ArrayList<>();
        Map<String, Integer> counts = new TreeMap<>();
        Map<Integer, String[]> readable = new TreeMap<>();
        List<Integer> refused = new ArrayList<>();
        try (Server bench = Lab.connect()) {
            Engine engine = bench.engine();
            String image = engine.images().getFirst().id();
            List<CheckedMapping> all = new ArrayList<>();
            for (int i = 0; i < TREES; i += 100) {
                List<Mapping> some = new ArrayList<>();
                for (int j = i; j < Math.min(TREES, i + 100); j++) {
                    some.add(new Mapping(
                            mappings.get(j).host(), "/data" + j, mappings.get(j).readOnly()));
                }
                all.addAll(bench.mounts().predict(some));
            }
            judged(all.subList(0, Math.min(TREES, 40)), engine, image, disagreements);
            Set<String> mine = readableToMe(all);
            for (int i = 0; i < TREES; i++) {
                CheckedMapping checked = all.get(i);
                Mapping mapping = checked.mapping();
                counts.merge(checked.verdict().word(), 1, Integer::sum);
                boolean accepted = engine.mountQuestion()
                        .ask(image, mapping.host(), mapping.container(), mapping.readOnly())
                        .isEmpty();
                switch (checked.verdict()) {
                    case MountVerdict.Ok ok -> {
                        expect(
                                disagreements,
                                accepted && mine.contains(mapping.host()),
                                "ok, but the engine or the user may not",
                                mapping);
                        readable.put(i, new String[] {mapping.host(), ""});
                    }
                    case MountVerdict.RootSquash squashed -> {
                        Mend mend = squashed.mend();
                        expect(disagreements, !accepted, "root squash, but the engine accepts", mapping);
                        expect(
                                disagreements,
                                engine.mountQuestion()
                                        .ask(image, mend.host(), mend.container(), mapping.readOnly())
                                        .isEmpty(),
                                "the mend is refused: " + mend,
                                mapping);
                        expect(
                                disagreements,
                                mend.path().startsWith(mapping.container()),
                                "the mend's path lies elsewhere: " + mend,
                                mapping);
                        readable.put(i, new String[] {
                            mend.host(),
                            mend.path().substring(mapping.container().length())
                        });
                        refused.add(i);
                    }
                    case MountVerdict.Denied denied ->
                        expect(disagreements, !mine.contains(mapping.host()), "denied, but I may read it", mapping);
                    case MountVerdict.Missing missing ->
                        expect(
                                disagreements,
                                !mine.contains(mapping.host()) && !accepted,
                                "missing, but it is there",
                                mapping);
                    case MountVerdict.Conflict conflict -> expect(disagreements, false, "a clash", mapping);
                    case MountVerdict.Invalid invalid -> expect(disagreements, false, "invalid", mapping);
                }
            }
        }
        readInside(readable, disagreements);
        refusedAtStart(refused, disagreements);
        System.out.println("random trees: " + TREES + " " + counts + ", disagreements: " + disagreements.size());
        assertThat(disagreements).isEmpty();
        assertThat(counts.keySet()).contains("ok", "root-squash", "denied");
    }

    private static void expect(List<String> disagreements, boolean holds, String what, Mapping mapping) {
        if (!holds) {
            disagreements.add(what + ": " + mapping.host());
        }
    }

    /** What the user may read (and enter, if it is a folder), by the user's own shell. */
    private static Set<String> readableToMe(List<CheckedMapping> all) {
        Set<String> mine = new TreeSet<>();
        for (int i = 0; i < all.size(); i += 200) {
            List<String> paths = all.subList(i, Math.min(all.size(), i + 200)).stream()
                    .map(c -> c.mapping().host())
                    .toList();
            String said = Lab.must(
                    "mxuser@max-wgs",
                    "for p in " + Shell.join(paths)
                            + "; do if [ -r \"$p\" ] && { [ ! -d \"$p\" ] || [ -x \"$p\" ]; }; "
                            + "then printf '%s\\n' \"$p\"; fi; done");
            said.lines().forEach(mine::add);
        }
        return mine;
    }

    /** Mounts many with -v into one container as the user, and looks whether each can be read in there. */
    private static void readInside(Map<Integer, String[]> readable, List<String> disagreements) {
        List<Integer> numbers = List.copyOf(readable.keySet());
        for (int i = 0; i < numbers.size(); i += TOGETHER) {
            List<Integer> some = numbers.subList(i, Math.min(numbers.size(), i + TOGETHER));
            List<String> volumes = new ArrayList<>();
            List<String> inside = new ArrayList<>();
            for (int n : some) {
                volumes.addAll(List.of("-v", readable.get(n)[0] + ":/data" + n + ":ro"));
                inside.add("/data" + n + readable.get(n)[1]);
            }
            Lab.Said said = Lab.sh(
                    "mxuser@max-wgs",
                    "docker run --rm --userns=host -u $(id -u):$(id -g) --group-add 5011 --security-opt "
                            + "no-new-privileges "
                            + Shell.join(volumes) + " " + Lab.BASE
                            + " sh -c 'for p in \"$@\"; do if [ -r \"$p\" ] && { [ ! -d \"$p\" ] || "
                            + "ls \"$p\" >/dev/null; }; then echo \"$p\"; fi; done' sh "
                            + Shell.join(inside));
            Set<String> read = new TreeSet<>(said.out().lines().toList());
            IntStream.range(0, some.size())
                    .filter(j -> !read.contains(inside.get(j)))
                    .forEach(j -> disagreements.add("not readable inside: " + inside.get(j) + " of "
                            + readable.get(some.get(j))[0] + " " + said.err()));
        }
    }

    /** What the engine answers to a question, it says to Docker's own client too, which makes the container. */
    private static void judged(List<CheckedMapping> some, Engine engine, String image, List<String> disagreements)
            throws Exception {
        String made = Lab.must(
                "mxuser@max-wgs",
                "for m in "
                        + Shell.join(some.stream().map(c -> c.mapping().mount()).toList())
                        + "; do if c=$(docker create --mount \"$m\" " + Lab.BASE
                        + " true 2>/dev/null); then echo yes; docker rm $c >/dev/null; else echo no; fi; done");
        List<String> answers = made.lines().toList();
        for (int i = 0; i < some.size(); i++) {
            Mapping mapping = some.get(i).mapping();
            boolean accepted = engine.mountQuestion()
                    .ask(image, mapping.host(), mapping.container(), mapping.readOnly())
                    .isEmpty();
            expect(
                    disagreements,
                    accepted == answers.get(i).equals("yes"),
                    "Docker's client is told otherwise: " + answers.get(i),
                    mapping);
        }
    }

    /** -v is checked only at start: there each one that is said to fail must. */
    private void refusedAtStart(List<Integer> refused, List<String> disagreements) {
        for (int i = 0; i < refused.size(); i += 50) {
            List<String> volumes = refused.subList(i, Math.min(refused.size(), i + 50)).stream()
                    .map(n -> mappings.get(n).host() + ":/data")
                    .toList();
            String said = Lab.must(
                    "mxuser@max-wgs",
                    "for v in " + Shell.join(volumes)
                            + "; do c=$(docker create --userns=host -u $(id -u):$(id -g) --security-opt "
                            + "no-new-privileges -v \"$v\" "
                            + Lab.BASE
                            + " true) && { docker start $c >/dev/null 2>&1 && printf '%s\\n' \"$v\"; "
                            + "docker rm -f $c >/dev/null; }; done; true");
            said.lines().forEach(v -> disagreements.add("root squash, but -v starts: " + v));
        }
    }
}
