/**
 * A process that stands by while a connection is kept between calls, and lists what is there for calls to come: they
 * need not start up all of the program for a few lines. What it cannot do, a call does by itself, as ever.
 */
package org.maxdock.cli.standby;
