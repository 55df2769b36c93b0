package org.maxdock.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.maxdock.slurm.JobId;

/** What there still is of a launch on the lab's server and nodes, as root sees it; each with its host before it. */
public final class LeftBehind {

    private static final List<String> HOSTS =
            Stream.concat(Stream.of("max-wgs"), Lab.NODES.stream()).toList();

    /** What the site's scripts keep of any job, those of other tests' too. */
    private static final String KEPT_BY_SITE = "folder .*(/tmp/docker/mxuser/|/data/netapp/docker/tmp/).*";

    private LeftBehind() {}

    /** The lines of {@code leftovers} without those. */
    public static List<String> ofOurs(String listed) {
        return listed.lines().filter(l -> !l.matches(KEPT_BY_SITE)).toList();
    }

    /** Containers of a launch by its name, files of its job's, and the job. */
    public static List<String> of(String launch, JobId job) {
        List<String> left = new ArrayList<>(containers("maxdock.launch=" + launch));
        String named =
                " -maxdepth 3 \\( -name '*[-_.]" + job + "' -o -name '*[-_.]" + job + "[-_.]*' \\) 2>/dev/null || true";
        HOSTS.forEach(h -> Lab.must(h, "find /tmp" + named).lines().forEach(l -> left.add(h + " " + l)));
        Lab.must("max-wgs", "find /data/netapp/docker/tmp /home/mxuser" + named)
                .lines()
                .forEach(l -> left.add("shared " + l));
        Lab.must("max-wgs", "squeue --noheader --name=" + launch).lines().forEach(l -> left.add("job " + l));
        return left;
    }

    /** @param label that they have, as NAME=VALUE */
    public static List<String> containers(String label) {
        List<String> left = new ArrayList<>();
        String all = "! command -v docker >/dev/null || docker ps --all --format '{{.Names}}' --filter 'label=" + label
                + "'";
        HOSTS.forEach(h -> Lab.must(h, all).lines().forEach(l -> left.add(h + " container " + l)));
        return left;
    }
}
