package org.maxdock.ui.shared;

import java.util.Optional;
import org.maxdock.operation.ConnectionState;
import org.maxdock.operation.ServerFacts;
import org.maxdock.text.Texts;

/** What stands in the place of jobs where the server is known to have no SLURM. */
public final class WithoutSlurm {

    private WithoutSlurm() {}

    /** Why there are no jobs, and what to do; empty where there is a SLURM, or nobody knows yet. */
    public static Optional<String> of(ConnectionState state, Texts texts) {
        return state.connected()
                .map(there -> there.facts().slurm())
                .filter(ServerFacts.NotThere.class::isInstance)
                .map(none -> none.trouble().map(texts::explain).orElseGet(() -> texts.get("ui.jobs.no-slurm")));
    }
}
