package org.maxdock.ui.shell;

import java.util.function.Supplier;

/**
 * One way to fail that is read in the very thing where it happened: a question, a log, a line of a tree.
 *
 * @param how how it is provoked, for the table
 * @param where where the user reads of it, for the table
 * @param act what the user does, before and after the mend
 * @param read what the user reads there; empty where nothing is wrong
 * @param mend what the advice says, done
 */
record ReadThere(String how, String where, WayToFail.Step act, Supplier<String> read, WayToFail.Step mend) {}
