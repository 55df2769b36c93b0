package org.maxdock.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maxdock.host.Cancellation;
import org.maxdock.image.identity.Difference;
import org.maxdock.image.identity.DifferenceText;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageVerdict;
import org.maxdock.operation.Connection;
import org.maxdock.operation.ImageOperations;
import org.maxdock.operation.Location;
import org.maxdock.operation.PlacedVerdict;
import org.maxdock.operation.RecordOperations;
import org.maxdock.operation.RecordSigner;
import org.maxdock.operation.Verification;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.Partitions;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Holds images against their records: one line for each image and place; status 3 where one does not hold, 1 where a
 * place does not answer.
 */
@Command(name = "verify")
final class DigestVerifyCommand extends CommandContext {

    @Parameters(paramLabel = "IMAGE", arity = "0..1")
    String image;

    @Option(names = "--node", paramLabel = "NODE", split = ",")
    List<String> nodes = new ArrayList<>();

    @Option(
            names = {"-p", "--partition"},
            paramLabel = "PARTITION",
            defaultValue = "")
    String partition;

    @Option(names = "--registry")
    boolean registry;

    @Option(names = "--tarball", paramLabel = "FILE", arity = "0..1", fallbackValue = "")
    String tarball;

    @Option(names = "--signed")
    boolean signed;

    @Option(names = "--print-id")
    boolean printId;

    @Override
    int run() throws Trouble {
        if (printId && json()) {
            throw new Trouble(TroubleKind.NOT_TOGETHER, "--print-id", "--json");
        }
        onlyWith("--partition", "--node");
        takeImageFromTarball();
        List<ImageRecord> records =
                image == null ? project().records() : List.of(project().recordOf(image));
        if (records.isEmpty()) {
            throw new Trouble(TroubleKind.NOTHING_RECORDED, project().folder());
        }
        boolean trusted = !signed || allSigned(records);
        List<PlacedVerdict> findings = new ArrayList<>();
        try (Connection server = connect()) {
            if (tarball != null && !tarball.isEmpty()) {
                findings.add(archive(server, records));
            }
            boolean elsewhere = registry || tarball != null || !nodes.isEmpty();
            findings.addAll(new RecordOperations(server, Clock.systemUTC())
                    .verify(
                            records,
                            new Verification.Scope(
                                    !elsewhere,
                                    registry,
                                    tarball != null && tarball.isEmpty(),
                                    NodeName.all(nodes),
                                    Partitions.of(partition)),
                            new Cancellation()));
        }
        if (findings.isEmpty()) {
            throw new Trouble(
                    TroubleKind.NOTHING_TO_VERIFY,
                    String.join(
                            ", ",
                            records.stream().map(r -> r.reference().toString()).toList()));
        }
        report(findings);
        findings.stream()
                .flatMap(f -> f.trouble().stream())
                .map(console().texts()::explain)
                .distinct()
                .forEach(t -> console().say("maxdock: " + t));
        return findings.stream().anyMatch(f -> f.verdict().isPresent() && !f.holds()) || !trusted
                ? Exit.DOES_NOT_HOLD
                : findings.stream().allMatch(PlacedVerdict::holds) ? Exit.DONE : Exit.FAILED;
    }

    /** That option may stand without a file, and so takes an image's name that comes after it. */
    private void takeImageFromTarball() throws Trouble {
        if (image == null && tarball != null && !tarball.isEmpty()) {
            for (ImageRecord record : project().records()) {
                if (record.reference().toString().equals(tarball)) {
                    image = tarball;
                    tarball = "";
                    return;
                }
            }
        }
    }

    private PlacedVerdict archive(Connection server, List<ImageRecord> records) throws Trouble {
        if (image == null) {
            throw new Trouble(TroubleKind.BAD_ARGUMENT, "--tarball", tarball);
        }
        ImageVerdict verdict =
                new ImageOperations(server).verifyArchive(records.getFirst(), tarball, new Cancellation());
        return new PlacedVerdict(
                records.getFirst(),
                new Location.Archive(tarball),
                Optional.of(verdict),
                Optional.empty(),
                Clock.systemUTC().instant());
    }

    private boolean allSigned(List<ImageRecord> records) throws Trouble {
        boolean all = true;
        RecordSigner signer = signer();
        for (ImageRecord record : records) {
            List<RecordSigner.Checked> checked = signer.check(record);
            for (RecordSigner.Checked one : checked) {
                Message signature = Message.of(
                        "cli.signature." + one.standing().name().toLowerCase(java.util.Locale.ROOT),
                        record.reference(),
                        one.signer());
                console()
                        .say(console()
                                .texts()
                                .get(one.list()
                                        .map(list -> Message.of("cli.signature.by-list", signature, list))
                                        .orElse(signature)));
            }
            if (checked.stream().noneMatch(c -> c.standing() == RecordSigner.Standing.GOOD)) {
                console()
                        .note(
                                "cli.not-signed",
                                record.reference(),
                                String.join(
                                        ", ",
                                        signer.lists().stream()
                                                .map(String::valueOf)
                                                .toList()));
                all = false;
            }
        }
        if (!all) {
            RecordSigner.besideProject(project())
                    .ifPresent(list -> console()
                            .note("cli.signers-beside", list, signer.lists().getFirst()));
        }
        return all;
    }

    private void report(List<PlacedVerdict> findings) {
        if (json()) {
            console().printJson(findings.stream().map(DigestVerifyCommand::row).toList());
            return;
        }
        for (PlacedVerdict finding : findings) {
            String names = String.join(
                    ", ",
                    differences(finding).stream()
                            .map(new DifferenceText(console().texts())::what)
                            .toList());
            String line = finding.record().reference() + " " + finding.where().title() + " " + finding.word()
                    + (names.isEmpty() ? "" : ": " + names);
            Optional<String> id = id(finding);
            if (printId) {
                id.filter(i -> finding.holds()).ifPresent(console()::print);
                if (!finding.holds()) {
                    console().say(line);
                }
            } else {
                console().print(line);
            }
        }
    }

    private static Optional<String> id(PlacedVerdict finding) {
        return finding.verdict().flatMap(v -> switch (v) {
            case ImageVerdict.Same same -> Optional.of(same.here().id());
            case ImageVerdict.SameContent same -> Optional.of(same.here().id());
            case ImageVerdict.Different different ->
                Optional.of(different.here().id());
            case ImageVerdict.Missing missing -> Optional.empty();
        });
    }

    private static List<Difference> differences(PlacedVerdict finding) {
        return finding.verdict().orElse(null) instanceof ImageVerdict.Different d ? d.differences() : List.of();
    }

    private static Map<String, Object> row(PlacedVerdict finding) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("image", finding.record().reference());
        row.put("where", finding.where().title());
        row.put("verdict", finding.word());
        row.put("id", id(finding).orElse(""));
        row.put("differences", differences(finding));
        finding.trouble().ifPresent(t -> row.put("trouble", t.key()));
        return row;
    }
}
