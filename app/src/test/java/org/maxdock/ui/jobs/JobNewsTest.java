package org.maxdock.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.JobId;
import org.maxdock.text.Message;

/** What is told of jobs: once, and nothing of what was there at the first look. */
class JobNewsTest {

    private final JobNews news = new JobNews();

    private static Job job(String id, String state, String left) {
        return new Job(
                new JobId(id),
                new JobId(id),
                "tomo",
                state,
                "maxcpu",
                1,
                state.equals("RUNNING") ? "n1" : "(Resources)",
                "1:00",
                "2:00:00",
                "maxdock:x",
                "me",
                left,
                "N/A",
                1);
    }

    @Test
    void startNearLimitAndEndAreToldOnce() {
        assertThat(news.of(List.of(job("1", "RUNNING", "1:00:00"), job("2", "PENDING", "2:00:00"))))
                .isEmpty();
        assertThat(news.of(List.of(job("1", "RUNNING", "4:59"), job("2", "RUNNING", "2:00:00"))))
                .extracting(Message::key)
                .containsExactly("ui.jobs.news.soon", "ui.jobs.news.started");
        assertThat(news.of(List.of(job("1", "RUNNING", "4:50"), job("2", "RUNNING", "1:59:00"))))
                .isEmpty();
        assertThat(news.of(List.of(job("2", "RUNNING", "1:58:00"))))
                .containsExactly(Message.of("ui.jobs.news.ended", "tomo", "1"));
    }

    @Test
    void anArrayOfWhichOneTaskStartsHasNotEnded() {
        news.of(List.of(job("7_[1-2]", "PENDING", "2:00:00")));
        assertThat(news.of(List.of(job("7_1", "RUNNING", "2:00:00"), job("7_[2]", "PENDING", "2:00:00"))))
                .extracting(Message::key)
                .containsExactly("ui.jobs.news.started");
        assertThat(news.of(List.of(job("7_2", "RUNNING", "2:00:00"))))
                .extracting(Message::key)
                .containsExactly("ui.jobs.news.started", "ui.jobs.news.ended");
        assertThat(news.of(List.of())).containsExactly(Message.of("ui.jobs.news.ended", "tomo", "7_2"));
    }
}
