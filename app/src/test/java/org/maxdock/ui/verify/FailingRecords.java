package org.maxdock.ui.verify;

import java.util.Optional;
import org.maxdock.host.local.LocalHost;
import org.maxdock.operation.RecordSigner;
import org.maxdock.store.Json;
import org.maxdock.store.RecordFile;
import org.maxdock.ui.ProjectBench;
import org.maxdock.ui.WindowSide;
import org.maxdock.ui.shared.Place;
import org.maxdock.ui.shared.Undo;

/** What is done with records on the page that verifies, where their files and keys cannot be used. */
public final class FailingRecords {

    private final WindowSide side;
    private final RecordModel model;

    public FailingRecords(WindowSide side) {
        this.side = side;
        model = new RecordModel(
                side.at(Place.RECORDS),
                side.project(),
                new Undo(side.project()),
                side.bench().texts(),
                side.asks(),
                new RecordSigner(new LocalHost(), side.folder(), Optional.empty()),
                new RecordFile(new Json()));
    }

    public void importRecord(String file) {
        side.asks().is(file);
        model.importRecord();
    }

    public void sign(String key) {
        side.asks().is(key);
        model.sign(ProjectBench.record("r/i:1", "2026-01-01T00:00:00Z"));
    }
}
