package org.maxdock.paste;

import com.google.re2j.Pattern;
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
public record PastedPlan(List<Mapping> mappings, List<String> notTaken, List<Message> warnings, PastedRest rest) {

    public PastedPlan {
        mappings = List.copyOf(mappings);
        warnings = List.copyOf(warnings);
        notTaken = List.copyOf(notTaken);
    }

    private static final Pattern COMPOSE = Pattern.compile("(?m)^\\s*[\"']?(volumes|services)[\"']?\\s*:");

    /** A part of a devcontainer.json without the braces around it. */
    private static final Pattern PART = Pattern.compile(
            "^\"(?:mounts|runArgs|workspaceMount|workspaceFolder|image|build|name|containerEnv|remoteUser)\"\\s*:");

    /** More than anybody pastes. */
    private static final int MOST = 1 << 20;

    private static final Untrusted PASTED = Untrusted.of(MOST, TroubleKind.PASTE_UNREADABLE);

    /** A line with Docker's options, also one without any mapping. */
    public static PastedPlan ofLine(String text, Map<String, String> variables) throws Trouble {
        return PASTED.text(withoutBlankBegin(text.stripTrailing()).stripIndent(), line -> {
            PastedMappings found = new PastedMappings(variables);
            PastedLine.read(line, found);
            return found.plan();
        });
    }

    /**
     * @param variables of the user's login environment, for $USER, $HOME and $(pwd)
     * @throws Trouble where there is no mapping in it at all, or it cannot be read
     */
    public static PastedPlan of(String text, Map<String, String> variables) throws Trouble {
        return PASTED.text(aligned(DocumentPart.of(text)), pasted -> read(pasted, variables));
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

    private static PastedPlan read(String pasted, Map<String, String> variables) throws Trouble {
        PastedPlan plan = plan(pasted, variables);
        if (plan.mappings().isEmpty() && plan.notTaken().isEmpty()) {
            throw new Trouble(TroubleKind.NOTHING_PASTED);
        }
        return plan;
    }

    private static PastedPlan plan(String pasted, Map<String, String> variables) throws Trouble {
        if (CopiedText.isLine(pasted)) {
            return by(PastedLine::read, pasted, variables);
        }
        if (pasted.startsWith("{") || pasted.startsWith("/*") || pasted.startsWith("//")) {
            return by(PastedDocument::devcontainer, pasted, variables);
        }
        if (PART.matcher(pasted).find()) {
            return by(PastedDocument::devcontainer, "{" + pasted + "\n}", variables);
        }
        if (pasted.startsWith("- ") || COMPOSE.matcher(pasted).find()) {
            boolean runs = pasted.lines().anyMatch(l -> !JoinedLines.isComment(l) && CopiedText.isRun(l));
            return runs ? composeOrLines(pasted, variables) : by(PastedDocument::compose, pasted, variables);
        }
        return by(PastedLine::read, pasted, variables);
    }

    private interface Reader {

        void read(String text, PastedMappings found) throws Trouble;
    }

    private static PastedPlan by(Reader reader, String text, Map<String, String> variables) throws Trouble {
        PastedMappings found = new PastedMappings(variables);
        reader.read(text, found);
        return found.plan();
    }

    /** A file of a CI looks like one of compose; what its lines run is what maps something. */
    private static PastedPlan composeOrLines(String pasted, Map<String, String> variables) throws Trouble {
        PastedPlan compose;
        try {
            compose = by(PastedDocument::compose, pasted, variables);
        } catch (Trouble noYaml) {
            return orElse(noYaml, pasted, variables);
        }
        if (!compose.mappings().isEmpty()) {
            return compose;
        }
        try {
            PastedPlan lines = by(PastedLine::read, pasted, variables);
            boolean nothing = lines.mappings().isEmpty() && lines.notTaken().isEmpty();
            return nothing ? compose : lines;
        } catch (Trouble noLine) { // it only speaks of one
            return compose;
        }
    }

    private static PastedPlan orElse(Trouble noYaml, String pasted, Map<String, String> variables) throws Trouble {
        try {
            return by(PastedLine::read, pasted, variables);
        } catch (Trouble noLine) {
            noYaml.addSuppressed(noLine);
            throw noYaml;
        }
    }
}
