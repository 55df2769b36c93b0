/**
 * What is around the pages: header, sidebar, the bar at the bottom, and what is said when something went wrong. Only
 * this package knows when a trouble is shown, and when it is gone.
 */
package org.maxdock.ui.shell;
