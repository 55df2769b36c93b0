package org.maxdock.launch;

import org.maxdock.image.ImageRecord;

/**
 * A launch with the record of its image, ready to become a script.
 *
 * @param mark unique; the job carries it as its comment, so that it is found again
 */
public record LaunchPlan(Launch launch, ImageRecord record, String mark) {
}
