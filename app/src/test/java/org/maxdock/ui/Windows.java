package org.maxdock.ui;

import org.maxdock.text.Trouble;
import org.testfx.util.WaitForAsyncUtils;

/** How a test leaves its window. */
final class Windows {

    private Windows() {}

    /** As who closes the program: what is still to be written is on disk afterwards, and its folder can go. */
    static void end(OpenWindow window) throws Trouble {
        WaitForAsyncUtils.waitForAsyncFx(10_000, window::disconnect);
        window.close();
    }
}
