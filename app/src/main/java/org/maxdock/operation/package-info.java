/**
 * What the window and the command line call: connect to a server, open a project, build, record, verify, mend, sign,
 * keep the job book. Each operation is here once, so that both do the same. Only this room knows how the rooms above
 * work together; it knows nothing of how anything is shown.
 */
package org.maxdock.operation;
