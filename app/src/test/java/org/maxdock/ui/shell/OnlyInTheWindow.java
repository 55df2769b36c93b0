package org.maxdock.ui.shell;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import org.maxdock.text.Texts;

/** The actions that Ctrl+K tells no command line of, since there is nothing that one could do, and why. */
public final class OnlyInTheWindow {

    private static final String IN_SIGHT = "it says what of a list or a text is in sight; the command shows all of it";
    private static final String OWN = "it is of the window itself, of which a command has none";

    /** By the key of its words. */
    private static final Map<String, String> WHY = Map.ofEntries(
            Map.entry("ui.page.settings", OWN),
            Map.entry("ui.connections.at-start", OWN),
            Map.entry("ui.troubles", OWN + ": what went wrong stands where the command was typed"),
            Map.entry("ui.history", OWN + ": the shell remembers what was typed"),
            Map.entry("ui.images.filter.all", IN_SIGHT),
            Map.entry("ui.images.filter.recorded", IN_SIGHT),
            Map.entry("ui.images.filter.mine", IN_SIGHT),
            Map.entry("ui.images.filter.used", IN_SIGHT),
            Map.entry("ui.images.filter.dangling", IN_SIGHT),
            Map.entry("ui.images.show-all", IN_SIGHT),
            Map.entry("ui.mounts.as-trees", IN_SIGHT),
            Map.entry("ui.mounts.as-table", IN_SIGHT),
            Map.entry("ui.build.whole", IN_SIGHT),
            Map.entry("ui.close", "it puts away what was told"),
            Map.entry("ui.open-log", "it opens a file that the page of help names"),
            Map.entry("ui.copy-details", "it puts a text that can be read into the clipboard"),
            Map.entry("ui.copy", "it puts a text that can be read into the clipboard"),
            Map.entry("ui.save", "it writes what was typed into the Dockerfile, which any editor does"));

    private OnlyInTheWindow() {}

    /** A mount plan's line in another's words; squares of nodes, of which sinfo tells; folders of the tree. */
    private static final Pattern WRITTEN_OR_DRAWN =
            Pattern.compile("docker run|--mount|dockerrun|dockercluster|compose|Apptainer|[a-z0-9.-]+: [\\p{L} ]+|/.*");

    /** The words of actions without a command line for which there is no reason. */
    public static Set<String> withoutReason(Scene scene, Texts texts) {
        Set<String> reasoned = WHY.keySet().stream().map(texts::get).collect(Collectors.toSet());
        return ((MainWindow) scene.getRoot())
                .everything().stream()
                        .filter(action ->
                                action.command().isEmpty() && !action.kind().equals(texts.get("ui.finder.node")))
                        .map(action ->
                                action.now() ? action.title() : action.title().replaceFirst("^.*?: ", ""))
                        .filter(words -> !words.startsWith(texts.get("ui.cancel") + ": ")) // as Ctrl+C a command
                        .filter(words -> !reasoned.contains(words)
                                && !WRITTEN_OR_DRAWN.matcher(words).matches())
                        .collect(Collectors.toCollection(TreeSet::new));
    }
}
