package org.maxdock.lab;

import java.util.ArrayList;
import java.util.List;
import org.maxdock.mount.Mapping;

/** A large plan of the lab's folders, of all kinds. */
public final class FiftyMappings {

    private FiftyMappings() {}

    public static List<Mapping> plan() {
        List<String> paths = List.of(
                Lab.DATA,
                Lab.DATA + "/c20190101/raw/run01",
                Lab.DATA + "/c20190303/raw",
                Lab.DATA + "/c20190404/raw",
                "/beegfs/desy/user/mxuser",
                "/beegfs/desy/user/mxuser/none",
                "/home/mxuser",
                "/tmp",
                "/asap3",
                Lab.DATA + "/c20190202/raw");
        List<Mapping> plan = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            plan.add(new Mapping(paths.get(i % paths.size()) + (i >= 40 ? "/." : ""), "/m" + i, i % 2 == 0));
        }
        return plan;
    }
}
