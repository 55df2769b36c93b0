package org.maxdock.launch;

import java.util.List;
import java.util.Optional;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.text.Trouble;

/** One thing that a preflight looks at; those of a preflight are put together in {@link Preflight} alone. */
interface LaunchCheck {

    /** What a trouble in it is told of: the last part of the keys {@code check.…} of the messages. */
    String subject();

    /**
     * What there is to say; nothing where it does not concern the launch.
     *
     * @param record of the image; empty where it was never recorded
     */
    List<PreflightCheck> check(Launch launch, Optional<ImageRecord> record) throws Trouble;
}
