/**
 * The terminals: each a tab with a state of its own, which outlives the connection where what runs in it does. Only
 * this package knows the terminal widget, and when a terminal counts as lost, as ended, or as coming back.
 */
package org.maxdock.ui.terminals;
