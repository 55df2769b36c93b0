package org.maxdock.bench;

import java.util.List;

/** Rows of the table that are measured together. */
interface BenchCase {

    /** By which it is asked for; its rows begin with it. */
    String name();

    /** One line about it, with what limits it. */
    String about();

    /** Whether the program of the packages is needed, which takes minutes to make. */
    default boolean needsProgram() {
        return false;
    }

    List<Row> run(BenchPlace place) throws Exception;
}
