package org.maxdock.ui.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maxdock.text.Texts;

/** The command line that does the same as an action, for those whose buttons and menus do not say it themselves. */
final class ActionCommands {

    /** By the key of the action's words; capitals are to be filled in. */
    private static final Map<String, String> BY_KEY = Map.ofEntries(
            Map.entry("ui.connect", "maxdock --on SERVER status"),
            Map.entry("ui.go-connect", "maxdock --on SERVER status"),
            Map.entry("ui.connection.again", "maxdock --on SERVER status"),
            Map.entry("ui.disconnect", "maxdock --on SERVER connection end"),
            Map.entry("ui.reconnect", "maxdock --on SERVER status"),
            Map.entry("ui.connect.key-choose", "maxdock --on SERVER --identity FILE status"),
            Map.entry("ui.launch.go-images", "maxdock digest record IMAGE"),
            Map.entry("ui.go-launch", "maxdock launch"),
            Map.entry("ui.next.go.record", "maxdock digest record IMAGE"),
            Map.entry("ui.next.go.provide", "maxdock push IMAGE"),
            Map.entry("ui.next.go.image", "maxdock build"),
            Map.entry("ui.next.go.map", "maxdock plan own -v HOST:CONTAINER"),
            Map.entry("ui.next.go.launch", "maxdock launch"),
            Map.entry("ui.next.go.engine", "maxdock node take"),
            Map.entry("ui.next.go.project", "maxdock --project FOLDER status"),
            Map.entry("ui.next.other.project", "maxdock launch IMAGE"),
            Map.entry("ui.next.other.image", "maxdock images"),
            Map.entry("ui.build.here", "maxdock build FOLDER"),
            Map.entry("ui.build.choose-there", "maxdock build --server-folder FOLDER"),
            Map.entry("ui.connection.servers", "maxdock connection list"),
            Map.entry("ui.connections.add", "maxdock connection add SERVER"),
            Map.entry("ui.open-project", "maxdock --project FOLDER status"),
            Map.entry("ui.engine.take", "maxdock node take"),
            Map.entry("ui.engine.give-back", "maxdock node give-back JOB"),
            Map.entry("ui.engine.here", "maxdock --engine here images"),
            Map.entry("ui.engine.on-server", "maxdock --engine server images"),
            Map.entry("ui.engine.on-node", "maxdock --engine node:JOB images"),
            Map.entry("ui.registry.login", "maxdock registry login -u NAME REGISTRY"),
            Map.entry("ui.images.pull", "maxdock pull IMAGE"),
            Map.entry("ui.images.load", "maxdock load FILE"),
            Map.entry("ui.images.import", "maxdock image import FILE IMAGE"),
            Map.entry("ui.images.record", "maxdock digest record IMAGE"),
            Map.entry("ui.images.push", "maxdock push IMAGE"),
            Map.entry("ui.images.save", "maxdock save IMAGE FILE"),
            Map.entry("ui.mounts.paste", "maxdock mount check --paste FILE"),
            Map.entry("ui.images.find", "maxdock registry search WORD"),
            Map.entry("ui.verify.demand", "maxdock digest signers NAME…"),
            Map.entry("ui.plan.keep", "maxdock plan save NAME"),
            Map.entry("ui.plan.keep-everywhere", "maxdock plan save --everywhere NAME"),
            Map.entry("ui.plan.compare", "maxdock plan diff NAME NAME"),
            Map.entry("ui.plan.forget", "maxdock plan remove NAME"),
            Map.entry("ui.mounts.ask-node", "maxdock mount check --node NODE"));

    /** Stands for whatever is filled in. */
    private static final String HOLE = "⁂";

    private final Map<Pattern, String> byWords;

    ActionCommands(Texts texts) {
        byWords = BY_KEY.entrySet().stream()
                .collect(Collectors.toMap(
                        action -> words(texts.get(action.getKey(), HOLE, HOLE, HOLE)),
                        Map.Entry::getValue,
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private static Pattern words(String text) {
        return Pattern.compile(
                Stream.of(text.split(HOLE, -1)).map(Pattern::quote).collect(Collectors.joining(".+")));
    }

    /** Of the action of these words; empty where none is known. */
    String of(String words) {
        return byWords.entrySet().stream()
                .filter(action -> action.getKey().matcher(words).matches())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
