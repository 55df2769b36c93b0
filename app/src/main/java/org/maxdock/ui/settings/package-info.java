/** The settings: appearance, language, the servers that one connects to, and accounts at registries. */
package org.maxdock.ui.settings;
