/**
 * Everything that MaxDock keeps in files: the project, plans, runs, builds, settings, and what is special about the
 * site. Only this room knows what is in these files and how it is written (Jackson); whoever asks gets records that are
 * valid, or a trouble that says which entry of which file is not. How files are locked and replaced, its inner room
 * knows.
 */
package org.maxdock.store;
