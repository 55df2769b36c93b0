package org.maxdock.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.Records;

/** What leftovers.sh says of containers and folders on a host. Any other line is left out. */
final class LeftoverLines {

    private static final int FIELDS = 7;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern FOLDER = Pattern.compile("/tmp/maxdock[.-][0-9]{1,10}[.-][A-Za-z0-9]{1,20}");

    private LeftoverLines() {}

    /**
     * Those that nobody uses. A container is used as long as its job is there and something of its launch runs on its
     * host; of one that does not say which launch that is, the job alone counts.
     *
     * @param jobs numbers of those in the queue; where one could not be read, none is known to have ended
     * @param files what the site's scripts keep for jobs, each for as long as its job is there
     */
    static WhatIsLeft read(String text, Records<String> jobs, JobFiles files) {
        Predicate<String> mayBeThere =
                job -> jobs.passedOver() > 0 || jobs.found().contains(job);
        List<Leftover> left = new ArrayList<>();
        int others = 0;
        for (String line : text.split("\n")) {
            String[] f = line.split(" ", FIELDS);
            if (f.length == FIELDS
                    && f[0].equals("container")
                    && ID.matcher(f[2]).matches()) {
                boolean inQueue = f[4].equals("-") || mayBeThere.test(f[4]);
                if (!inQueue || f[5].equals("no")) {
                    left.add(new Leftover.Container(NodeName.read(f[1]), f[2], f[3], f[6].strip()));
                }
            } else if (f.length == 3
                    && f[0].equals("others")
                    && ID.matcher(f[2]).matches()) {
                others++;
            } else if (f.length == 3
                    && f[0].equals("folder")
                    && FOLDER.matcher(f[2]).matches()) {
                left.add(new Leftover.Folder(NodeName.read(f[1]), f[2]));
            } else if (f.length == 3
                    && f[0].equals("kept")
                    && files.job(f[2]).filter(mayBeThere.negate()).isPresent()) {
                left.add(new Leftover.Folder(NodeName.read(f[1]), f[2]));
            }
        }
        return new WhatIsLeft(left, others, jobs.passedOver());
    }
}
