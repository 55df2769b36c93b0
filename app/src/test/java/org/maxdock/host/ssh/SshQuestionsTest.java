package org.maxdock.host.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Collections;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.host.Cancellation;

class SshQuestionsTest {

    private final LoginRules rules = mock(LoginRules.class);
    private final Person person =
            Person.answering(Collections.nCopies(40, "123456").toArray(String[]::new));
    private int refused;
    private final SshQuestions questions = new SshQuestions(
            person,
            new Asker("you@server", Optional.empty()),
            new Guard(new Cancellation()),
            new LoginRecord(),
            rules,
            () -> refused);

    /** Who does not see what is asked types a secret into the unknown. */
    @ParameterizedTest
    @ValueSource(strings = {"", "a short notice", "LONG", "LINES"})
    void whatIsAskedIsSeenHoweverLongTheServerTalksBefore(String notice) {
        when(rules.passwordPrompts()).thenReturn(3);
        String said = notice.equals("LONG") ? "x".repeat(5000) : notice.equals("LINES") ? "y\n".repeat(500) : notice;
        String[] answers = questions.promptKeyboardInteractive(
                "you@server", "", said, new String[] {"Verification code: "}, new boolean[] {false});
        assertThat(answers).containsExactly("123456");
        String text = person.asked.getFirst().text();
        assertThat(text).endsWith("Verification code:");
        assertThat(text.length()).isLessThan(1200);
        assertThat(text.lines().count()).isLessThan(35);
    }

    /**
     * A server may ask the same again, a password and then a code, and nothing was wrong; what was, it says by refusing
     * the attempt.
     */
    @ParameterizedTest
    @CsvSource({
        "1, PP, '..', true",
        "1, PC, '..', true",
        "1, PPPPPPPPPP, '..........', true",
        "1, PPPPPPPPPPP, '..........', false",
        "1, P!P, '.', false",
        "3, PP!PP!PP, '..!.!.', true",
        "3, PP!PP!PP!P, '..!.!.', false",
        "3, PC!PC, '..!.', true",
        "3, P!P!P, '.!!', true",
        "3, P!!P, '.!', true",
        "3, !!P, '.', true",
        "3, PPPPPPP!PPPPPPP, '.......!......', true",
    })
    void onlyARefusedAttemptIsToldAsWrong(int prompts, String course, String asked, boolean goesOn) {
        when(rules.passwordPrompts()).thenReturn(prompts);
        boolean ended = false;
        for (int i = 0; i < course.length(); i++) {
            char step = course.charAt(i);
            if (step == '!') {
                refused++;
                continue;
            }
            try {
                questions.promptKeyboardInteractive(
                        "you@server", "", "", new String[] {step == 'P' ? "Password: " : "Code: "}, new boolean[] {false
                        });
            } catch (LoginEnded e) {
                ended = true;
            }
        }
        assertThat(person.asked.stream().map(q -> q.again() ? "!" : ".").collect(Collectors.joining()))
                .isEqualTo(asked);
        assertThat(ended).isNotEqualTo(goesOn);
    }

    @Test
    void manyLinesAreCut() {
        assertThat(ServerText.visible("line\n".repeat(1000)).lines()).hasSize(30);
        assertThat(ServerText.visible("one\ntwo\n")).isEqualTo("one\ntwo");
    }
}
