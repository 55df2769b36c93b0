package org.maxdock.image.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A signature is under every value of a record that a launch relies on: each of them is changed by itself, and the
 * statement is another one.
 */
class StatementTest {

    private static String statement(ImageRecord record) {
        return new String(record.statement(), StandardCharsets.UTF_8);
    }

    @Test
    void everyValueIsUnderTheSignature() throws Exception {
        ImageRecord record = ChangedRecords.record();
        Map<String, ImageRecord> all = ChangedRecords.of(record);
        assertThat(all.keySet())
                .contains("reference", "recordedAt", "identity.id", "identity.layers", "source.bases.id");
        all.forEach((place, other) -> assertThat(statement(other)).as(place).isNotEqualTo(statement(record)));
    }

    /**
     * What registries and files give a record later is under no signature: what they deliver is compared with the
     * content, which is. The other signatures and what was recorded before lead to nothing.
     */
    @Test
    void whatIsGivenLaterChangesNothingThatIsCompared() throws Exception {
        ImageRecord record = ChangedRecords.record();
        Map<String, ImageRecord> all = ChangedRecords.givenLater(record);
        assertThat(all.keySet()).containsExactlyInAnyOrderElementsOf(ChangedRecords.GIVEN_LATER);
        all.forEach((place, other) -> {
            assertThat(other).as(place).isNotEqualTo(record);
            assertThat(statement(other)).as(place).isEqualTo(statement(record));
            assertThat(other.content()).as(place).isEqualTo(record.content());
        });
    }

    /** What an earlier version signed, which kept no builder, holds still. */
    @Test
    void aBuilderThatIsNotKnownIsNoPartOfIt() {
        assertThat(statement(ChangedRecords.record())).contains("builder 25 BuildKit, docker 20.10.24\n");
        Source before = new Source("Dockerfile", "6".repeat(64), "", List.of(), List.of(), "/there", null);
        assertThat(statement(ChangedRecords.record().withSource(Optional.of(before))))
                .doesNotContain("builder");
    }

    @Test
    void whatIsSignedStaysAsItWasSignedWhenTheSameContentIsRecordedAgain() {
        ImageRecord signed = ChangedRecords.record().withSignature(new RecordSignature("me", "s"));
        Identity elsewhere = new Identity(
                List.of(),
                "sha256:" + "a".repeat(64),
                "sha256:" + "b".repeat(64),
                "",
                signed.identity().layers(),
                signed.identity().run(),
                signed.identity().platform());
        Source changed = new Source("Dockerfile", "9".repeat(64), "7".repeat(64), List.of(), List.of(), "/there", "");
        ImageRecord again = ImageRecord.of(signed.reference(), elsewhere, Instant.EPOCH, "h2", "u2")
                .withSource(Optional.of(changed)) // another comment in the Dockerfile, say
                .after(signed);
        assertThat(statement(again)).isEqualTo(statement(signed));
        assertThat(again.signatures()).isEqualTo(signed.signatures());
    }

    /** Of an engine that tells no digest of the configuration: who records anew has asked it, and is believed. */
    @Test
    void anIdThatSomebodyExchangedIsMendedByRecordingAnew() {
        Identity made = ChangedRecords.record().identity();
        Identity told =
                new Identity(List.of(), "sha256:" + "a".repeat(64), "", "", made.layers(), made.run(), made.platform());
        Identity exchanged =
                new Identity(List.of(), "sha256:" + "6".repeat(64), "", "", made.layers(), made.run(), made.platform());
        ImageRecord fresh = ImageRecord.of(ChangedRecords.record().reference(), told, Instant.EPOCH, "h", "u");
        ImageRecord theirs = ImageRecord.of(ChangedRecords.record().reference(), exchanged, Instant.EPOCH, "h", "u");
        assertThat(fresh.after(theirs).identity().id()).isEqualTo(told.id());
        assertThat(fresh.after(fresh)).isEqualTo(fresh);
    }
}
