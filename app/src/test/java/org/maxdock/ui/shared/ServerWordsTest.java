package org.maxdock.ui.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerWordsTest {

    private final ServerWords words = new ServerWords(Runnable::run);

    @Test
    void whatIsSaidStandsUntilTheLoginHasEnded() {
        words.say("one");
        words.say("two");
        assertThat(words.textProperty().get()).isEqualTo("one\ntwo");
        words.settle();
        assertThat(words.textProperty().get()).isEmpty();
    }

    /** Twenty messages of thirty lines would leave nothing of the page. */
    @Test
    void ofMuchTheLastIsSeen() {
        for (int i = 1; i <= 20; i++) {
            words.say("line\n".repeat(30) + "message " + i);
        }
        assertThat(words.textProperty().get().lines()).hasSize(12).last().isEqualTo("message 20");
    }
}
