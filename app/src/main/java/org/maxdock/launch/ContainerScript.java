package org.maxdock.launch;

import java.util.List;

/**
 * What starts a container on a node, as steps of a launch script. Behind this stands Docker; another container tool
 * would be another implementation.
 */
public interface ContainerScript {

    /**
     * The steps: make sure that the image is there, that it is the recorded one, and run it. In them a function
     * {@code stop SENTENCE…} ends the job with status 3; {@code $tty} is {@code yes} when a person sits at a terminal.
     */
    List<ScriptStep> steps(LaunchPlan plan);

    /**
     * What runs beside these steps on each node of a job, as bash, until its standard input ends or SLURM ends the job:
     * it makes the folder that they use, notes what their containers use, and at its end removes the folder and
     * whatever containers of the step are left.
     */
    String guard(Launch launch);
}
