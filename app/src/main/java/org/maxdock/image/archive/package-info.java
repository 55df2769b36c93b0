/** Saved images, judged by what they hold and not by what they say. Only this room knows the layouts of archives. */
package org.maxdock.image.archive;
