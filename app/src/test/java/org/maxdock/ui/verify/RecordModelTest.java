package org.maxdock.ui.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.operation.RecordSigner;
import org.maxdock.store.Json;
import org.maxdock.store.RecordFile;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.Held;
import org.maxdock.ui.ModelBench;
import org.maxdock.ui.shared.Asks;
import org.maxdock.ui.shared.ProjectModel;
import org.maxdock.ui.shared.Undo;

/** What is done with records themselves. */
class RecordModelTest {

    @TempDir
    Path top;

    private final ModelBench bench = new ModelBench();
    private final ProjectModel project = new ProjectModel(bench.background(), new Json());
    private final Undo undo = new Undo(project);
    private final Asks asks = mock(Asks.class);
    private final RecordSigner signer = mock(RecordSigner.class);
    private RecordModel records;

    @BeforeEach
    void begin() throws Exception {
        when(signer.check(any())).thenReturn(List.of());
        when(asks.text(any(), any(), any())).thenReturn(Optional.empty());
        records = new RecordModel(
                bench.background(), project, undo, bench.texts(), asks, signer, new RecordFile(new Json()));
    }

    private void open(String folder, ImageRecord... all) throws Exception {
        project.open(Files.createDirectories(top.resolve(folder)));
        bench.settle();
        for (ImageRecord one : all) {
            project.edit(c -> c.withRecord(one));
        }
        bench.settleUntil(() -> project.records().size() == all.length);
    }

    @Test
    void aRecordIsForgottenOnlyIfThatIsMeant() throws Exception {
        ImageRecord a = VerifyModelTest.record("a", "1");
        open("recon", a);
        byte[] before = Files.readAllBytes(top.resolve("recon/maxdock.json"));
        records.forget(a);
        bench.settle();
        assertThat(top.resolve("recon/maxdock.json")).hasBinaryContent(before);
        when(asks.confirm(any(), any(), any())).thenReturn(true);
        records.forget(a);
        bench.settleUntil(() -> project.records().isEmpty());
        assertThat(project.records().stream().findFirst()).isEmpty();
        assertThat(Files.readString(top.resolve("recon/maxdock.json"))).doesNotContain("registry.example.org");
        bench.settleUntil(() -> undo.latestProperty().get().isPresent());
        undo.undo();
        bench.settleUntil(() -> project.records().equals(List.of(a)));
    }

    @Test
    void whatWasRecordedSinceIsNotReplacedByWhatWasForgotten() throws Exception {
        ImageRecord a = VerifyModelTest.record("a", "1");
        ImageRecord later = VerifyModelTest.record("a", "2");
        when(asks.confirm(any(), any(), any())).thenReturn(true);
        open("recon", a);
        records.forget(a);
        bench.settleUntil(() -> project.records().isEmpty());
        bench.settleUntil(() -> undo.latestProperty().get().isPresent());
        project.edit(now -> now.withRecord(later));
        undo.undo();
        project.get().change(now -> now);
        bench.settle();
        assertThat(project.records()).containsExactly(later);
    }

    @Test
    void whoSignedIsToldOfTheRecordsThatAreThere() throws Exception {
        ImageRecord a = VerifyModelTest.record("a", "1");
        var good = List.of(new RecordSigner.Checked("me", RecordSigner.Standing.GOOD, Optional.empty()));
        when(signer.check(eq(a))).thenReturn(good);
        open("recon", a);
        bench.settle();
        assertThat(records.signatures(a)).isEqualTo(good);
        open("other");
        assertThat(records.signatures(a)).isEmpty();
    }

    /** One of the same image that was taken over from elsewhere has signatures of its own. */
    @Test
    void aRecordInThePlaceOfAnotherIsNotToldAsSignedByThose() throws Exception {
        ImageRecord a = VerifyModelTest.record("a", "1");
        ImageRecord other = VerifyModelTest.record("a", "2");
        var good = List.of(new RecordSigner.Checked("me", RecordSigner.Standing.GOOD, Optional.empty()));
        when(signer.check(eq(a))).thenReturn(good);
        open("recon", a);
        bench.settle();
        Held held = new Held();
        when(signer.check(eq(other))).thenAnswer(held.answer(List.of()));
        project.edit(now -> now.withoutRecord(a.reference()).withRecord(other));
        bench.settleUntil(() -> project.records().equals(List.of(other)));
        held.awaitAsked();
        assertThat(records.signatures(other)).isEmpty();
        held.release();
        bench.settle();
        assertThat(records.signatures(other)).isEmpty();
    }

    @Test
    void aRecordIsHandedOnAndTakenOver() throws Exception {
        ImageRecord a = VerifyModelTest.record("a", "1");
        open("recon", a);
        Path file = top.resolve("handed.json");
        when(asks.text(any(), any(), any())).thenReturn(Optional.of(file.toString()));
        records.export(a);
        bench.settle();
        open("other");
        records.importRecord();
        bench.settleUntil(() -> project.records().size() == 1);
        assertThat(project.records().stream().findFirst()).contains(a);
    }

    /** As digest signers has it on the command line. */
    @Test
    void whoMustHaveSignedIsSetForTheProject() throws Exception {
        open("recon", VerifyModelTest.record("a", "1"));
        when(asks.text(any(), any(), eq(""), any())).thenReturn(Optional.of(" me@here, boss@desy.de\n"));
        records.demand();
        bench.settleUntil(() -> records.demanded().equals(List.of("me@here", "boss@desy.de")));
        assertThat(Files.readString(top.resolve("recon/maxdock.json"))).contains("boss@desy.de");
        when(asks.text(any(), any(), eq("me@here boss@desy.de"), any())).thenReturn(Optional.of("*"));
        records.demand();
        bench.settleUntil(() -> !bench.troubles().isEmpty());
        assertThat(records.demanded()).as("no pattern of names").hasSize(2);
        when(asks.text(any(), any(), eq("me@here boss@desy.de"), any())).thenReturn(Optional.of(" "));
        records.demand();
        bench.settleUntil(() -> records.demanded().isEmpty());
    }

    @Test
    void withoutAProjectNothingIsImported() {
        records.importRecord();
        assertThat(bench.troubles()).extracting(Trouble::kind).containsExactly(TroubleKind.NO_PROJECT);
    }
}
