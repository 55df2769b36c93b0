/**
 * One question to many nodes at once, in one job step: which images they have, what their engines say to mappings, what
 * a job has there; and bringing images to them. Only this room knows the short scripts that run on nodes and the lines
 * that they answer with; a line of a node that nobody asked is passed over.
 */
package org.maxdock.node;
