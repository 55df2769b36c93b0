package org.maxdock.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.lab.Hostile;

class PrintableTest {

    private static final long SEED = Long.getLong("maxdock.seed", new Random().nextLong());

    private final Random random = new Random(SEED);
    private final Hostile hostile = new Hostile(SEED);

    /** Whatever people can name something: nothing of it moves a cursor, turns a line round or is not to be seen. */
    private String name() {
        String points = IntStream.range(0, random.nextInt(6))
                .map(i -> random.nextInt(4) == 0 ? random.nextInt(0x110000) : random.nextInt(0x2100))
                .mapToObj(c -> new String(Character.toChars(c)))
                .collect(Collectors.joining());
        return hostile.any() + points + hostile.any();
    }

    private static boolean isHidden(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }

    @Test
    void whatATerminalWouldObeyAndWhatCannotBeSeenIsWrittenOut() {
        System.out.println("seed " + SEED);
        for (int i = 0; i < 20_000; i++) {
            String name = name();
            String line = Printable.line(name);
            assertThat(line.codePoints()).as(line).noneMatch(PrintableTest::isHidden);
            String text = Printable.text(name);
            assertThat(text.codePoints()).as(text).noneMatch(c -> isHidden(c) && c != '\n' && c != '\t');
            assertThat(Printable.line(line)).isEqualTo(line);
            assertThat(text.lines().count())
                    .isEqualTo(name.chars().filter(c -> c == '\n').count()
                            + (name.isEmpty() || name.endsWith("\n") ? 0 : 1));
            if (name.codePoints().noneMatch(PrintableTest::isHidden)) {
                assertThat(line.length()).isGreaterThanOrEqualTo(name.length());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'plain ä € 😀', 'plain ä € 😀'",
        "'a\u001b[31mb', 'a\\u001b[31mb'",
        "'a\u202eb', 'a\\u202eb'",
        "'a\u200bb', 'a\\u200bb'",
        "'a\u009b2Jb', 'a\\u009b2Jb'",
        "'a\u2028b', 'a\\u2028b'",
        "'a\nb', 'a\\u000ab'",
    })
    void inALine(String name, String shown) {
        assertThat(Printable.line(name)).isEqualTo(shown);
    }

    /** Unicode, DerivedCoreProperties.txt: Default_Ignorable_Code_Point; and glyphs that are blank. */
    @ParameterizedTest
    @CsvSource({
        "ad, ad",
        "34f, 34f",
        "61c, 61c",
        "115f, 1160",
        "17b4, 17b5",
        "180b, 180f",
        "200b, 200f",
        "202a, 202e",
        "2060, 206f",
        "2800, 2800",
        "3164, 3164",
        "fe00, fe0f",
        "feff, feff",
        "ffa0, ffa0",
        "fff0, fff8",
        "16fe4, 16fe4",
        "1bca0, 1bca3",
        "1d159, 1d159",
        "1d173, 1d17a",
        "e0000, e0fff"
    })
    void whatIsNotToBeSeenIsWrittenOut(String first, String last) {
        for (int c = Integer.parseInt(first, 16); c <= Integer.parseInt(last, 16); c++) {
            String name = "a" + Character.toString(c) + "b";
            assertThat(Printable.line(name)).as(Integer.toHexString(c)).matches("a(\\\\u[0-9a-f]{4}){1,2}b");
            assertThat(Printable.hides(name)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "\u2764\ufe0f, \u2764\ufe0f",
        "1\ufe0f\u20e3, 1\ufe0f\u20e3",
        "#\ufe0f\u20e3, #\ufe0f\u20e3",
        "run1\ufe0f, run1\\ufe0f",
        "\u2764\ufe0f\ufe0f, \u2764\ufe0f\\ufe0f",
        "\ufe0f\u2764, \\ufe0f\u2764",
        "\u2764\ufe0e, \u2764\\ufe0e"
    })
    void anEmojiKeepsWhatMakesItOne(String name, String shown) {
        assertThat(Printable.line(name)).isEqualTo(shown);
    }

    @Test
    void bytesThatAreNoTextAndCharactersOfTwoHalvesAreShownAsJsonWould() {
        assertThat(Printable.line("a\udcffb\udb40\udc01")).isEqualTo("a\\udcffb\\udb40\\udc01");
        assertThat(Printable.line("😀😀😀", 3)).isEqualTo("😀…");
    }

    @Test
    void noPartOfASentenceCanBeTakenForASentenceOfItsOwn() {
        Texts texts = new Texts(Locale.ENGLISH);
        String told = texts.what(new Trouble(TroubleKind.NO_SUCH_JOB, "7\nmaxdock: all is well\r\u001b[2J"));
        assertThat(told.lines()).hasSize(2).noneMatch(l -> l.startsWith("maxdock"));
        assertThat(told).doesNotContain("\r").doesNotContain("\u001b");
        assertThat(texts.what(new Trouble(TroubleKind.NO_SUCH_JOB, "x".repeat(1_000_000))))
                .hasSizeLessThan(11_000);
        assertThat(texts.get("build.sends", 2, 3L)).isEqualTo(texts.get("build.sends", "2", "3"));
    }

    @ParameterizedTest
    @CsvSource({
        "'\u001b[91mred\u001b[0m|', red",
        "'\u001b[9|1mred', red",
        "'\u001b]0;title\u0007x', x",
        "'\u001b]8;;http://a\u001b\\link', link",
        "'10%\r20%\r\n|done', '10%/20%/done'",
        "'a\r|\nb', 'a/b'",
        "'\u001b(Bx', x",
        "'a\u0001b', 'a\\u0001b'",
        "'1\n\u001b]x\nERROR\n', '1/\\u001b]x/ERROR/'",
        "'1\n\u001b[3\nERROR\n', '1/\\u001b[3/ERROR/'",
        "'\u001b\r\nERROR', '\\u001b/ERROR'",
        "'\u001bPx\n\u001b[1mERROR', '\\u001bPx/ERROR'",
        "'ERROR \u001b]8;;no end', 'ERROR \\u001b]8;;no end'",
        "'a\u001b', 'a\\u001b'"
    })
    void aLogIsReadWithoutATerminal(String written, String shown) {
        PlainLog log = new PlainLog();
        StringBuilder all = new StringBuilder();
        for (String piece : written.split("\\|")) {
            all.append(log.plain(piece));
        }
        all.append(log.end());
        assertThat(log.end()).isEmpty();
        assertThat(all.toString().replace('\n', '/')).isEqualTo(shown);
    }

    @Test
    void aSequenceWithoutAnEndHidesNothing() {
        String hidden = "\u001b]" + "x".repeat(3000);
        assertThat(new PlainLog().plain(hidden)).contains("\\u001b]xxx").hasSizeGreaterThan(3000);
    }

    /** A registry may call something by a name of megabytes, which no row of a table can show. */
    @Test
    void aLineWithoutAnEndIsCut() {
        String long10k = "a".repeat(10_000);
        assertThat(Printable.line(long10k)).isEqualTo(long10k);
        assertThat(Printable.line("a".repeat(8 << 20))).isEqualTo(long10k + "…");
        assertThat(Printable.line("\u202e".repeat(8 << 20))).hasSizeLessThan(100_000);
    }
}
