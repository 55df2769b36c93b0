/**
 * The command line: a class for each command, which reads its options, calls operations and prints. Only this room
 * knows picocli. It knows nothing of the window, nor the window of it.
 */
package org.maxdock.cli;
