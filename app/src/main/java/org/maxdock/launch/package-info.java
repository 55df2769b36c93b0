/**
 * A launch, the script that it becomes, and what is looked at before it starts. The record
 * {@link org.maxdock.launch.Launch} and all it holds validate themselves, so that nothing invalid can come from a form,
 * a command line or somebody's project file; kinds and places are closed sets, each with only its own fields. Only this
 * room writes job scripts: whatever it puts into one is quoted by {@code host.shell.Shell}, or is of a type whose
 * grammar holds nothing that a shell takes for its own.
 */
package org.maxdock.launch;
