/**
 * Mappings of host folders into containers, plans of several, what the engine will say to each, and the folder to map
 * instead where it would refuse. Only this room knows root squash, permissions on the way to a folder, and how an
 * answer of the engine reads. A mapping holds any text that a command line can carry: whether Docker takes it is for
 * the check to say, with the reason.
 */
package org.maxdock.mount;
