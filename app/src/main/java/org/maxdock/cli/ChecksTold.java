package org.maxdock.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.maxdock.launch.PreflightCheck;
import org.maxdock.launch.PreflightCheck.Outcome;
import org.maxdock.text.Printable;

/** What was found before a start, as the command line tells it: what fails and what is to be known, a line each. */
final class ChecksTold {

    private final Console console;
    private final List<PreflightCheck> told;

    ChecksTold(Console console, List<PreflightCheck> checks) {
        this.console = console;
        this.told = checks.stream().filter(c -> c.state() != Outcome.OK).toList();
    }

    boolean fails() {
        return told.stream().anyMatch(c -> c.state() == Outcome.FAILS);
    }

    /** @param quiet without what stops nothing */
    void say(boolean quiet) {
        for (PreflightCheck check : told) {
            String subject = console.texts().get(check.subject());
            String reason = console.texts().get(check.reason());
            if (check.state() == Outcome.FAILS) {
                console.say("maxdock: " + subject + ": " + reason + " " + mend(check));
            } else if (!quiet) {
                console.say(Printable.line(console.texts().get("cli.check-note", subject, reason)));
            }
        }
    }

    /** The same for a document: state (fails, note), subject, reason, and the mend where there is one. */
    List<Map<String, Object>> rows() {
        return told.stream().map(this::row).toList();
    }

    private Map<String, Object> row(PreflightCheck check) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("state", check.state().name().toLowerCase(Locale.ROOT));
        row.put("subject", console.texts().get(check.subject()));
        row.put("reason", console.texts().get(check.reason()));
        row.put("mend", mend(check));
        return row;
    }

    private String mend(PreflightCheck check) {
        return check.mend().map(console.texts()::get).orElse("");
    }
}
