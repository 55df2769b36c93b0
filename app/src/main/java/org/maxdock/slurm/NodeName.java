package org.maxdock.slurm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Valid;

/**
 * A node's name, one word as a host may be called (RFC 1123, with the underscore that SLURM also takes). With a slash
 * srun would take it for a file of names (srun(1), --nodelist).
 */
public record NodeName(String text) {

    private static final Pattern GRAMMAR = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,252}");

    /** @throws InvalidValue where it is none */
    public NodeName {
        if (text == null || !GRAMMAR.matcher(text).matches()) {
            throw new InvalidValue(TroubleKind.NO_SUCH_NODE, Valid.shown(text == null ? "" : text));
        }
    }

    /** What another machine says it is called; empty where that is no name. */
    public static Optional<NodeName> read(String text) {
        return GRAMMAR.matcher(text).matches() ? Optional.of(new NodeName(text)) : Optional.empty();
    }

    /**
     * Names that a user wrote, also several in SLURM's short form, each once.
     *
     * @throws InvalidValue where one is none
     */
    public static List<NodeName> all(List<String> written) {
        List<NodeName> names = new ArrayList<>();
        for (String text : written) {
            List<String> expanded = NodeNames.expand(text);
            if (expanded.isEmpty()) {
                throw new InvalidValue(TroubleKind.NO_SUCH_NODE, Valid.shown(text));
            }
            expanded.forEach(name -> names.add(new NodeName(name)));
        }
        return names.stream().distinct().toList();
    }

    @Override
    public String toString() {
        return text;
    }
}
