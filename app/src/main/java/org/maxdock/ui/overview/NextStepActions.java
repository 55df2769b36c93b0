package org.maxdock.ui.overview;

import org.maxdock.ui.shared.Navigation;
import org.maxdock.ui.shared.NextStep;
import org.maxdock.ui.shared.Recording;

/** Does the next step, or goes to the page where it is done. */
public final class NextStepActions {

    private final Navigation navigation;
    private final Recording recording;
    private final Runnable openProject;
    private final Runnable ownProject;
    private final Runnable takeNode;

    /**
     * @param openProject asks for a folder and opens it
     * @param ownProject opens the user's own, for who has none
     * @param takeNode asks for what a node is to be taken, and takes it
     */
    public NextStepActions(
            Navigation navigation, Recording recording, Runnable openProject, Runnable ownProject, Runnable takeNode) {
        this.navigation = navigation;
        this.recording = recording;
        this.openProject = openProject;
        this.ownProject = ownProject;
        this.takeNode = takeNode;
    }

    /** @param image the one that is worked on; empty for none */
    void go(NextStep step, String image) {
        switch (step) {
            case CONNECT -> navigation.go("overview");
            case ENGINE -> takeNode.run();
            case PROJECT -> openProject.run();
            case IMAGE -> navigation.go("build");
            case RECORD -> recording.record(image);
            case PROVIDE -> navigation.go("images");
            case MAP -> navigation.go("mounts");
            case LAUNCH -> navigation.go("launch");
        }
    }

    /** The other way on, where a step has one: an image that exists is run. */
    void goOther(NextStep step) {
        if (step == NextStep.PROJECT) {
            ownProject.run();
        }
        navigation.go("images");
    }
}
