package org.maxdock.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Place;

/**
 * Ways to fail, at a real SSH server, real files, and commands and an engine that answer as such do; what is done there
 * goes through the models of the pages: what the user reads, where, and that it is gone when the advice was followed.
 * Writes them as a table.
 */
@Timeout(300)
class WaysToFailTest {

    private static final int FEWEST = 60;

    /** Names of classes, and words that only this program has for something. */
    private static final Pattern INTERNAL = Pattern.compile(
            "Exception|Error:|\\bjava\\.|\\borg\\.|\\bnull\\b|\\{\\d|\\bmaxdock [a-z]+ |(?:bash|sh): |\\.\\.$|"
                    + "(?<!JSON that it should be \\()Unexpected char|(?<![\\w=-])--[a-z](?!ount)");

    @TempDir
    Path folder;

    private final Texts english = Texts.ofWindow(Locale.ENGLISH);
    private final Texts german = Texts.ofWindow(Locale.GERMAN);
    private final List<String> faults = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    @Test
    void eachIsToldInItsPlaceAndGoneWhenMended() throws Exception {
        try (FailingBench its = new FailingBench(folder)) {
            for (WayToFail way : new WaysOfThisMachine(its, folder).all()) {
                fail(its, way);
            }
            for (WayToFail way : new WaysToConnect(its.server).all()) {
                fail(its, way);
            }
            its.connected();
            WaysOfTheEngine engine = new WaysOfTheEngine(its);
            for (WayToFail way : engine.all()) {
                fail(its, way);
            }
            WaysOfTheCluster cluster = new WaysOfTheCluster(its);
            for (WayToFail way : cluster.all()) {
                fail(its, way);
            }
            for (ReadThere way : engine.readThere()) {
                fail(its, way);
            }
            for (ReadThere way : cluster.readThere()) {
                fail(its, way);
            }
        }
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target", "ways-to-fail.md"), table());
        assertThat(faults).isEmpty();
        assertThat(lines).hasSizeGreaterThanOrEqualTo(FEWEST);
    }

    @Test
    void whatIsCancelledHalfWayIsToldNowhere() throws Exception {
        try (FailingBench its = new FailingBench(folder);
                ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            its.server.configure("Host max-wgs", " Port " + silent.getLocalPort());
            its.connection.connect("max-wgs");
            its.bench.settleUntil(its.connection.connecting()::get);
            its.connection.cancelConnecting();
            its.bench.settle();
            assertThat(its.bench.background().troubles().at(Place.SERVER).get()).isNull();
            assertThat(its.troubles.currentProperty().get()).isNull();
            assertThat(its.troubles.history()).isEmpty();
        }
    }

    private void fail(FailingBench its, WayToFail way) throws Exception {
        way.before().go();
        its.perform(way.act());
        settleUntil( // what was open is closed first
                its,
                way,
                () -> its.bench.background().troubles().at(way.where()).get() != null);
        Trouble told = its.bench.background().troubles().at(way.where()).get();
        check(way.how(), told != null, "nothing is told in its place");
        if (told != null) {
            check(way.how(), told.kind() == way.kind(), "is told as " + told.kind() + " " + told.arguments());
            boolean above = way.where().pages().isEmpty();
            check(way.how(), (its.troubles.currentProperty().get() == told) == above, "is in the bar, or is not");
            texts(way, told);
        }
        int before = faults.size();
        way.mend().go();
        its.perform(way.act());
        settleUntil(
                its,
                way,
                () -> its.bench.background().troubles().at(way.where()).get() == null);
        Trouble left = its.bench.background().troubles().at(way.where()).get();
        check(way.how(), left == null, "is not gone: " + (left == null ? "" : english.what(left)));
        check(way.how(), its.troubles.currentProperty().get() == null, "the bar is not empty");
        Optional<TroubleModel.Happened> happened =
                its.troubles.history().stream().filter(h -> h.trouble() == told).findFirst();
        check(way.how(), happened.isPresent(), "is not in the history");
        check(
                way.how(),
                happened.filter(h -> its.troubles.fate(h) == TroubleModel.Fate.OVER)
                        .isPresent(),
                "is not over");
        if (told != null) {
            lines.add(row(way, told) + (faults.size() == before ? "yes |" : "no |"));
        }
    }

    private static void settleUntil(FailingBench its, WayToFail way, BooleanSupplier holds) {
        try {
            its.bench.settleUntil(holds);
        } catch (AssertionError e) {
            throw new AssertionError(way.how() + ": " + e.getMessage(), e);
        }
    }

    /** It is read where it happened, and nowhere else. */
    private void fail(FailingBench its, ReadThere way) throws Exception {
        int known = its.troubles.history().size();
        way.act().go();
        its.bench.settle();
        String read = way.read().get();
        check(way.how(), !read.isBlank(), "nothing is read there");
        check(way.how(), !INTERNAL.matcher(read).find(), "not for a user: " + read);
        check(way.how(), its.troubles.history().size() == known, "is told elsewhere too");
        int before = faults.size();
        way.mend().go();
        way.act().go();
        its.bench.settle();
        check(
                way.how(),
                way.read().get().isBlank(),
                "is not gone: " + way.read().get());
        lines.add("| " + (lines.size() + 1) + " | " + way.how() + " | " + way.where() + " | " + cell(read) + " | | | | "
                + (faults.size() == before ? "yes |" : "no |"));
    }

    private void check(String how, boolean holds, String otherwise) {
        if (!holds) {
            faults.add(how + ": " + otherwise);
        }
    }

    private void texts(WayToFail way, Trouble told) {
        for (Texts texts : List.of(english, german)) {
            String read = texts.explain(told);
            check(way.how(), !texts.mend(told).isBlank(), "no advice");
            check(way.how(), !INTERNAL.matcher(read).find(), "not for a user: " + read);
        }
    }

    private String row(WayToFail way, Trouble told) {
        return "| " + (lines.size() + 1) + " | " + way.how() + " | " + where(way.where()) + " | "
                + cell(english.what(told)) + " | " + cell(english.mend(told)) + " | " + cell(german.what(told)) + " | "
                + cell(german.mend(told)) + " | ";
    }

    private String where(Place place) {
        String page = place.pages().stream()
                .map(id -> english.get("ui.page." + id))
                .reduce((one, other) -> one + ", " + other)
                .orElse("above all pages");
        return page + ": " + place.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String cell(String text) {
        return text.strip().replace("|", "\\|").replaceAll("\\R", "<br>");
    }

    private List<String> table() {
        List<String> table = new ArrayList<>(List.of(
                "# Ways to fail",
                "",
                "| | provoked by | where | what is read | what to do | auf Deutsch | was zu tun ist "
                        + "| gone when mended |",
                "|---|---|---|---|---|---|---|---|"));
        table.addAll(lines);
        return table;
    }
}
