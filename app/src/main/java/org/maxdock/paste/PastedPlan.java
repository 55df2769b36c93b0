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
        return PASTED.text(aligned(text), pasted -> read(pasted, variables));
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
        PastedMappings found = new PastedMappings(variables);
        if (CopiedText.isLine(pasted)) {
            PastedLine.read(pasted, found);
        } else if (pasted.startsWith("{") || pasted.startsWith("/*") || pasted.startsWith("//")) {
            PastedDocument.devcontainer(pasted, found);
        } else if (pasted.startsWith("- ") || COMPOSE.matcher(pasted).find()) {
            PastedDocument.compose(pasted, found);
        } else {
            PastedLine.read(pasted, found);
        }
        PastedPlan plan = found.plan();
        if (plan.mappings().isEmpty() && plan.notTaken().isEmpty()) {
            throw new Trouble(TroubleKind.NOTHING_PASTED);
        }
        return plan;
    }
}
