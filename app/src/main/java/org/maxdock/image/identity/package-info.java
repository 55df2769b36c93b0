/**
 * What an image is called and what it is made of: references and digests as Docker reads them, identities, the records
 * of them, and how one is held against another. Only this room knows the grammar of names (distribution/reference) and
 * the text by which plain bash on a node compares an image with its record. What it is given by an engine or an archive
 * is a claim; what becomes a record is checked in its constructor, since records become parts of scripts.
 */
package org.maxdock.image.identity;
