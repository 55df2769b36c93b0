package org.maxdock.launch;

/** Docker on a node: bash, docker and coreutils are all it needs there; for a cluster also ssh-keygen, awk and ip. */
public final class DockerScript implements ContainerScript {

    @Override
    public String steps(LaunchPlan plan) {
        String image = ImageSteps.find(plan) + "\n" + ImageSteps.check(plan) + "\n";
        if (plan.launch().isCluster()) {
            return image + new ClusterRun(plan).text();
        }
        SingleRun run = new SingleRun(plan);
        return run.guard() + "\n" + image + run.text();
    }
}
