/**
 * The words for the user: messages and troubles by their kinds, in the bundles' languages, and text from outside that
 * is no UTF-8 or not to be trusted. Only this room knows the bundles. It knows no other room.
 */
package org.maxdock.text;
