/**
 * The only room where text becomes what a shell reads: quoting ({@link org.maxdock.host.shell.Shell}), reading what
 * people have quoted, one line that every login shell takes the same way ({@link org.maxdock.host.shell.AnyShell}), how
 * a script of ours is begun whatever start-up files do ({@link org.maxdock.host.shell.ScriptStart}), in which
 * environment ({@link org.maxdock.host.shell.Surroundings}), and what ends with a connection or clears up after itself.
 */
package org.maxdock.host.shell;
