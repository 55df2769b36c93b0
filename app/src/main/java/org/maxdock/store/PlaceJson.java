package org.maxdock.store;

import com.fasterxml.jackson.databind.util.StdConverter;
import java.util.List;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Partitions;
import org.maxdock.slurm.TimeLimit;

/**
 * Where a launch runs, as files hold it.
 *
 * @param here on the workgroup server; all else is then left aside
 * @param job in that job, where it is not empty; all else is then left aside
 */
record PlaceJson(
        Partitions partition,
        Integer nodes,
        TimeLimit time,
        int cpus,
        String constraint,
        List<String> more,
        boolean here,
        String job) {

    private static PlaceJson without(boolean here, String job) {
        return new PlaceJson(Partitions.DEFAULT, 1, TimeLimit.DEFAULT, 0, "", List.of(), here, job);
    }

    /** To write one. */
    static final class Writer extends StdConverter<LaunchPlace, PlaceJson> {
        @Override
        public PlaceJson convert(LaunchPlace place) {
            return switch (place) {
                case LaunchPlace.OnServer here -> without(true, "");
                case LaunchPlace.InJob there -> without(false, there.job().text());
                case LaunchPlace.Allocation asked ->
                    new PlaceJson(
                            asked.partition(),
                            asked.nodes(),
                            asked.time(),
                            asked.cpus(),
                            asked.constraint(),
                            asked.more(),
                            false,
                            "");
            };
        }
    }

    /** To read one. */
    static final class Reader extends StdConverter<PlaceJson, LaunchPlace> {
        @Override
        public LaunchPlace convert(PlaceJson json) {
            if (json.here()) {
                return new LaunchPlace.OnServer();
            }
            if (json.job() != null && !json.job().isEmpty()) {
                return new LaunchPlace.InJob(new JobId(json.job()));
            }
            return new LaunchPlace.Allocation(
                    json.partition(),
                    json.nodes() == null ? 1 : json.nodes(),
                    json.time(),
                    json.cpus(),
                    json.constraint(),
                    json.more());
        }
    }
}
