package org.maxdock.ui.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maxdock.generated.HostileValues;
import org.maxdock.generated.Samples;
import org.maxdock.generated.ScriptTrials;
import org.maxdock.generated.Sentence;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.launch.LaunchKind;
import org.maxdock.launch.LaunchPlan;
import org.maxdock.launch.RunMode;
import org.maxdock.slurm.Mark;
import org.maxdock.text.Printable;

/**
 * Every field of the form, with hostile texts, in a kind of launch that asks for it: what is wrong is told beside that
 * field, and what is taken is harmless in the script. More are tried with -Dgenerated.all=true.
 */
class HostileDraftTest {

    private static final boolean ALL = Boolean.getBoolean("generated.all");
    private static final long SEED = Long.getLong("generated.seed", System.nanoTime());
    private static final ImageRecord RECORD = Samples.of(ImageRecord.class);
    private static final Mark MARK = Mark.fresh();

    @TempDir
    Path folder;

    /** A draft with that text, of the first kind that asks for the field, or of the fresh one. */
    private static DraftValues draft(DraftField field, String text) {
        RunMode mode = field == DraftField.CLUSTER ? RunMode.DOCKERCLUSTER : RunMode.ME;
        LaunchKind.Name kind = Stream.of(LaunchKind.Name.values())
                .filter(k -> field.isAsked(k, mode, PlaceChoice.byDefault()))
                .findFirst()
                .orElseThrow();
        Map<DraftField, String> texts = new EnumMap<>(DraftValues.FRESH.texts());
        texts.put(DraftField.COMMAND, "true"); // a shell that is bash is started in another way
        texts.put(field, text);
        return new DraftValues(
                texts,
                kind,
                mode,
                PlaceChoice.byDefault(),
                false,
                new DraftMounts.Own(List.of()),
                DraftValues.FRESH.origin(),
                false);
    }

    /** What nobody sees is kept by none of them, wherever in the text it stands. */
    @ParameterizedTest
    @EnumSource
    void noFieldKeepsAControlCharacter(DraftField field) {
        for (int c = 1; c <= '\u009f'; c++) {
            if (Character.isISOControl(c) && c != '\n' && c != '\t') {
                String text = "/a" + Character.toString(c) + "b";
                String image =
                        field == DraftField.IMAGE ? text : RECORD.reference().toString();
                assertThat(DraftedLaunch.of(draft(field, text), image, List.of()))
                        .as("%s with %x", field, c)
                        .isInstanceOfSatisfying(Drafted.Wrong.class, wrong -> {
                            assertThat(wrong.field()).isEqualTo(field);
                            Sentence.isOne(field.word(), wrong.trouble());
                        });
            }
        }
        if (field == DraftField.DIRECTORY) {
            assertThat(DraftedLaunch.of(
                            draft(field, "/a\nb"), RECORD.reference().toString(), List.of()))
                    .isInstanceOf(Drafted.Wrong.class);
        }
    }

    @Test
    void everyFieldIsRefusedOrHarmless() throws Exception {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        ScriptTrials scripts = new ScriptTrials(Files.createDirectory(folder.resolve("scripts")));
        List<DraftField> taken = new ArrayList<>();
        for (DraftField field : DraftField.values()) {
            for (String text : HostileValues.someTexts(random, ALL ? 1000 : 12)) {
                DraftValues draft = draft(field, text);
                String image = field == DraftField.IMAGE
                        ? draft.text(field)
                        : RECORD.reference().toString();
                String what = field + "=" + Printable.line(text, 60);
                switch (DraftedLaunch.of(draft, image, List.of())) {
                    case Drafted.Wrong wrong -> {
                        assertThat(wrong.field()).as(what).isEqualTo(field);
                        Sentence.isOne(what, wrong.trouble());
                    }
                    case Drafted.Ready ready -> {
                        taken.add(field);
                        scripts.add(what, new LaunchPlan(ready.made(), RECORD, MARK));
                    }
                }
            }
        }
        assertThat(taken).contains(DraftField.COMMAND, DraftField.NAME);
        scripts.tryAll(random, ALL ? Integer.MAX_VALUE : 16);
    }
}
