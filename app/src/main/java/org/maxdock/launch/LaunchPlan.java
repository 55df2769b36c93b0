package org.maxdock.launch;

import org.maxdock.image.identity.ImageRecord;
import org.maxdock.slurm.Mark;

/**
 * A launch with the record of its image, ready to become a script.
 *
 * @param mark unique; the job carries it as its comment, so that it is found again
 */
public record LaunchPlan(Launch launch, ImageRecord record, Mark mark) {

    /** A script that was made from a plan of the same launch, with this one's mark in the place of the other's. */
    public String marked(String script) {
        return mark.in(script);
    }
}
