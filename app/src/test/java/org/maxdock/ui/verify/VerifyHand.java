package org.maxdock.ui.verify;

import org.maxdock.image.identity.ImageReference;
import org.maxdock.ui.launch.LaunchBench;

/** The page of records beside the others: which image it shows, and the hand that chooses one. */
public final class VerifyHand {

    private final VerifyTable table;

    public VerifyHand(LaunchBench all) {
        NodesModel nodes = new NodesModel(all.bench.background(), all.connection.model(), all.cluster);
        table = new VerifyTable(all.connection.model(), all.project.model(), all.inHand, all.bench.texts(), nodes);
    }

    public void choose(String image) {
        table.choose(ImageReference.parse(image), "");
    }

    /** Empty for none. */
    public String shows() {
        return table.record().map(r -> r.reference().toString()).orElse("");
    }
}
