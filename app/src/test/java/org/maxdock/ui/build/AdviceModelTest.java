package org.maxdock.ui.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maxdock.host.Cancellation;
import org.maxdock.image.dockerfile.Advice;
import org.maxdock.operation.BuildOperations;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.ModelBench;
import org.maxdock.ui.ModelConnection;
import org.maxdock.ui.ModelPause;

/** Advice comes at once; what the server's docker says comes when the text rests, and is about no other text. */
class AdviceModelTest {

    private final ModelBench bench = new ModelBench();
    private final ModelConnection connection = new ModelConnection(bench);
    private final BuildOperations builds = mock(BuildOperations.class);
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final Deque<Runnable> resting = new ArrayDeque<>();
    private final BooleanProperty building = new SimpleBooleanProperty();
    private long now = 1;
    private AdviceModel model;

    private static Advice says(String rule) {
        return new Advice(1, rule, Message.of("advice." + rule));
    }

    @BeforeEach
    void begin() throws Exception {
        when(builds.advice(anyString())).thenAnswer(call -> List.of(says("own " + call.getArgument(0))));
        when(builds.checked(anyString(), any()))
                .thenAnswer(call -> Optional.of(List.of(says("docker " + call.getArgument(0)))));
        model = new AdviceModel(
                bench.background(),
                connection.model(),
                builds,
                text.getReadOnlyProperty(),
                building,
                act -> {
                    resting.clear();
                    resting.add(act);
                },
                () -> now);
    }

    private void rest() {
        while (!resting.isEmpty()) {
            resting.poll().run();
            now += 1500;
        }
        bench.settle();
    }

    private List<String> rules() {
        return model.advice().stream().map(Advice::rule).toList();
    }

    private void type(String dockerfile) {
        text.set(dockerfile);
        bench.settle();
    }

    @Test
    void dockerIsAskedWhenTheTextRests() throws Exception {
        connection.connect();
        type("a");
        assertThat(rules()).containsExactly("own a");
        verify(builds, never()).checked(any(), any());
        rest();
        assertThat(rules()).containsExactly("docker a");
    }

    /** It asks registries each time. */
    @Test
    void dockerIsAskedOfATextOnceAndOnlyNowAndThen() throws Exception {
        connection.connect();
        type("a");
        rest();
        long first = now;
        type("b");
        resting.poll().run();
        bench.settle();
        verify(builds, never()).checked(eq("b"), any());
        rest();
        assertThat(now - first).isBetween(8_000L, 15_000L);
        assertThat(rules()).containsExactly("docker b");
        now += 60_000;
        type("b ");
        type("b");
        assertThat(rules()).containsExactly("own b");
        rest();
        assertThat(rules()).containsExactly("docker b");
        verify(builds, times(2)).checked(any(), any());
    }

    @Test
    void whileSomethingIsBuiltDockerIsNotAsked() throws Exception {
        connection.connect();
        building.set(true);
        type("a");
        rest();
        verify(builds, never()).checked(any(), any());
        building.set(false);
        bench.settle();
        rest();
        assertThat(rules()).containsExactly("docker a");
    }

    @Test
    void withoutAServerNobodyIsAsked() throws Exception {
        type("a");
        rest();
        assertThat(rules()).containsExactly("own a");
        verify(builds, never()).checked(any(), any());
    }

    @Test
    void whatItSaysOfATextThatHasChangedIsDroppedAndCancelled() throws Exception {
        ModelPause pause = new ModelPause();
        AtomicReference<Cancellation> asked = new AtomicReference<>();
        when(builds.checked(eq("a"), any())).thenAnswer(call -> {
            asked.set(call.getArgument(1));
            return pause.then(Optional.of(List.of(says("docker a"))));
        });
        connection.connect();
        type("a");
        resting.poll().run();
        text.set("b");
        pause.end();
        bench.settle();
        assertThat(rules()).containsExactly("own b");
        assertThat(asked.get())
                .satisfiesAnyOf(
                        c -> assertThat(c).isNull(),
                        c -> assertThat(c.isCancelled()).isTrue());
        rest();
        assertThat(rules()).containsExactly("docker b");
    }

    @Test
    void aRestThatIsOverIsNone() throws Exception {
        connection.connect();
        type("a");
        Runnable late = resting.poll();
        text.set("b");
        late.run();
        bench.settle();
        verify(builds, never()).checked(any(), any());
    }

    @Test
    void whereDockerSaysNothingTheAdviceStays() throws Exception {
        when(builds.checked(anyString(), any())).thenThrow(new Trouble(TroubleKind.ANSWER_UNREADABLE, "docker", "x"));
        connection.connect();
        type("a");
        rest();
        assertThat(rules()).containsExactly("own a");
        assertThat(bench.troubles()).isEmpty();
    }
}
