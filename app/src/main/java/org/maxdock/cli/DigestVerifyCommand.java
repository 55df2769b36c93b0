package org.maxdock.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maxdock.image.Difference;
import org.maxdock.image.ImageRecord;
import org.maxdock.image.Images;
import org.maxdock.image.Verdict;
import org.maxdock.project.Workbench;
import org.maxdock.text.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds images against their records: one line each; status 3 where one does not hold. */
@Command(name = "verify")
final class DigestVerifyCommand extends Operation {

    @Parameters(paramLabel = "IMAGE", arity = "0..1")
    String image;

    @Option(names = "--node", paramLabel = "NODE", split = ",", arity = "1..*")
    List<String> nodes = new ArrayList<>();

    @Option(names = {"-p", "--partition"}, paramLabel = "PARTITION", defaultValue = "")
    String partition;

    @Override
    int run() throws Trouble {
        List<ImageRecord> records = image == null ? project().records() : List.of(project().recordOf(image));
        if (records.isEmpty()) {
            throw new Trouble("nothing-recorded", project().folder());
        }
        Map<String, List<Verdict>> verdicts = new LinkedHashMap<>();
        try (Workbench bench = connect()) {
            if (nodes.isEmpty()) {
                List<Verdict> here = new ArrayList<>();
                Images images = bench.images();
                for (ImageRecord record : records) {
                    here.add(images.verify(record));
                }
                verdicts.put(bench.environment().hostName(), here);
            } else {
                verdicts.putAll(bench.nodes().verify(nodes, records, partition));
            }
        }
        return report(records, verdicts);
    }

    private int report(List<ImageRecord> records, Map<String, List<Verdict>> verdicts) {
        List<Map<String, Object>> all = new ArrayList<>();
        boolean holds = true;
        for (var entry : verdicts.entrySet()) {
            for (int i = 0; i < records.size(); i++) {
                Verdict verdict = entry.getValue().get(i);
                holds &= verdict.holds();
                List<Difference> differences = verdict instanceof Verdict.Different d ? d.differences() : List.of();
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("image", records.get(i).reference());
                row.put("where", entry.getKey());
                row.put("verdict", verdict.word());
                row.put("differences", differences);
                all.add(row);
                if (!json()) {
                    String names = String.join(", ", differences.stream().map(Difference::what).toList());
                    console().print(records.get(i).reference() + " " + entry.getKey() + " " + verdict.word()
                            + (names.isEmpty() ? "" : ": " + names));
                }
            }
        }
        if (json()) {
            console().printJson(all);
        }
        return holds ? Exit.DONE : Exit.DOES_NOT_HOLD;
    }
}
