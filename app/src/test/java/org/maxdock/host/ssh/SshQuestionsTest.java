package org.maxdock.host.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.host.Cancellation;

class SshQuestionsTest {

    private final LoginRules rules = mock(LoginRules.class);
    private final Person person = Person.answering("123456");
    private final SshQuestions questions = new SshQuestions(
            person, new Asker("you@server", Optional.empty()), new Guard(new Cancellation()), new LoginRecord(), rules);

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

    @Test
    void manyLinesAreCut() {
        assertThat(ServerText.visible("line\n".repeat(1000)).lines()).hasSize(30);
        assertThat(ServerText.visible("one\ntwo\n")).isEqualTo("one\ntwo");
    }
}
