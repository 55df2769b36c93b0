package org.maxdock.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.text.InvalidValue;

/** What SLURM calls jobs, nodes and partitions, and what is none of them. */
class SlurmTypesTest {

    private static final String MARK = "maxdock:00000000-0000-4000-8000-000000000001";

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "4711", "37_2", "12+1", "37_[3-9%2]", "37_[1,3,5...]", "37_[3,17,22,...%10]", "37_[0-30:2]"
            })
    void jobs(String text) {
        assertThat(new JobId(text)).hasToString(text);
        assertThat(JobId.read(text)).contains(new JobId(text));
        assertThat(new JobId(text).isOne()).isEqualTo(!text.contains("["));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " 1",
                "1 ",
                "-1",
                "1_",
                "1_x",
                "37.batch",
                "1;id",
                "1\n",
                "$(id)",
                "-u mxother",
                "37_[",
                "37_[]"
            })
    void whatIsNoJob(String text) {
        assertThat(JobId.read(text)).isEmpty();
        assertThatThrownBy(() -> new JobId(text)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void nodes() {
        assertThat(NodeName.all(List.of("max-wn[001-002]", "gpu1", "gpu1")))
                .extracting(NodeName::text)
                .containsExactly("max-wn001", "max-wn002", "gpu1");
        for (String bad : List.of("", "-x", "a b", "/etc/passwd", "a[1-2", "a$(id)", "a\n")) {
            assertThatThrownBy(() -> NodeName.all(List.of(bad))).as(bad).isInstanceOf(InvalidValue.class);
        }
    }

    @Test
    @Timeout(5)
    void namesOfNodesAreReadOnceFromLeftToRight() {
        assertThat(NodeNames.expand("x".repeat(50_000) + "[")).isEmpty();
        assertThat(NodeNames.expand("[".repeat(50_000))).isEmpty();
        assertThat(NodeNames.expand("a[1-9999999999],b")).containsExactly("b");
        assertThat(NodeNames.expand("a[000000001-999999999]")).hasSize(10_000);
        assertThat(NodeNames.expand("a[1-2,x,4],b[9-11]c")).containsExactly("a1", "a2", "a4", "b9c", "b10c", "b11c");
    }

    @Test
    void digitsAreThoseOfSlurmInEachLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("fa-IR"));
            assertThat(NodeNames.expand("n[01-02]")).containsExactly("n01", "n02");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void marksAreOursAndNothingElse() {
        Mark mark = new Mark(MARK);
        assertThat(Mark.read(MARK)).contains(mark);
        assertThat(Mark.named(mark.name())).contains(mark);
        assertThat(Mark.fresh()).isNotEqualTo(Mark.fresh());
        assertThat(mark.in("a " + Mark.fresh() + " b")).isEqualTo("a " + MARK + " b");
        for (String bad : List.of("", "maxdock:", "maxdock:x", MARK + "\n", MARK.toUpperCase(Locale.ROOT))) {
            assertThat(Mark.read(bad)).as(bad).isEmpty();
        }
    }

    @Test
    void partitionsAndTimes() {
        assertThat(Partitions.of("maxcpu,allcpu,maxcpu").names())
                .extracting(PartitionName::text)
                .containsExactly("maxcpu", "allcpu");
        assertThat(Partitions.of("maxcpu,allcpu")).hasToString("maxcpu,allcpu");
        assertThat(Partitions.of("")).isEqualTo(Partitions.DEFAULT);
        assertThat(Partitions.DEFAULT.isDefault()).isTrue();
        for (String bad : List.of("a b", "a,", ",a", "a,,b", "-a", "a\n", "$(id)", "a/b")) {
            assertThatThrownBy(() -> Partitions.of(bad)).as(bad).isInstanceOf(InvalidValue.class);
        }
        assertThatThrownBy(() -> new PartitionName("a,b")).isInstanceOf(InvalidValue.class);
        PartitionName first = new PartitionName("a");
        assertThat(Partitions.of("b").toggled(first)).isEqualTo(Partitions.of("b,a"));
        assertThat(Partitions.of("b,a").toggled(first)).isEqualTo(Partitions.of("b"));
        assertThat(new TimeLimit("1-2:3:4").duration()).contains(Duration.ofSeconds(93_784));
        assertThat(new TimeLimit("UNLIMITED").duration()).isEmpty();
        for (String bad : List.of("soon", " 1", "1\n", "1:2:3:4", "-1", "1-", "1;id")) {
            assertThatThrownBy(() -> new TimeLimit(bad)).as(bad).isInstanceOf(InvalidValue.class);
        }
    }

    /** A name that holds the separators must not be taken for a job of its own, nor end the list. */
    @Test
    void whatIsNoJobInAListIsPassedOverAndTold() throws Exception {
        JobFormat format = new JobFormat("|", ";");
        String good =
                String.join("|", "7", "RUNNING", "p", "1", "n1", "0", "1", "(null)", "me", "1", "N/A", "5", "7", "a");
        String forged = good.replace("7|", "7x|");
        String words = good.replace("|1|n1", "|many|n1");
        Records<Job> lines = JobLines.read(String.join(";\n", good, forged, words, "", ""), format);
        assertThat(lines.found()).extracting(j -> j.id().text()).containsExactly("7");
        assertThat(lines.passedOver()).isEqualTo(2);
        assertThat(JobLines.read(good + ";\n", format).passedOver()).isZero();
    }
}
