package org.maxdock.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.maxdock.host.Cancellation;
import org.maxdock.image.MendWay;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.operation.Connection;
import org.maxdock.operation.Location;
import org.maxdock.operation.Mender;
import org.maxdock.operation.PlacedVerdict;
import org.maxdock.operation.RecordOperations;
import org.maxdock.operation.Verification;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.Partitions;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a recorded image back to where it does not hold, here or on nodes, and verifies it again. */
@Command(name = "mend")
final class DigestMendCommand extends CommandContext {

    @Parameters(paramLabel = "IMAGE")
    String image;

    @Option(names = "--node", paramLabel = "NODE", split = ",")
    List<String> nodes = new ArrayList<>();

    @Option(
            names = {"-p", "--partition"},
            paramLabel = "PARTITION",
            defaultValue = "")
    String partition;

    @Option(names = "--by", paramLabel = "pull|load|rebuild|push|save", defaultValue = "")
    String by;

    @Override
    int run() throws Trouble {
        onlyWith("--partition", "--node");
        if (!by.isEmpty()) {
            Given.oneOf("--by", by.toLowerCase(Locale.ROOT), List.of(MendWay.values()), MendWay::word);
        }
        ImageRecord record = project().recordOf(image);
        try (Connection server = connect()) {
            boolean push = by.equals("push");
            boolean save = by.equals("save");
            if (!nodes.isEmpty() && (push || save)) {
                throw new Trouble(TroubleKind.NOT_TOGETHER, "--node", "--by " + by);
            }
            Verification.Scope scope = new Verification.Scope(
                    nodes.isEmpty() && !push && !save, push, save, NodeName.all(nodes), Partitions.of(partition));
            List<PlacedVerdict> before =
                    new RecordOperations(server, Clock.systemUTC()).verify(List.of(record), scope, new Cancellation());
            for (PlacedVerdict finding : before) {
                if (finding.trouble().isPresent()) {
                    throw finding.trouble().get();
                }
            }
            if (before.isEmpty() && !push) {
                throw new Trouble(TroubleKind.NOTHING_TO_VERIFY, record.reference());
            }
            List<Location> places = before.isEmpty()
                    ? List.of(new Location.Registry())
                    : before.stream()
                            .filter(f -> !f.holds())
                            .map(PlacedVerdict::where)
                            .toList();
            if (!places.isEmpty()) {
                new RecordOperations(server, Clock.systemUTC())
                        .mend(
                                project(),
                                record,
                                places,
                                way(record, places.getFirst()),
                                new ProgressLines(console().err()),
                                new Cancellation());
            }
            List<PlacedVerdict> after = new RecordOperations(server, Clock.systemUTC())
                    .verify(List.of(project().recordOf(image)), scope, new Cancellation());
            tell(record, after);
            return after.stream().allMatch(PlacedVerdict::holds) ? Exit.DONE : Exit.DOES_NOT_HOLD;
        }
    }

    private void tell(ImageRecord record, List<PlacedVerdict> findings) {
        if (json()) {
            console()
                    .printJson(findings.stream()
                            .map(f -> Map.of("place", f.where().title(), "verdict", f.word()))
                            .toList());
            return;
        }
        findings.forEach(
                f -> console().print(record.reference() + " " + f.where().title() + " " + f.word()));
    }

    /** A record comes from a file that others may have written, and with it the folder that is built from. */
    private static boolean isToBeAskedFor(MendWay way) {
        return way == MendWay.REBUILD || way == MendWay.SAVE;
    }

    private MendWay way(ImageRecord record, Location where) throws Trouble {
        List<MendWay> ways = Mender.ways(record, where);
        if (by.isEmpty() && ways.stream().allMatch(DigestMendCommand::isToBeAskedFor) && !ways.isEmpty()) {
            throw new Trouble(
                    TroubleKind.MEND_TO_CHOOSE,
                    record.source()
                            .map(s -> s.server() + " " + s.dockerfile())
                            .orElse("")
                            .strip(),
                    ways.getFirst().word());
        }
        return ways.stream()
                .filter(w -> by.isEmpty() ? !isToBeAskedFor(w) : w.word().equals(by.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Trouble(
                        TroubleKind.NO_SUCH_MEND,
                        by,
                        String.join(", ", ways.stream().map(MendWay::word).toList())));
    }
}
