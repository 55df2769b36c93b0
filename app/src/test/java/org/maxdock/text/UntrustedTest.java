package org.maxdock.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class UntrustedTest {

    private final Untrusted answer = Untrusted.of(10, TroubleKind.ANSWER_UNREADABLE, "squeue");

    private static Trouble trouble(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(Trouble.class, call);
    }

    private static int deep(int level) {
        return level < 0 ? 0 : deep(level + 1) + 1;
    }

    @Test
    void whatReadsWellIsPassedOn() throws Exception {
        String text = answer.text("abc", t -> t + "d");
        String bytes = answer.bytes(new byte[10], b -> "read");
        String words = answer.words(List.of("ab", "cd"), List::getLast);
        assertThat(List.of(text, bytes, words)).containsExactly("abcd", "read", "cd");
    }

    @Test
    void whateverGoesWrongIsATroubleThatNamesWhatWasRead() {
        Trouble wrong = trouble(() -> answer.text("x", Integer::parseInt));
        assertThat(wrong.kind()).isEqualTo(TroubleKind.ANSWER_UNREADABLE);
        assertThat(wrong.arguments().getFirst()).isEqualTo("squeue");
        assertThat(wrong.getCause()).isInstanceOf(NumberFormatException.class);
        assertThat(trouble(() -> answer.text("x", t -> deep(0))).arguments().getLast())
                .contains("deep");
        assertThat(trouble(() -> answer.text("x", t -> {
                            throw new IOException("half\u001b a line");
                        }))
                        .arguments())
                .containsExactly("squeue", "half\\u001b a line");
    }

    @Test
    void aTroubleStaysWhatItIs() {
        assertThat(trouble(() -> answer.text("x", t -> {
                            throw new Trouble(TroubleKind.NO_SLURM, "here");
                        }))
                        .kind())
                .isEqualTo(TroubleKind.NO_SLURM);
        assertThat(trouble(() -> answer.text("x", t -> {
                            throw new InvalidValue(TroubleKind.NO_SUCH_JOB, "7");
                        }))
                        .kind())
                .isEqualTo(TroubleKind.NO_SUCH_JOB);
    }

    @Test
    void whatIsTooLargeIsNotRead() {
        assertThat(trouble(() -> answer.text("x".repeat(11), t -> {
                            throw new AssertionError("it was read");
                        }))
                        .kind())
                .isEqualTo(TroubleKind.ANSWER_UNREADABLE);
        assertThat(trouble(() -> answer.words(List.of("", "", "", "", "", "", "", "", "", "", ""), List::size)))
                .isNotNull();
    }

    /** Also what only the program's own libraries have a sentence for. */
    @Test
    void noEnglishReasonStandsInAGermanSentence() {
        Texts german = new Texts(Locale.GERMAN);
        for (Trouble wrong : List.of(
                trouble(() -> answer.text("x", Integer::parseInt)),
                trouble(() -> answer.text("x", t -> deep(0))),
                trouble(() -> answer.text("x".repeat(11), t -> t)),
                trouble(() -> answer.text("x", t -> {
                    throw Unreadable.form();
                })),
                trouble(() -> answer.bytes(
                        new byte[2], b -> new BoundedInput(new ByteArrayInputStream(b), 1).readAllBytes())))) {
            assertThat(german.what(wrong))
                    .containsPattern("^Was squeue geantwortet hat, ist nicht zu lesen: (es |dafür )")
                    .doesNotContain(wrong.arguments().getLast());
        }
    }
}
