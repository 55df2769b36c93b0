/**
 * What an image is made of, looked into without running it, and what is done with images. Identity, archives, build
 * contexts and Dockerfiles have rooms of their own within it, which know nothing of this one.
 */
package org.maxdock.image;
