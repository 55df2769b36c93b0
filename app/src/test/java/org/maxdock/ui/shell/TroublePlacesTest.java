package org.maxdock.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maxdock.operation.Desktop;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.ConnectionBench;
import org.maxdock.ui.ModelBench;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.Place;
import org.maxdock.ui.shared.Question;

/** What went wrong is told beside what it is about, until that is mended, and can be looked up afterwards. */
class TroublePlacesTest {

    private final Trouble trouble = new Trouble(TroubleKind.NO_SUCH_JOB, "7");

    private final ModelBench bench = new ModelBench();
    private final ConnectionBench connection = new ConnectionBench(bench);
    private final Background background = bench.background();
    private final TroubleModel troubles = new TroubleModel(
            connection.model(), background, bench.texts(), bench.navigation(), mock(Desktop.class), Path.of("log"));

    TroublePlacesTest() {
        background.onTrouble(troubles::show);
    }

    private Trouble at(Place place) {
        return background.troubles().at(place).get();
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void itIsToldInItsPlaceOrAboveAllPagesNeverInBoth(Place place) {
        background.at(place).trouble(trouble);
        assertThat(at(place)).isSameAs(trouble);
        boolean above = place.pages().isEmpty();
        assertThat(troubles.currentProperty().get()).isEqualTo(above ? trouble : null);
        TroubleModel.Happened happened = troubles.history().getFirst();
        assertThat(troubles.isStill(happened)).isTrue();
        assertThat(happened.page()).isEqualTo(place.pages().stream().findFirst());
        background.at(place).mended();
        assertThat(at(place)).isNull();
        assertThat(troubles.currentProperty().get()).isNull();
        assertThat(troubles.isStill(happened)).isFalse();
        assertThat(troubles.history()).containsExactly(happened);
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void onAPageItStaysWhenThatIsTurned(Place place) {
        background.at(place).trouble(trouble);
        bench.navigation().go("images");
        bench.navigation().go("jobs");
        assertThat(at(place)).isEqualTo(place.pages().isEmpty() ? null : trouble);
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void aTurnedPageOrACrossIsNoMend(Place place) {
        background.at(place).trouble(trouble);
        TroubleModel.Happened happened = troubles.history().getFirst();
        bench.navigation().go("images");
        assertThat(troubles.fate(happened))
                .isEqualTo(place.pages().isEmpty() ? TroubleModel.Fate.PUT_AWAY : TroubleModel.Fate.STILL);
        background.troubles().putAway(place);
        assertThat(troubles.fate(happened)).isEqualTo(TroubleModel.Fate.PUT_AWAY);
        background.at(place).mended();
        assertThat(troubles.fate(happened)).isEqualTo(TroubleModel.Fate.OVER);
    }

    @Test
    void whatStandsInNoPlaceIsOverWhenItsWorkIsBegunAgain() {
        background.act(
                "pull",
                a -> {
                    throw trouble;
                },
                () -> {});
        bench.settle();
        TroubleModel.Happened happened = troubles.history().getFirst();
        bench.navigation().go("images");
        assertThat(troubles.fate(happened)).isEqualTo(TroubleModel.Fate.PUT_AWAY);
        background.act("push", a -> {}, () -> {});
        bench.settle();
        assertThat(troubles.fate(happened)).isEqualTo(TroubleModel.Fate.PUT_AWAY);
        background.act("pull", a -> {}, () -> {});
        bench.settle();
        assertThat(troubles.fate(happened)).isEqualTo(TroubleModel.Fate.OVER);
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void whatAnotherStandsInThePlaceOfIsNotOverByThat(Place place) {
        Question<String> failing = new Question<>(background.at(place), () -> "");
        failing.ask(
                (about, a) -> {
                    throw trouble;
                },
                done -> {});
        bench.settle();
        TroubleModel.Happened happened = troubles.history().getFirst();
        background.at(place).trouble(new Trouble(TroubleKind.NO_SUCH_JOB, "8"));
        assertThat(troubles.fate(happened)).isEqualTo(TroubleModel.Fate.PUT_AWAY);
        failing.ask((about, a) -> "", done -> {});
        bench.settle();
        assertThat(troubles.fate(happened)).isEqualTo(TroubleModel.Fate.OVER);
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void whatIsOfAServerIsOverWithItsConnection(Place place) {
        connection.connect();
        background.at(place).trouble(trouble);
        connection.disconnect();
        assertThat(at(place)).isEqualTo(place.isOfServer() ? null : trouble);
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void whatComesOfALossIsToldInNoPlace(Place place) {
        connection.connect();
        connection.lose();
        Trouble silent = new Trouble(TroubleKind.SLURM_SILENT, "x");
        background.at(place).trouble(silent);
        if (!place.pages().isEmpty()) {
            assertThat(at(place)).isNull();
        }
        assertThat(troubles.currentProperty().get().kind()).isEqualTo(TroubleKind.CONNECTION_COMES_BACK);
    }

    @Test
    void thatThereIsNoConnectionGoesWithOneWhereverItIsSaid() {
        connection.model().at(Place.PLAN).run("x", a -> "", done -> {});
        assertThat(at(Place.PLAN).kind()).isEqualTo(TroubleKind.NOT_CONNECTED);
        connection.connect();
        assertThat(at(Place.PLAN)).isNull();
    }

    @Test
    void anActThatIsBegunAgainTakesItAwayAndSmallOnesTakeTheirOwn() {
        Background jobs = background.at(Place.JOBS);
        jobs.act(
                "cancel the job",
                a -> {
                    throw trouble;
                },
                () -> {});
        bench.settle();
        background.at(Place.IMAGES).act("elsewhere", a -> {}, () -> {});
        jobs.quietly(a -> {}, () -> {});
        bench.settle();
        assertThat(at(Place.JOBS)).isSameAs(trouble);
        jobs.act("cancel the job", a -> {}, () -> {});
        assertThat(at(Place.JOBS)).isNull();
        bench.settle();
        jobs.quietly(
                a -> {
                    throw trouble;
                },
                () -> {});
        bench.settle();
        assertThat(at(Place.JOBS)).isSameAs(trouble);
        jobs.quietly(a -> {}, () -> {});
        bench.settle();
        assertThat(at(Place.JOBS)).isNull();
    }

    @Test
    void aQuestionTakesAwayWhatItWasToldItselfAndNothingElse() {
        Question<String> failing = new Question<>(background.at(Place.JOBS), () -> "");
        Question<String> other = new Question<>(background.at(Place.JOBS), () -> "");
        failing.ask(
                (about, a) -> {
                    throw trouble;
                },
                done -> {});
        bench.settle();
        other.ask((about, a) -> "", done -> {});
        bench.settle();
        assertThat(at(Place.JOBS)).isSameAs(trouble);
        failing.ask((about, a) -> "", done -> {});
        bench.settle();
        assertThat(at(Place.JOBS)).isNull();
    }

    @Test
    void whatTheUserCancelledIsToldNowhere() {
        background.at(Place.JOBS).trouble(new Trouble(TroubleKind.CANCELLED));
        assertThat(at(Place.JOBS)).isNull();
        assertThat(troubles.history()).isEmpty();
    }

    @Test
    void theHistoryLeadsToThePage() {
        background.at(Place.BUILD).trouble(trouble);
        background.at(Place.PROJECT).trouble(new Trouble(TroubleKind.FOLDER_GONE, "/p"));
        assertThat(troubles.canGoTo(troubles.history().getFirst())).isFalse();
        assertThat(troubles.canGoTo(null)).isFalse();
        troubles.goTo(troubles.history().getLast());
        assertThat(bench.navigation().pageProperty().get()).isEqualTo("build");
    }

    @Test
    void anotherNameOfTheServerIsNotYetWrong() {
        background.at(Place.SERVER).trouble(trouble);
        connection.model().targetProperty().set("max-wgs");
        assertThat(at(Place.SERVER)).isNull();
        background.at(Place.SERVER).trouble(trouble);
        connection.model().keyProperty().set("~/.ssh/id_ed25519");
        assertThat(at(Place.SERVER)).isNull();
    }
}
