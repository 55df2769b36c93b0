/**
 * Where mappings are made: the host's folders, the container's, and the lines between them. The page works on one
 * subject ({@link org.maxdock.ui.mounts.MountSubject}): the project's plan, or the launch's own mappings; only here one
 * is copied to the other. Verdicts, engines' answers and folders are about what is shown now, and dropped where that
 * has changed.
 */
package org.maxdock.ui.mounts;
