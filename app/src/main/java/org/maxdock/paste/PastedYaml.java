package org.maxdock.paste;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.maxdock.text.IoReason;
import org.maxdock.text.Reason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * YAML that was pasted. It is looked through event by event before anything is made of it, since what makes it calls
 * itself for each level: so it has a bounded depth, nothing in it holds itself, and written out it has a bounded
 * length.
 */
final class PastedYaml {

    private static final int DEEPEST = 60;
    private static final int MOST_ALIASES = 500;
    /** Characters, with all that is referred to written out where it is. */
    private static final long LONGEST = 4_000_000;
    /**
     * Compose's own tag for what is none (docs.docker.com/reference/compose-file/merge). Numbers as they are written:
     * 3.10 is a version, and 1e3 a name, to whom such a value goes.
     */
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setMaxAliasesForCollections(MOST_ALIASES)
            .setTagConstructors(
                    Map.of(new Tag("!reset"), node -> null, Tag.INT, new TaggedValue(), Tag.FLOAT, new TaggedValue()))
            .build();

    /** What programs mean by tags of their own, as Compose, Ansible and GitLab have them, is a value all the same. */
    private static final class AnyTag extends StandardConstructor {

        AnyTag() {
            super(SETTINGS);
        }

        @Override
        protected Optional<ConstructNode> findConstructorFor(Node node) {
            return super.findConstructorFor(node).or(() -> Optional.of(new TaggedValue()));
        }
    }

    private final Deque<Optional<Anchor>> open = new ArrayDeque<>();
    private final Deque<Long> begun = new ArrayDeque<>();
    private final Map<Anchor, Long> lengths = new HashMap<>();
    private long length;

    private PastedYaml() {}

    /** Its maps, lists and texts; of several documents those of the first that has services or volumes. */
    static Object load(String text) throws Trouble {
        try {
            PastedYaml look = new PastedYaml();
            for (Event event : new Parse(SETTINGS).parseString(text)) {
                look.at(event);
            }
            Object first = null;
            for (Object document : new Load(SETTINGS, new AnyTag()).loadAllFromString(text)) {
                if (document instanceof Map<?, ?> map && (map.containsKey("services") || map.containsKey("volumes"))) {
                    return document;
                }
                first = first == null ? document : first;
            }
            return first;
        } catch (YamlEngineException e) {
            throw new Trouble(e, TroubleKind.PASTE_UNREADABLE, reason(e));
        }
    }

    /** Where it is; the parser's own sentence is for those who write one. */
    private static Reason reason(YamlEngineException e) {
        if (e instanceof MarkedYamlEngineException marked
                && marked.getProblemMark().isPresent()) {
            Mark at = marked.getProblemMark().get();
            return Reason.of(
                    "reason.no-yaml",
                    "line " + (at.getLine() + 1) + ", column " + (at.getColumn() + 1)
                            + ": it is not as YAML is written",
                    at.getLine() + 1,
                    at.getColumn() + 1);
        }
        return IoReason.of(e);
    }

    private void at(Event event) throws Trouble {
        switch (event) {
            case CollectionStartEvent start -> {
                open.push(start.getAnchor());
                begun.push(length++);
            }
            case CollectionEndEvent end -> {
                long before = begun.pop();
                open.pop().ifPresent(anchor -> lengths.put(anchor, length - before));
            }
            case ScalarEvent scalar -> {
                long own = scalar.getValue().length() + 1L;
                scalar.getAnchor().ifPresent(anchor -> lengths.put(anchor, own));
                length += own;
            }
            case AliasEvent alias -> {
                if (open.contains(Optional.of(alias.getAlias()))) {
                    throw new Trouble(
                            TroubleKind.PASTE_UNREADABLE,
                            Reason.of(
                                    "reason.holds-itself",
                                    "*" + alias.getAlias() + " holds itself",
                                    "*" + alias.getAlias()));
                }
                length += lengths.getOrDefault(alias.getAlias(), 0L);
            }
            default -> {}
        }
        if (length > LONGEST) {
            throw new Trouble(
                    TroubleKind.PASTE_UNREADABLE,
                    Reason.of("reason.too-long-written-out", "it is too long with its references written out"));
        }
        if (open.size() > DEEPEST) {
            throw new Trouble(TroubleKind.PASTE_UNREADABLE, Reason.of("reason.too-deep", "it is nested too deeply"));
        }
    }
}
