package org.maxdock.ui.build;

import java.util.Optional;
import org.maxdock.image.context.BuildRequest;
import org.maxdock.image.identity.Identity;
import org.maxdock.operation.OpenProject;
import org.maxdock.ui.shared.Activity;

/**
 * A build, and what it was about.
 *
 * @param connection the number of the one it runs over
 * @param result its image; empty while there is none
 * @param activity to cancel it; empty while it is not begun
 */
record BuildRun(
        OpenProject project,
        long connection,
        BuildRequest request,
        BuildSteps steps,
        State state,
        Optional<Identity> result,
        Optional<Activity> activity) {

    /** How a build stands. */
    enum State {
        NONE,
        RUNNING,
        BUILT,
        FAILED,
        CANCELLED
    }

    BuildRun ended(State how, Optional<Identity> image) {
        return new BuildRun(project, connection, request, steps, how, image, activity);
    }

    BuildRun with(Optional<Activity> running) {
        return new BuildRun(project, connection, request, steps, state, result, running);
    }
}
