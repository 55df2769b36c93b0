/**
 * The page of the engine's images: which there are, what each is held against its record, and what can be done with
 * them; the inside of an image, and what registries have. Here alone it is known which of them are chosen, however the
 * table is sorted, narrowed or read anew.
 */
package org.maxdock.ui.images;
