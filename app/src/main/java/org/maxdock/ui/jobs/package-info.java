/**
 * The user's jobs: what is shown of each, what can be done with it, what of ended ones is still there, and what the
 * nodes of the cluster are doing. Only this package knows when SLURM is asked for that, and what news of jobs is told.
 */
package org.maxdock.ui.jobs;
