/**
 * A machine that commands run on: this one or one reached over SSH, which the rooms in this one know how to do; here is
 * what both are ({@link org.maxdock.host.Host}), and what is the same for both.
 *
 * <p>A command is a script of bash. It is begun after the start-up files of a login shell, since only these know a
 * site's settings, and it has begun when its mark is printed: what came before is nobody's answer
 * ({@link org.maxdock.host.ScriptStarter}). No input is sent before. Answers are read whole or not at all, files are
 * written whole or not at all ({@link org.maxdock.host.HostFiles}), everything that waits can be cancelled.
 */
package org.maxdock.host;
