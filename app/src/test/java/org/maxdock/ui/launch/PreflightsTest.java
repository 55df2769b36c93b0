package org.maxdock.ui.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.launch.Launch;
import org.maxdock.launch.PreflightCheck;
import org.maxdock.ui.Held;
import org.mockito.Mockito;

/** Who asks whether a launch would work is told, once, and about the project that is open then. */
class PreflightsTest {

    @TempDir
    Path folder;

    private LaunchBench bench;
    private final List<List<PreflightCheck>> told = new ArrayList<>();

    @BeforeEach
    void begin() throws Exception {
        bench = new LaunchBench(folder);
        bench.begin();
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    /** Listeners to one thing are called in an order that nobody chose. */
    @Test
    void whoHearsOfAnotherProjectFirstIsToldToo() throws Exception {
        Launch launch = bench.launch();
        bench.project.filled("two");
        Preflights late = new Preflights(
                bench.bench.background(),
                bench.connection.model(),
                bench.project.model(),
                bench.project.plans(),
                bench.launches);
        List<Preflights> asked = new ArrayList<>(List.of(late, bench.preflights));
        bench.project.model().projectProperty().addListener((o, was, is) -> {
            if (is != null) {
                asked.forEach(one -> one.look(launch, told::add));
            }
        });
        Preflights later = new Preflights( // hears of it after the question
                bench.bench.background(),
                bench.connection.model(),
                bench.project.model(),
                bench.project.plans(),
                bench.launches);
        asked.add(later);

        bench.project.open("two");
        bench.settle();

        assertThat(told).hasSize(3);
    }

    @Test
    void whoAskedAboutAProjectThatIsClosedIsNotTold() throws Exception {
        Held held = new Held();
        Mockito.doAnswer(held.answer(List.of()))
                .doReturn(List.of())
                .when(bench.launches)
                .preflight(any(), any(), any());
        bench.project.filled("two");
        bench.preflights.imagesChanged();
        bench.preflights.look(bench.launch(), told::add);
        held.awaitAsked();
        bench.project.model().open(folder.resolve("two"));
        bench.bench.settleUntil(() -> bench.project.model().get().folder().endsWith("two"));
        held.release();
        bench.settle();

        assertThat(told).isEmpty();
        assertThat(bench.bench.troubles()).isEmpty();
    }
}
