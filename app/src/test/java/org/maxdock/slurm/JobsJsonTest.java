package org.maxdock.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What SLURM of other versions answered; where each is from is in SOURCES.md beside them. */
class JobsJsonTest {

    @Test
    void numbersAsNumbers() throws Exception {
        Job job = read("squeue-21.08.5.json", 1684114921 + 3661).getFirst();
        assertThat(job)
                .isEqualTo(new Job(
                        new JobId("26515966"),
                        "job_name",
                        "RUNNING",
                        "hw-l",
                        1,
                        "cs75",
                        "1:01:01",
                        "21-00:00:00",
                        "",
                        "user1",
                        "20-22:58:59",
                        "2023-05-15T03:42:01",
                        1013));
    }

    @Test
    void anArrayThatWaits() throws Exception {
        Job job = read("squeue-21.08.5.json", 1684114921).getLast();
        assertThat(job)
                .isEqualTo(new Job(
                        new JobId("58948420_[1-10]"),
                        "some job name",
                        "PENDING",
                        "hw-m",
                        1,
                        "(Dependency)",
                        "0:00",
                        "23:59:00",
                        "",
                        "user1",
                        "23:59:00",
                        "N/A",
                        1368));
        assertThat(job.reason()).isEqualTo("Dependency");
    }

    @Test
    void whatHasEndedIsNotInTheQueue() throws Exception {
        assertThat(read("squeue-23.02.4.json", 1694675300))
                .containsExactly(new Job(
                        new JobId("52173767_1470"),
                        "id_3508:dtu_rng_regress:sim",
                        "PENDING",
                        "hw-m",
                        1,
                        "(JobHeldUser)",
                        "0:00",
                        "2:00:00",
                        "",
                        "user1",
                        "2:00:00",
                        "N/A",
                        0));
    }

    @Test
    void statesAsLists() throws Exception {
        List<Job> jobs = read("jobs-25.05.json", 1787212927 + 59);
        assertThat(jobs).extracting(j -> j.id().text()).containsExactly("62377", "62332", "62400");
        assertThat(jobs).extracting(Job::state).containsExactly("RUNNING", "PENDING", "RUNNING");
        assertThat(jobs).extracting(Job::where).containsExactly("jupiter", "()", "gpu[01-02]");
        assertThat(jobs).extracting(Job::nodes).containsExactly(1, 0, 2);
        assertThat(jobs.getFirst().used()).isEqualTo("0:59");
    }

    @Test
    void noLimitAndWhatIsNotSet() throws Exception {
        List<Job> jobs = new JobsJson(Instant.EPOCH, ZoneOffset.UTC).read("""
                {"jobs": [{"job_id": 3, "job_state": ["RUNNING", "POWER_UP_NODE"], "time_limit": {"set": true, \
                "infinite": false, "number": 5}},
                          {"job_id": 1, "job_state": ["RUNNING", "COMPLETING"], "time_limit": {"set": false, \
                "infinite": true, "number": 0}},
                          {"job_id": {"set": true, "infinite": false, "number": 2}, "job_state": "PENDING", \
                "time_limit": {"set": false, "infinite": false, "number": 0}, "comment": null}]}""");
        assertThat(jobs).extracting(j -> j.id().text()).containsExactly("3", "1", "2");
        assertThat(jobs).extracting(Job::state).containsExactly("RUNNING", "COMPLETING", "PENDING");
        assertThat(jobs).extracting(Job::limit).containsExactly("5:00", "UNLIMITED", "n/a");
        assertThat(jobs).extracting(Job::left).containsExactly("5:00", "UNLIMITED", "n/a");
    }

    private static List<Job> read(String name, long now) throws Exception {
        try (var in = JobsJsonTest.class.getResourceAsStream(name)) {
            return new JobsJson(Instant.ofEpochSecond(now), ZoneOffset.ofHours(2))
                    .read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
