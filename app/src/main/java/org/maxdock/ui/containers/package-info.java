/**
 * The containers of the workgroup server's engine: the list, the chosen one as it goes on, its log, and what can be
 * done with it. Only this package knows what of that is asked before it is done.
 */
package org.maxdock.ui.containers;
