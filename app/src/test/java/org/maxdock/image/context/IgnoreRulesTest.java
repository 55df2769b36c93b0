package org.maxdock.image.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.text.Trouble;

/** What today's clients of Docker leave out; how the installed one reads the rest, IgnoreLabTest asks it. */
@Timeout(60)
class IgnoreRulesTest {

    /** Lines are parted by a bar. */
    @ParameterizedTest
    @CsvSource({
        // characters that mean something in regular expressions mean themselves
        "dist/tool-2.4.0+g08acad9-py3-none-any.whl, dist/tool-2.4.0+g08acad9-py3-none-any.whl, true",
        "dist/tool-2.4.0+g08acad9-py3-none-any.whl, dist/tool-2.4.00g08acad9-py3-none-any.whl, false",
        "*(copy)*, report (copy).txt, true",
        "a{1}, a{1}, true",
        "a{1}, a, false",
        "x$y*, x$yz, true",
        "^a, ^a, true",
        "*.c++, main.c++, true",
        // stars, question marks, classes
        "*.txt, a.txt, true",
        "*.txt, d/a.txt, false",
        "*/a, d/a, true",
        "*/a, d/e/a, false",
        "?, ab, false",
        "a?c, a/c, false",
        "[a-c]x, bx, true",
        "[^a-c]x, bx, false",
        "[^a-c]x, dx, true",
        "[!a]x, !x, true",
        "\\*, *, true",
        "\\*, a, false",
        // any number of folders
        "**, a/b/c, true",
        "**/a, a, true",
        "**/a, x/y/a, true",
        "**/a, x/ya, false",
        "**/**/a, a, true",
        "**/**/a, x/y/z/a, true",
        "**/**/a, x/ya, false",
        "a/**/**/b, a/b, true",
        "a/**/**, a/b/c, true",
        "a/**/**, a, false",
        "a/**, a/b/c, true",
        "a/**, a, false",
        "a/**/b, a/b, true",
        "a/**/b, a/x/y/b, true",
        "a/**/b, a/xb, false",
        "**/*.txt, x/y/z.txt, true",
        "**b, ab, true",
        "**b, x/ab, true",
        "a**, abc/d, true",
        // a folder takes all with it, wherever it lies
        "a, a/b/c, true",
        "**/tmp, x/y/tmp/z, true",
        "*/tmp, x/tmp/z/u, true",
        "tmp, x/tmp, false",
        // exceptions, in order
        "*|!a, a, false",
        "!a|*, a, true",
        "a|!a/b, a/b, false",
        "a|!a/b|a/b/c, a/b/c, true",
        // blanks, slashes, comments
        "/a/, a, true",
        "  a  , a, true",
        "#a, #a, false",
        "./a//b/../c, a/c, true"
    })
    void aPathIsLeftOut(String lines, String path, boolean left) throws Exception {
        assertThat(IgnoreRules.parse(lines.replace('|', '\n'), "Dockerfile").ignores(path))
                .isEqualTo(left);
    }

    /** As docker 20.10.24 and 26.1 were seen to do, of names that are parted by a bar. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[a*]b; ]b|a]b",
                "[a?]b; a]b",
                "[a.]b; .b|ab",
                "[a$]b; $b|ab",
                "[+(]b; (b",
                "[\\-\\]]b; -b|]b",
                "[\\\\]b; \\b",
                "[^a]b; $b|(b|*b|-b|.b|?b|[b|\\b|]b|^b|}b",
                "f\\d; f5",
                "f\\w; f5|f_|fd",
                "f\\-; f-",
                "f\\_; f_",
                "f\\pL; fd|fä",
                "\\*b; *b",
                "[[:alpha:]]b; ab",
                "a\\]b; a]b",
                "f[!d]; fd",
                "^a*; a b|a]b|a^b|aab|ab",
                "a^b*; ''",
                "a^b; a^b",
                "*^b; b",
                "q*[-b]; q-|q1b",
                "q*\\; q$",
                "**/^b; ^b",
                "^b**; ^b"
            })
    void whatMeansSomethingInRegularExpressionsAfterAll(String pattern, String names) throws Exception {
        List<String> all = List.of(
                "$b", "(b", "*b", "-b", ".b", "?b", "[b", "\\b", "]b", "^b", "}b", "a b", "a]b", "a^b", "aab", "ab",
                "b", "f-", "f.", "f5", "f_", "fd", "fä", "q$", "q-", "q1b");
        IgnoreRules rules = IgnoreRules.parse(pattern, "Dockerfile");
        assertThat(all.stream().filter(rules::ignores).collect(Collectors.joining("|")))
                .isEqualTo(names);
        assertThat(all.stream().filter(name -> rules.ignores(name + "/below")).collect(Collectors.joining("|")))
                .as("a folder takes all with it")
                .isEqualTo(names);
    }

    /** As docker 28.2 was seen to do, of names that hold the end of a line; {@code ~} is one here. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "**/*.txt; y~.txt",
                "**/y.txt; n~l/x/y.txt|n~l/y.txt|x/n~l/y.txt",
                "**/y*; y~.txt",
                "x/**; x/n~l|x/n~l/y.txt",
                "x/**/*; x/n~l|x/n~l/y.txt",
                "x/**/y.txt; ''",
                "n?l; n~l|n~l/x|n~l/x/y.txt|n~l/y|n~l/y.txt",
                "n**; n~l|n~l/x|n~l/x/y.txt|n~l/y|n~l/y.txt",
                "**l/y.txt; n~l/y.txt|x/n~l/y.txt",
                "n*l/**/y.txt; n~l/x/y.txt|n~l/y.txt",
                "?**; x|x/n~l|x/n~l/y.txt"
            })
    void whereALineEndsInAName(String pattern, String names) throws Exception {
        IgnoreRules rules = IgnoreRules.parse(pattern, "Dockerfile");
        assertThat(Stream.of("n~l", "n~l/x", "n~l/x/y.txt", "n~l/y", "n~l/y.txt", "x", "x/n~l", "x/n~l/y.txt", "y~.txt")
                        .filter(name -> rules.ignores(name.replace('~', '\n')))
                        .collect(Collectors.joining("|")))
                .isEqualTo(names);
    }

    /** Docker looks no further than to the first star, but where a dot fits before it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x/[-b]",
                "*/[-b]",
                "?[",
                "q?[",
                ".[",
                ".q*[",
                "*[",
                "**/[a",
                "q**[-",
                "qq\\",
                "q*/[^]",
                "q*/[b-a]",
                "q*/[a",
                ".*\\",
                "?*[]a]",
                "[.]*[-b]"
            })
    void whatItSeesIsWrong(String line) {
        assertThatThrownBy(() -> IgnoreRules.parse(line, "Dockerfile")).isInstanceOf(Trouble.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"q*/[-b]", "q*\\", "q*[]a]", "q*/[]a]", "q*/[^-b]", "q*/[a-]", "\\!no/*/[-b]"})
    void whatItDoesNotSeeIsTaken(String line) throws Exception {
        assertThat(IgnoreRules.parse(line, "Dockerfile").ignores("z")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "[]", "[]a]", "[a-", "[a-]", "[-a]", "[^]", "[b-a]", "a/[x", "*\\", "!", "[a\\]"})
    void whatDockerRefusesIsRefused(String line) {
        assertThatThrownBy(() -> IgnoreRules.parse(line, "Dockerfile"))
                .isInstanceOf(Trouble.class)
                .hasMessageStartingWith("dockerignore-pattern");
    }

    @ParameterizedTest
    @CsvSource({"a*a*a*a*a*a*a*a*a*a*a*a*b, a", "**/x/**/x/**/x/**/x/**/x/**/x/**/x/**/x/**/y, x/", "*?*?*?*?*?*?b, ab/"
    })
    void noPatternTakesLong(String pattern, String piece) throws Exception {
        IgnoreRules rules = IgnoreRules.parse(pattern, "Dockerfile");
        String path = piece.repeat(4000 / piece.length()) + "z";
        long begun = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            assertThat(rules.ignores(path)).isFalse();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aFileThatIsTooLargeIsTold(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve(".dockerignore"), "aaaaaaaaaaaaaaa\n".repeat(70_000), StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> IgnoreRules.of(folder, "Dockerfile"))
                .isInstanceOf(Trouble.class)
                .hasMessageStartingWith("file-unreadable");
    }

    /** A pipe would be waited for until somebody writes into it. */
    @Test
    @Timeout(20)
    void whatIsNoFileIsToldAndNotWaitedFor(@TempDir Path folder) throws Exception {
        String ignore = folder.resolve(".dockerignore").toString();
        assertThat(new ProcessBuilder("mkfifo", ignore).start().waitFor()).isZero();
        assertThatThrownBy(() -> IgnoreRules.of(folder, "Dockerfile"))
                .isInstanceOf(Trouble.class)
                .hasMessageStartingWith("file-not-regular");
    }

    @Test
    void aDockerfileLargerThanAnyIsTold(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("Dockerfile");
        try (var large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(3L << 30); // no more than a hole
        }
        BuildContext context = BuildContext.of(folder, "Dockerfile");
        assertThatThrownBy(context::dockerfileText)
                .isInstanceOf(Trouble.class)
                .hasMessageStartingWith("file-too-large");
    }

    /** Each character of a path costs as much as the pattern is long, and not the square of that. */
    @ParameterizedTest
    @ValueSource(strings = {"*", "**/", "**", "*?", "**/a*", "[a-c]*"})
    @Timeout(20)
    void aPatternOfManyStarsIsSoonDecided(String part) throws Exception {
        IgnorePattern pattern = IgnorePattern.of(part.repeat(60_000 / part.length()) + "x");
        String path = "ab/cd/".repeat(40);
        assertThat(pattern.matches(path + "y")).isFalse();
    }

    /** Held against java.util.regex, which tries one way after the other. */
    @Test
    void allWaysAtOnceAreTheSameAsOneAfterTheOther() throws Exception {
        Map<String, String> meant =
                Map.of("a", "a", "b", "b", "/", "/", "?", "[^/]", "*", "[^/]*", "**/", "(?:.*/)?", "[ab]", "[ab]");
        List<String> parts = meant.keySet().stream().sorted().toList();
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder pattern = new StringBuilder();
            StringBuilder regex = new StringBuilder();
            for (int n = random.nextInt(1, 8); n > 0; n--) {
                String part = parts.get(random.nextInt(parts.size()));
                if (pattern.toString().endsWith("*") && part.startsWith("*")) {
                    part = "a"; // or two parts would be read as another
                }
                pattern.append(part);
                regex.append(meant.get(part));
            }
            boolean anything = random.nextInt(5) == 0 && !pattern.toString().endsWith("*");
            String written = pattern + (anything ? "**" : "");
            String path = random.ints(random.nextInt(1, 10), 0, 4)
                    .mapToObj(c -> "ab/c".substring(c, c + 1))
                    .collect(Collectors.joining());
            boolean expected = Pattern.matches(regex + (anything ? ".*" : "") + "(?:/.*)?", path);
            if (!written.endsWith("**/")) {
                assertThat(IgnorePattern.of(written).matches(path))
                        .as("%s, %s, seed %d", written, path, seed)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    @Timeout(5)
    void anyNumberOfFoldersAnyNumberOfTimesCostsAsMuchAsOnce() throws Exception {
        IgnoreRules rules = IgnoreRules.parse("**/".repeat(300_000) + "x", "Dockerfile");
        assertThat(rules.names("a/".repeat(2_000) + "x")).isTrue();
        assertThat(rules.names("a/".repeat(2_000) + "y")).isFalse();
    }
}
