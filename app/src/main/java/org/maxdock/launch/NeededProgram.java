package org.maxdock.launch;

import java.util.List;
import org.maxdock.text.Valid;

/**
 * A program that a container needs, and where in its image it may be.
 *
 * @param name as it is called, with or without a folder
 * @param places absolute paths of the image, in the order in which they count
 * @param certain whether it is missing where it is in none of them; else it may also come from elsewhere
 */
record NeededProgram(String name, List<String> places, boolean certain) {

    private static final int MOST = 200;

    /** @throws org.maxdock.text.InvalidValue where a place is no path of an image */
    NeededProgram {
        name = Valid.text("program", name, Valid.LONG);
        places = Valid.list("program", places, MOST);
        places.forEach(place -> Valid.text("program", place, 2 * Valid.LONG));
    }
}
