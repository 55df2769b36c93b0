/**
 * Files that others read and write, too: each is read bounded, changed under a lock that other programs respect, and
 * written whole. Only this room knows how files are locked, replaced and compared; what is in them, it does not know.
 */
package org.maxdock.store.file;
