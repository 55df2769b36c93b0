package org.maxdock.ui.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Text without end takes no more room than was agreed. */
@Timeout(20)
class GrowingTextTest {

    private final GrowingText text = new GrowingText(1000);

    @Test
    void whatComesIsTakenOnce() throws Exception {
        text.append("one ");
        text.append("two");
        assertThat(text.take()).isEqualTo(new GrowingText.Piece("one two", 0));
        assertThat(text.take().isEmpty()).isTrue();
    }

    @Test
    void aPartIsTakenAndTheRestLater() throws Exception {
        text.append("ab\uD83D\uDE00cd");
        assertThat(text.take(3)).isEqualTo(new GrowingText.Piece("ab", 0));
        assertThat(text.take(3)).isEqualTo(new GrowingText.Piece("\uD83D\uDE00c", 0));
        assertThat(text.take(3)).isEqualTo(new GrowingText.Piece("d", 0));
        assertThat(text.take(3).isEmpty()).isTrue();
    }

    @Test
    void ofMuchTheLatestIsKept() throws Exception {
        text.append("x".repeat(900));
        text.append("y".repeat(600) + "end");
        GrowingText.Piece piece = text.take();
        assertThat(piece.text()).hasSize(1000).endsWith("yend");
        assertThat(piece.skipped()).isEqualTo(503);
    }

    @Test
    void noCharacterIsCutInTwo() throws Exception {
        text.append("\uD83D\uDE00".repeat(501) + "y");
        String kept = text.take().text();
        assertThat(kept.codePoints().filter(c -> c >= 0xD800 && c < 0xE000)).isEmpty();
    }

    @Test
    void whoBringsMoreThanCanBeShownWaits() throws Exception {
        Thread brings = Thread.ofVirtual().start(() -> {
            try {
                for (int i = 0; i < 100_000; i++) {
                    text.append("0123456789");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        long all = 0;
        while (brings.isAlive() || all < 1_000_000) {
            GrowingText.Piece piece = text.take();
            assertThat(piece.text().length()).isLessThanOrEqualTo(1000);
            assertThat(piece.skipped()).isLessThanOrEqualTo(1010);
            all += piece.text().length() + piece.skipped();
        }
        assertThat(all).isEqualTo(1_000_000);
    }

    @Test
    void nobodyWaitsForOneWhoHasGone() throws Exception {
        Thread brings = Thread.ofVirtual().start(() -> {
            try {
                for (int i = 0; i < 1000; i++) {
                    text.append("x".repeat(500));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        text.close();
        brings.join();
        assertThat(text.take().isEmpty()).isTrue();
    }
}
