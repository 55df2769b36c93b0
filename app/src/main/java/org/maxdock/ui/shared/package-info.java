/**
 * What pages have in common: background work and questions whose late answers are dropped, the connection, the project
 * and the settings as models, the way about the window, and the small controls that all views are made of.
 */
package org.maxdock.ui.shared;
