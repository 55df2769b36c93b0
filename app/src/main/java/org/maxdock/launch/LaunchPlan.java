package org.maxdock.launch;

import java.util.List;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.RecordSignature;
import org.maxdock.slurm.Mark;
import org.maxdock.text.InvalidValue;

/**
 * A launch with the record of its image, ready to become a script.
 *
 * @param mark unique; the job carries it as its comment, so that it is found again
 * @param demanded signatures under the record without which nothing starts; an empty one stands for one that is missing
 * @param ownNamespaces whether engines of the site are taken to give containers a user namespace of their own
 */
public record LaunchPlan(
        Launch launch, ImageRecord record, Mark mark, List<RecordSignature> demanded, boolean ownNamespaces) {

    /** @throws InvalidValue where its script could not do what the launch says */
    public LaunchPlan {
        demanded = List.copyOf(demanded);
        launch.container().passedOn().attended();
    }

    /** For a site as the site's page says it is. */
    public LaunchPlan(Launch launch, ImageRecord record, Mark mark, List<RecordSignature> demanded) {
        this(launch, record, mark, demanded, true);
    }

    /** Of which nobody demands that it was signed. */
    public LaunchPlan(Launch launch, ImageRecord record, Mark mark) {
        this(launch, record, mark, List.of());
    }

    /** A script that was made from a plan of the same launch, with this one's mark in the place of the other's. */
    public String marked(String script) {
        return mark.in(script);
    }

    /** Whether a script, which may have been edited, still holds what is there against the signatures. */
    public boolean holdsSigned(String script) {
        return script.contains(SignatureSteps.text(this));
    }
}
