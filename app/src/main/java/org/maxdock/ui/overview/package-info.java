/**
 * What one comes back to: kept launches and those of before, each a click away; the jobs; what the server has, as it
 * comes to be known; and before that the way to connect. It owns nothing: the connection, the project and the draft
 * have their owners elsewhere.
 */
package org.maxdock.ui.overview;
