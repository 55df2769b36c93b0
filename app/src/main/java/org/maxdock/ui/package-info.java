/**
 * The window, put together in {@link org.maxdock.ui.Window} from top to bottom: operations, what pages share, the model
 * of each page, its view. A model holds every rule of its page and is tested without a screen; a view shows it and
 * passes clicks on. Only this room knows JavaFX; it calls operations and nothing below them.
 */
package org.maxdock.ui;
