package org.maxdock.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.maxdock.host.local.LocalHost;
import org.maxdock.operation.Connection;
import org.maxdock.operation.Finding;
import org.maxdock.operation.ProgramCheck;
import org.maxdock.operation.ServerCheck;
import org.maxdock.text.Trouble;
import picocli.CommandLine.Command;

/** What is here and what is missing, for oneself or for a help desk. Status 3 where something does not work. */
@Command(name = "doctor")
final class DoctorCommand extends CommandContext {

    @Override
    int run() throws Trouble {
        List<Finding> findings = new ArrayList<>(
                new ProgramCheck(new LocalHost(), System.getenv(), Path.of(System.getProperty("user.home")))
                        .findings());
        Trouble unreachable = null;
        try (Connection server = connect()) {
            findings.addAll(new ServerCheck(server).findings());
        } catch (Trouble e) {
            unreachable = e;
        }
        if (json()) {
            console().printJson(asJson(findings, unreachable));
        } else {
            print(findings);
        }
        if (unreachable != null) {
            console().trouble(unreachable);
        }
        boolean broken = findings.stream().anyMatch(f -> f.state() == Finding.State.BROKEN);
        return unreachable != null ? Exit.of(unreachable) : broken ? Exit.DOES_NOT_HOLD : Exit.DONE;
    }

    private void print(List<Finding> findings) {
        ProgramVersion.lines().forEach(console()::print);
        List<List<String>> rows = new ArrayList<>();
        for (Finding f : findings) {
            rows.add(List.of(part(f), state(f), said(f)));
            if (!mend(f).isEmpty()) {
                rows.add(List.of("", "", mend(f)));
            }
        }
        console().table(rows);
    }

    private Map<String, Object> asJson(List<Finding> findings, Trouble unreachable) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("version", ProgramVersion.lines());
        document.put(
                "findings",
                findings.stream()
                        .map(f -> Map.of("part", f.part(), "state", name(f), "said", said(f), "mend", mend(f)))
                        .toList());
        if (unreachable != null) {
            document.putAll(console().troubleAsJson(unreachable));
        }
        return document;
    }

    private String said(Finding finding) {
        return finding.why()
                .map(console().texts()::what)
                .orElseGet(() -> console().texts().get(finding.said()));
    }

    private String mend(Finding finding) {
        return finding.why()
                .map(console().texts()::mend)
                .or(() -> finding.mend().map(console().texts()::get))
                .orElse("");
    }

    private String part(Finding finding) {
        return console().texts().get("doctor.part." + finding.part());
    }

    private String state(Finding finding) {
        return console().texts().get("doctor.state." + name(finding));
    }

    private static String name(Finding finding) {
        return finding.state().name().toLowerCase(Locale.ROOT);
    }
}
