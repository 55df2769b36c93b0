/**
 * The page that holds recorded images against what is there: images by places. Here alone it is known which verdict is
 * the latest of an image in a place, how old it is, and of which connection, project and record it was.
 */
package org.maxdock.ui.verify;
