package org.maxdock.paste;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.maxdock.mount.Mapping;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Untrusted;

/**
 * The mappings of something that somebody pasted: a `docker run`, `dockerrun` or `dockercluster` line, a compose file
 * or a service of one, or a devcontainer.json.
 *
 * @param mappings what was found, in its order
 * @param notTaken what it could not take over: volumes by name, other mount types, options of a mapping, variables that
 *     nobody knows
 * @param rest what else a line says
 * @param warnings what the engine will refuse besides: options that it only takes in the host's user namespace
 */
public record PastedPlan(List<Mapping> mappings, List<NotTaken> notTaken, List<Message> warnings, PastedRest rest) {

    public PastedPlan {
        mappings = List.copyOf(mappings);
        warnings = List.copyOf(warnings);
        notTaken = List.copyOf(notTaken);
    }

    private static final Pattern COMPOSE =
            Pattern.compile("(?m)^\\s*(?:- +)?[\"']?(volumes|services|image|jobs)[\"']?\\s*:");

    /** A whole compose file; a CI's file has its services elsewhere, or as a list. */
    private static final Pattern FILE =
            Pattern.compile("(?m)^[\"']?services[\"']?:\\s*\\n(?:\\s*#.*\\n)*\\s+[\"']?[\\w.-]+[\"']?:");

    /** A part of a devcontainer.json without the braces around it. */
    private static final Pattern PART = Pattern.compile(
            "^\"(?:mounts|runArgs|workspaceMount|workspaceFolder|image|build|name|containerEnv|remoteUser)\"\\s*:");

    /** Begins as JSON does, or with a comment that only that has. */
    private static final Pattern JSON = Pattern.compile(
            "^(?:\\s*(?://[^\n]*\n|/\\*(?:[^*]|\\*[^/])*\\*/))*\\s*\\{\\s*(?:[\"/}]|[A-Za-z_-]+\\s*:|$)");

    /** More than anybody pastes. */
    private static final int MOST = 1 << 20;

    private static final Untrusted PASTED = Untrusted.of(MOST, TroubleKind.PASTE_UNREADABLE);

    /**
     * What somebody wants to launch, also without any mapping.
     *
     * @param service of a compose file; empty for the first that fits
     */
    static PastedPlan ofLaunch(String text, Map<String, String> variables, String service) throws Trouble {
        String plain = ProgramText.forShell(PageText.plain(text));
        return OtherDocument.orTold(
                plain, mayHold(plain), () -> withOthers(launch(plain, variables, service), plain, variables));
    }

    /** With what else could be started: runs beside a compose file, or the file beside a run. */
    private static PastedPlan withOthers(PastedPlan plan, String plain, Map<String, String> variables) {
        if (!FILE.matcher(plain).find() || !runs(plain)) {
            return plan;
        }
        List<String> others = isDocument(aligned(DocumentPart.of(plain)))
                ? PastedLine.runs(DocumentPart.beside(plain), variables)
                : List.of("services:");
        List<NotTaken> all = new ArrayList<>(plan.notTaken());
        others.forEach(other -> all.add(new NotTaken(other, NotTaken.Why.OTHER_RUN)));
        return new PastedPlan(plan.mappings(), all, plan.warnings(), plan.rest());
    }

    private static PastedPlan launch(String plain, Map<String, String> variables, String service) throws Trouble {
        if (service.isEmpty() && runs(plain) && !FILE.matcher(plain).find() && !PastedUnit.is(plain)) {
            try {
                PastedPlan line = line(plain, variables);
                if (!line.rest().image().isEmpty()) {
                    return line;
                }
            } catch (Trouble noLine) { // it only speaks of one
                PastedPlan document = document(plain, variables, service);
                if (document.rest().image().isEmpty()) {
                    throw noLine;
                }
                return document;
            }
        }
        PastedPlan document = document(plain, variables, service);
        boolean none = document.rest().image().isEmpty() && document.mappings().isEmpty();
        return none && service.isEmpty() ? line(plain, variables) : document;
    }

    /** Empty where it is none. */
    private static PastedPlan document(String plain, Map<String, String> variables, String service) throws Trouble {
        return PASTED.text(aligned(DocumentPart.of(plain)), pasted -> {
            if (isDocument(pasted)) {
                return plan(pasted, variables, service);
            }
            PastedMappings none = new PastedMappings(variables, service);
            none.mustHaveService();
            return none.plan();
        });
    }

    /** Whether there is a run or a compose file in it, whatever else there is. */
    private static boolean mayHold(String text) {
        return runs(text) || FILE.matcher(text).find();
    }

    /** Whether a line of it that is no comment runs something. */
    private static boolean runs(String text) {
        return text.lines().anyMatch(line -> !JoinedLines.isComment(line) && CopiedText.isRun(line));
    }

    private static PastedPlan line(String text, Map<String, String> variables) throws Trouble {
        return PASTED.text(
                withoutBlankBegin(text.stripTrailing()).stripIndent(),
                line -> by(PastedLine::read, line, variables, ""));
    }

    /**
     * @param variables of the user's login environment, for $USER, $HOME and $(pwd)
     * @throws Trouble where there is no mapping in it at all, or it cannot be read
     */
    public static PastedPlan of(String text, Map<String, String> variables) throws Trouble {
        return of(text, variables, "");
    }

    /**
     * The same.
     *
     * @param service whose mappings are wanted, of a compose file; empty for the first that maps anything
     */
    public static PastedPlan of(String text, Map<String, String> variables, String service) throws Trouble {
        String plain = ProgramText.forShell(PageText.plain(text));
        return OtherDocument.orTold(
                plain,
                mayHold(plain),
                () -> withOthers(
                        PASTED.text(aligned(DocumentPart.of(plain)), pasted -> read(pasted, variables, service)),
                        plain,
                        variables));
    }

    /** A part of a file begins where somebody began to mark it, which is often behind its first line's indentation. */
    private static String aligned(String text) {
        String block = withoutBlankBegin(text.stripTrailing()).stripIndent();
        String first = block.lines().findFirst().orElse("");
        int indent = block.lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        boolean cut = !first.startsWith(" ") && first.matches("[A-Za-z_-]+:\\s+\\S.*") && indent > 0;
        return (cut ? " ".repeat(indent) + block : block).stripIndent().strip();
    }

    /** Without the blank lines ahead of the first that is none; however many there are. */
    private static String withoutBlankBegin(String text) {
        int begin = 0;
        for (int i = 0; i < text.length() && Character.isWhitespace(text.charAt(i)); i++) {
            begin = text.charAt(i) == '\n' || text.charAt(i) == '\r' ? i + 1 : begin;
        }
        return text.substring(begin);
    }

    private static PastedPlan read(String pasted, Map<String, String> variables, String service) throws Trouble {
        PastedPlan plan = isDocument(pasted)
                ? plan(pasted, variables, service)
                : by(PastedLine::read, pasted, variables, service);
        if (plan.mappings().isEmpty() && plan.notTaken().isEmpty()) {
            throw new Trouble(TroubleKind.NOTHING_PASTED);
        }
        return plan;
    }

    /** Whether it is read as a document; else it is a line to run. */
    private static boolean isDocument(String pasted) {
        return PastedUnit.is(pasted)
                || !CopiedText.isLine(pasted)
                        && (JSON.matcher(pasted).find()
                                || PART.matcher(pasted).find()
                                || pasted.startsWith("- ")
                                || COMPOSE.matcher(pasted).find());
    }

    private static PastedPlan plan(String pasted, Map<String, String> variables, String service) throws Trouble {
        if (PastedUnit.is(pasted)) {
            return by(PastedUnit::read, pasted, variables, service);
        }
        if (JSON.matcher(pasted).find()) {
            return by(PastedDocument::devcontainer, pasted, variables, service);
        }
        if (PART.matcher(pasted).find()) {
            return by(PastedDocument::devcontainer, "{" + pasted + "\n}", variables, service);
        }
        return runs(pasted)
                ? composeOrLines(pasted, variables, service)
                : by(PastedDocument::compose, pasted, variables, service);
    }

    private interface Reader {

        void read(String text, PastedMappings found) throws Trouble;
    }

    private static PastedPlan by(Reader reader, String text, Map<String, String> variables, String service)
            throws Trouble {
        PastedMappings found = new PastedMappings(variables, service);
        reader.read(text, found);
        found.mustHaveService();
        return found.plan();
    }

    /** A file of a CI looks like one of compose; what its lines run is what maps something, or is launched. */
    private static PastedPlan composeOrLines(String pasted, Map<String, String> variables, String service)
            throws Trouble {
        PastedPlan compose;
        try {
            compose = by(PastedDocument::compose, pasted, variables, service);
        } catch (Trouble noYaml) {
            if (!service.isEmpty()) {
                throw noYaml;
            }
            return orElse(noYaml, pasted, variables);
        }
        if (!compose.mappings().isEmpty() || !service.isEmpty()) {
            return compose;
        }
        try {
            PastedPlan lines = by(PastedLine::read, pasted, variables, service);
            boolean nothing = lines.mappings().isEmpty()
                    && lines.notTaken().isEmpty()
                    && lines.rest().image().isEmpty();
            return nothing ? compose : lines;
        } catch (Trouble noLine) { // it only speaks of one
            return compose;
        }
    }

    private static PastedPlan orElse(Trouble noYaml, String pasted, Map<String, String> variables) throws Trouble {
        try {
            return by(PastedLine::read, pasted, variables, "");
        } catch (Trouble noLine) {
            noYaml.addSuppressed(noLine);
            throw noYaml;
        }
    }
}
