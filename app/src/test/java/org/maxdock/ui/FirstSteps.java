package org.maxdock.ui;

import java.util.concurrent.TimeoutException;
import org.testfx.api.FxRobot;

/** What comes first in every story: connect, build an image, record it and push it; by clicking. */
final class FirstSteps {

    private final FxRobot robot;
    private final Seen seen;

    FirstSteps(FxRobot robot, Seen seen) {
        this.robot = robot;
        this.seen = seen;
    }

    void connect() throws TimeoutException {
        robot.clickOn("#target").write("max-wgs");
        seen.click("Connect", "");
        seen.text("● mxuser@max-wgs");
        seen.text("This server");
    }

    void build(String image) throws TimeoutException {
        seen.click("Build", "sidebar-item");
        seen.type("#tag", image);
        seen.click("Build", "success");
        seen.await(() -> seen.shows(l -> l.startsWith("built ")));
    }

    void recordAndPush(String image) throws TimeoutException {
        seen.click("Images", "");
        seen.type("#filter", image.substring(image.lastIndexOf('/') + 1));
        robot.clickOn(image);
        seen.click("Record", "");
        seen.text("recorded");
        robot.clickOn(image);
        seen.click("Push", "");
        seen.await(() -> seen.shows(l -> l.contains(image.substring(0, image.lastIndexOf(':')) + "@sha256:")));
        // of one that was pushed before, by another name say, its digest there is known at once
        seen.await(() -> !seen.shows(l -> l.startsWith("Push " + image)));
    }
}
