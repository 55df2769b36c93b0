/** This machine: the only room that knows ProcessBuilder and pty4j, and this machine's display. */
package org.maxdock.host.local;
