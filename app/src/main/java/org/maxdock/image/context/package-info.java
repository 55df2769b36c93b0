/** What a build is sent: the files of a folder, here or on a server, less what .dockerignore names. */
package org.maxdock.image.context;
