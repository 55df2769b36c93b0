package org.maxdock.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.LoginEnvironment;
import org.maxdock.host.Output;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Where records of squeue cannot be read, that a job is not among the others does not mean that it is not there. */
class UnreadJobsTest {

    private static final Pattern DRAWN = Pattern.compile("[0-9a-f]{16}");
    private static final Mark MARK = Mark.fresh();
    private static final Map<String, String> GOOD = Map.ofEntries(
            Map.entry("%i", "37"),
            Map.entry("%T", "RUNNING"),
            Map.entry("%P", "maxcpu"),
            Map.entry("%D", "1"),
            Map.entry("%R", "max-wn001"),
            Map.entry("%M", "0:10"),
            Map.entry("%l", "5:00"),
            Map.entry("%k", MARK.text()),
            Map.entry("%u", "me"),
            Map.entry("%L", "4:50"),
            Map.entry("%S", "N/A"),
            Map.entry("%Q", "1"),
            Map.entry("%A", "37"),
            Map.entry("%j", "tomo"));

    private final Host host = mock(Host.class);
    private final Slurm slurm =
            new Slurm(host, new LoginEnvironment("me", 1, 1, List.of(), List.of(), "wgs", Map.of()));
    private List<String> records = List.of();
    private String numbers = "";
    private Output scontrol = said(1, "", "slurm_load_jobs error: Invalid job id specified");

    private static Output said(int status, String text, String errors) {
        return new Output(status, text.getBytes(StandardCharsets.UTF_8), errors.getBytes(StandardCharsets.UTF_8));
    }

    @BeforeEach
    void squeue() throws Trouble {
        when(host.run(any())).thenAnswer(call -> {
            String asked = call.<Command>getArgument(0).script();
            Matcher drawn = DRAWN.matcher(asked);
            return asked.contains("scontrol") ? scontrol : said(0, drawn.find() ? written(drawn.group()) : numbers, "");
        });
    }

    /** As squeue writes the records, parted by the word that was drawn. */
    private String written(String drawn) {
        String field = "\u001f" + drawn + "\u001f";
        return records.stream()
                .map(r -> r.replace("|", field) + "\u001e" + drawn + "\u001e\n")
                .collect(Collectors.joining());
    }

    private static String record(String field, String value) {
        return Stream.of("%i", "%T", "%P", "%D", "%R", "%M", "%l", "%k", "%u", "%L", "%S", "%Q", "%A", "%j")
                .map(f -> f.equals(field) ? value : GOOD.get(f))
                .collect(Collectors.joining("|"));
    }

    /** One field of the job is what no number is, there are too few or too many, or nothing is whole. */
    static List<String> broken() {
        List<String> all = new ArrayList<>();
        for (String value : List.of("", "x", "-7", "1e9", "99999999999999999999", "٣")) {
            List.of("%i", "%D", "%Q", "%A").forEach(f -> all.add(record(f, value)));
        }
        all.addAll(Arrays.asList("x", "|", record("%j", "a|b"), record("", "").substring(4), "\u0001"));
        return all;
    }

    @ParameterizedTest
    @MethodSource("broken")
    void oneThatIsNotFoundMayBeOneOfThem(String broken) throws Trouble {
        String other = record("%k", "").replaceAll("(?<![0-9])37(?![0-9])", "38");
        records = List.of(other, broken, other);
        scontrol = said(0, "JobId=37 JobName=tomo\n JobState=RUNNING\n", "");
        assertThat(slurm.mine().found()).hasSize(2);
        assertThat(slurm.mine().passedOver()).isEqualTo(1);
        assertUnread(() -> slurm.find(MARK));
        assertUnread(() -> slurm.find(new JobId("37")));
        assertThat(slurm.find(new JobId("38"))).as("of those that can be read").isPresent();
        assertThat(slurm.seen(MARK)).isEmpty();
        records = List.of(other);
        assertThat(slurm.find(MARK)).as("all could be read").isEmpty();
        assertThat(slurm.find(new JobId("37"))).isEmpty();
    }

    private interface Question {
        Optional<Job> ask() throws Trouble;
    }

    private static void assertUnread(Question question) {
        Trouble trouble = catchThrowableOfType(Trouble.class, question::ask);
        assertThat(trouble).isNotNull();
        assertThat(trouble.kind()).isEqualTo(TroubleKind.ANSWER_UNREADABLE);
        assertThat(trouble.arguments().toString()).contains("squeue", "jobs.unread.one-of", "[1]");
    }

    /** SLURM is asked for the one alone: a record of another job keeps nobody from what has ended. */
    @ParameterizedTest
    @CsvSource({"COMPLETED, true", "CANCELLED, true", "RUNNING, false", "PENDING, false", "'', false", "x, false"})
    void whatHasEndedIsKnownToHaveAllTheSame(String state, boolean ended) throws Trouble {
        records = List.of("x");
        scontrol = said(0, "JobId=37 JobName=tomo JobState=" + state + "\n", "");
        if (ended) {
            assertThat(slurm.find(new JobId("37"))).isEmpty();
        } else {
            assertUnread(() -> slurm.find(new JobId("37")));
        }
    }

    @Test
    void whatSlurmHasForgottenHasEnded() throws Trouble {
        records = List.of("x");
        assertThat(slurm.find(new JobId("37"))).isEmpty();
    }

    @Test
    void numbersThatAreNoneAreCounted() throws Trouble {
        numbers = "37\nN/A\n38\n\n39_2\nsqueue: error\n";
        assertThat(slurm.numbers()).isEqualTo(new Records<>(List.of("37", "38"), 3));
    }
}
