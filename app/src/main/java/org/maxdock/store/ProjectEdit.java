package org.maxdock.store;

import org.maxdock.text.Trouble;

/**
 * An edit of a project: what becomes of the contents that are there when its turn comes. It may be made more than once.
 */
public interface ProjectEdit {

    ProjectContents of(ProjectContents now) throws Trouble;
}
