package org.maxdock.host.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellWordsTest {

    private static final Map<String, String> KNOWN =
            Map.of("USER", "me", "HOME", "/home/me", "PWD", "/here now", "X1", "a b");

    private static List<String> words(String line) {
        return ShellWords.read(line, KNOWN).words();
    }

    @Test
    void readsWhatBashReads() throws Exception {
        List<String> lines = new ArrayList<>(List.of(
                "a b",
                "a'b c'd \"e f\"",
                "a\\ b c\\\n d",
                "\"a\\\"b\\$c\\d\" '' \"\"",
                "x=$USER ${HOME}/y \"$X1\"",
                "a#b #c",
                "a ; b",
                "a\nb"));
        Random random = new Random(7);
        String alphabet = "ab '\"\\ -/=:,";
        for (int i = 0; i < 300; i++) {
            StringBuilder line = new StringBuilder("x ");
            random.ints(random.nextInt(16), 0, alphabet.length()).forEach(c -> line.append(alphabet.charAt(c)));
            lines.add(line.toString());
        }
        int compared = 0;
        for (String line : lines) {
            List<String> bash = bash(line);
            if (bash != null) {
                assertThat(words(line)).as(line).isEqualTo(bash);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(80);
    }

    /** Values are split outside of quotes, and only there (POSIX 2.6.5). */
    @Test
    void splitsWhatBashSplits() throws Exception {
        List<String> parts = List.of(
                "$X1 ",
                "${X1}",
                "\"$X1\"",
                "'$X1'",
                "${NONE1}",
                "\"$NONE1\"",
                "${N2:-c  d }",
                "\"${N2:-c  d}\"",
                "x",
                "=",
                " ",
                " ",
                "A=",
                "${X1:-z}",
                "${N2:-\"e f\"}",
                "${X2}",
                "''");
        Random random = new Random(11);
        for (int i = 0; i < 150; i++) {
            StringBuilder line = new StringBuilder("x ");
            random.ints(1 + random.nextInt(6), 0, parts.size()).forEach(p -> line.append(parts.get(p)));
            String with = "X2=' a  b '\nNONE1=\n: " + line;
            List<ShellWords.Read> read = ShellWords.commands(with, KNOWN);
            assertThat(read.getLast().words().subList(1, read.getLast().words().size()))
                    .as(line.toString())
                    .isEqualTo(bash(line.toString()));
            assertThat(read.getLast().unresolved()).isEmpty();
        }
    }

    /** What depends on another command is not known, and never an older value (sh(1), 2.9). */
    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '~',
            value = {
                "for A in /x /y; do echo $A @ $A",
                "while read A; do echo $A @ $A",
                "ls | while read -r B A; do echo $A @ $A",
                "IFS=, read -r A; echo $A @ $A",
                "mapfile -t A; echo $A @ $A",
                "printf -v A x; echo $A @ $A",
                "A+=/b; echo $A @ /a/b",
                "A=$(x); A+=/b; echo $A @ $A",
                "A=(x y); echo $A @ $A",
                "export A=/b; unset A; echo $A @ $A",
                "setenv A /b; echo $A @ /b",
                "setenv A $(x); echo $A @ $A",
                "set A = /b; echo $A @ /b",
                "set -gx A /b; echo $A @ /b",
                "if x; then; set A /b; fi; echo $A @ $A",
                "set -x; set -- A /b; set -e A; echo $A @ /a",
                "unset A; echo ${A:-/x} @ /x",
                "x OR unset A; echo ${A:-/x} @ ${A:-/x}",
                "(A=/b); echo $A @ /a",
                "(A=/b; echo $A) @ /b",
                "((A=/b); A=/c; (A=/d)); echo $A @ /a",
                "test -d /s && A=/s\\necho $A @ $A",
                "test -d /s && A=/s && echo $A @ /s",
                "test -d /s &&\\n A=/s\\necho $A @ $A",
                "[ -d /s ] && A=/s; echo $A @ $A",
                "[[ -d /s ]] && { A=/s; }; echo $A @ $A",
                "grep -q x y && A=/s; echo $A @ $A",
                "command -v x && A=/s; echo $A @ $A",
                "! x && A=/s; echo $A @ $A",
                "mkdir -p /s && A=/s; echo $A @ /s",
                "{ A=/s; }; echo $A @ /s",
                "f() { A=/s; }; echo $A @ $A",
                "case $H in max*) A=/s;; esac; echo $A @ $A",
                "case $H in\\n a|b) A=/s;;\\n *) x;;\\nesac; echo $A @ $A",
                "case $H in x) y;; esac; A=/s; echo $A @ /s",
                "A=$(mktemp -d); echo ${A:-/x} @ ${A:-/x}",
                "A=$(mktemp -d); echo ${A} @ $A",
                "A=/b & echo $A @ /a",
                "if x; then A=/b; fi; echo $A @ $A",
                "if x; then\\ny\\nA=/b\\nfi\\necho $A @ $A",
                "test -d x && cd x; echo $PWD @ $PWD",
                "test -d x && cd /x && echo $PWD @ /x",
                "cd x; (cd y); echo $PWD @ /here now/x",
                "if y; then\\nz\\ncd x\\nfi\\necho $PWD @ $PWD",
            })
    void whatACommandLeavesToChanceIsNotKnown(String script, String value) {
        String lines = "A=/a\n" + script.replace("OR", "||").replace("\\n", "\n");
        ShellWords.Read read = ShellWords.commands(lines, KNOWN).stream()
                .filter(one -> one.words().contains("echo"))
                .findFirst()
                .orElseThrow();
        List<String> said = read.words()
                .subList(read.words().indexOf("echo") + 1, read.words().size());
        assertThat(String.join(" ", said)).isEqualTo(value);
        assertThat(read.unresolved()).isEqualTo(value.startsWith("$") ? List.of(value) : List.of());
    }

    /** They stay as they are, and are told (sh(1), 2.13; bash(1), Brace Expansion). */
    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '~',
            value = {
                "*.tif @ *.tif",
                "/a/run? @ /a/run?",
                "f[0-9].h5 @ f[0-9].h5",
                "-v/data/{a,b}:/x @ /data/{a,b}:/x",
                "--volume=/data/{a,b}:/x @ /data/{a,b}:/x",
                "{1..3} @ {1..3}",
                "'*' @",
                "\"*.tif\" @",
                "a\\*b @",
                "[ @",
                "{} @",
                "{{.ID}} @",
                "-e=* @",
                "A=* @",
                "'{a,b}' @",
                "{'a,b'} @",
            })
    void patternsAreTold(String word, String told) {
        ShellWords.Read read = ShellWords.read("x " + word, KNOWN);
        assertThat(read.words()).hasSize(2);
        assertThat(read.unresolved()).isEqualTo(told == null ? List.of() : List.of(told));
    }

    @Test
    void tellsWhatTheCommandsBeforeSetForAProgram() {
        List<ShellWords.Read> read = ShellWords.commands("export A=1\nB=2\nUSER=you\nexport C\nC=3\nread D\nx", KNOWN);
        assertThat(read.getLast().given()).isEqualTo(Map.of("A", "1", "USER", "you", "C", "3"));
        assertThat(read.getLast().unknown()).containsExactly("D");
    }

    /** The words of the line's first command; null where bash finds it unfinished. */
    private static List<String> bash(String line) throws Exception {
        Process process = new ProcessBuilder(
                        "bash",
                        "-c",
                        "f() { printf '%s\\0' \"$@\"; exit; }\nUSER=me HOME=/home/me X1='a b' X2=' a  b '\nf " + line)
                .redirectErrorStream(false)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            return null;
        }
        List<String> words = new ArrayList<>(List.of(text.split("\0", -1)));
        words.removeLast();
        return words;
    }

    @Test
    void whatOnlyAShellCouldKnowIsToldAndNeverRun() {
        ShellWords.Read read = ShellWords.read(
                "$ docker run -v $(pwd):/a -v \"`pwd`/b\":/b -v $NOBODY/$USER:/c $(rm -rf /) ${A:-x}", KNOWN);
        assertThat(read.words())
                .containsExactly(
                        "docker",
                        "run",
                        "-v",
                        "/here now:/a",
                        "-v",
                        "/here now/b:/b",
                        "-v",
                        "$NOBODY/me:/c",
                        "$(rm -rf /)",
                        "x");
        assertThat(read.unresolved()).containsExactly("$NOBODY", "$(rm -rf /)");
    }
}
