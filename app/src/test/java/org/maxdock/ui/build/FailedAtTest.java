package org.maxdock.ui.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.maxdock.image.context.BuildFolder;
import org.maxdock.image.dockerfile.LineRange;

/** The lines by which a build failed are found in a text that is edited. */
class FailedAtTest {

    private static final long SEED = System.nanoTime();
    private static final BuildFolder FOLDER = new BuildFolder.Here(Path.of("/p"));

    private static String text(List<String> lines) {
        return String.join("\n", lines);
    }

    @Test
    void whereverElseIsEditedTheyAreTheSameLines() {
        Random random = new Random(SEED);
        for (int i = 0; i < 5_000; i++) {
            List<String> built = new ArrayList<>();
            for (int line = 0; line < 1 + random.nextInt(12); line++) {
                built.add("RUN " + random.nextInt(3)); // many are alike
            }
            int first = 1 + random.nextInt(built.size());
            int last = first + random.nextInt(built.size() - first + 1);
            List<String> failed = List.copyOf(built.subList(first - 1, last));
            FailedAt at = new FailedAt(FOLDER, text(built), new LineRange(first, last));
            List<String> now = new ArrayList<>(built);
            boolean above = random.nextBoolean();
            int from = above ? 0 : last;
            int to = above ? first - 1 : built.size();
            List<String> edited = now.subList(from, to);
            for (int change = 0; change < random.nextInt(4); change++) {
                if (random.nextBoolean() || edited.isEmpty()) {
                    edited.add(random.nextInt(edited.size() + 1), "RUN " + random.nextInt(3));
                } else {
                    edited.remove(random.nextInt(edited.size()));
                }
            }
            LineRange found = at.in(FOLDER, text(now)).orElseThrow(() -> new AssertionError("seed " + SEED));
            assertThat(now.subList(found.first() - 1, found.last()))
                    .as("seed %d", SEED)
                    .isEqualTo(failed);
        }
    }

    @Test
    void whoChangesThemMendsThem() {
        FailedAt at = new FailedAt(FOLDER, "a\nb\nc\nd\n", new LineRange(2, 3));
        assertThat(at.in(FOLDER, "a\nb\nC\nd\n")).isEmpty();
        assertThat(at.in(FOLDER, "a\nb\nx\nc\nd\n")).as("a line between them").isEmpty();
        assertThat(at.in(FOLDER, "a\nd\n")).isEmpty();
        assertThat(at.in(FOLDER, "")).isEmpty();
        assertThat(at.in(new BuildFolder.Here(Path.of("/q")), "a\nb\nc\nd\n"))
                .as("another folder's")
                .isEmpty();
        assertThat(at.in(FOLDER, "a\nb\nc\nd\nmore\n")).contains(new LineRange(2, 3));
        assertThat(at.in(FOLDER, "one\nmore\na\nb\nc\nd\n")).contains(new LineRange(4, 5));
    }
}
