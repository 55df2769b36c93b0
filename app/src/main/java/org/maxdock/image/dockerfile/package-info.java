/** Reading Dockerfiles, and what is to be said of one before it is built. Only this room knows their grammar. */
package org.maxdock.image.dockerfile;
