package org.maxdock.cli;

import java.util.ArrayList;
import java.util.List;
import org.maxdock.text.Trouble;

/** Does the same with each of several things, as docker's commands do: one that fails keeps no other from it. */
final class OneByOne {

    /** What is done with one. */
    interface Act {
        void with(String one) throws Trouble;
    }

    private OneByOne() {}

    /**
     * What it was done with, which is all of them.
     *
     * @throws Trouble the last one, when all were tried; those before it are told by the console
     */
    static List<String> of(Console console, List<String> all, Act act) throws Trouble {
        List<String> done = new ArrayList<>();
        Trouble last = null;
        for (String one : all) {
            try {
                act.with(one);
                done.add(one);
            } catch (Trouble e) {
                if (last != null) {
                    console.trouble(last);
                }
                last = e;
            }
        }
        if (last != null) {
            if (!done.isEmpty()) {
                console.note("cli.done-with", String.join(", ", done));
            }
            throw last;
        }
        return done;
    }
}
