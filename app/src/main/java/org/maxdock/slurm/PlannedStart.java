package org.maxdock.slurm;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maxdock.host.Command;
import org.maxdock.host.Output;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Valid;

/**
 * When and where a job would start.
 *
 * @param at by the workgroup server's clock
 * @param until how long that is from now
 * @param nodes as SLURM writes them, such as max-wn[001-002]
 */
public record PlannedStart(LocalDateTime at, Duration until, String nodes) {

    private static final Pattern SAID =
            Pattern.compile("to start at (\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d).* on (?:nodes? )?(\\S+)");

    /** Asks SLURM, which submits nothing (sbatch(1), --test-only); empty where it does not say. */
    static Optional<PlannedStart> of(List<String> options, SlurmCommands commands) throws Trouble {
        List<String> words = new ArrayList<>(List.of("--test-only"));
        words.addAll(options);
        words.add("--wrap=true");
        Output output = commands.run(
                Command.script("sbatch \"$@\"; status=$?; date +%FT%T; exit $status", words.toArray(String[]::new)));
        if (!output.ok()) {
            throw commands.refused(output);
        }
        return read(output.errors(), output.text());
    }

    /** @param now what date(1) said when SLURM had said that */
    static Optional<PlannedStart> read(String planned, String now) throws Trouble {
        Matcher said = SAID.matcher(planned);
        if (!said.find()) {
            return Optional.empty();
        }
        try {
            LocalDateTime start = LocalDateTime.parse(said.group(1));
            Duration until = Duration.between(LocalDateTime.parse(now.strip()), start);
            return Optional.of(new PlannedStart(start, until, said.group(2)));
        } catch (DateTimeParseException e) {
            throw new Trouble(e, TroubleKind.SLURM_REFUSED, Valid.shown(said.group()));
        }
    }
}
