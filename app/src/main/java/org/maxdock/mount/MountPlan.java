package org.maxdock.mount;

import java.util.List;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Valid;

/** Mappings that are kept together under a name. */
public record MountPlan(String name, List<Mapping> mappings) {

    /** Of mappings in a plan. */
    public static final int MOST = 1_000;

    private static final int LONGEST_NAME = 200;

    /** @throws InvalidValue where the name is no line, or one of the mappings none */
    public MountPlan {
        name = Valid.name("name", name, LONGEST_NAME);
        mappings = Valid.list("mappings", mappings, MOST);
    }
}
