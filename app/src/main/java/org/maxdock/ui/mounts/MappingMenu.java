package org.maxdock.ui.mounts;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.control.MenuItem;
import org.maxdock.mount.CheckedMapping;
import org.maxdock.mount.Mapping;
import org.maxdock.text.Texts;

/** What the menu of a mapping offers, wherever it is shown: what its buttons do. */
final class MappingMenu {

    private final BiConsumer<Mapping, Optional<Mapping>> replace;
    private final Texts texts;

    /** @param replace puts a mapping in the place of another, or takes it away */
    MappingMenu(BiConsumer<Mapping, Optional<Mapping>> replace, Texts texts) {
        this.replace = replace;
        this.texts = texts;
    }

    /** Of one that the user made; what dockerrun maps by itself cannot be changed. */
    List<MenuItem> of(CheckedMapping one) {
        Mapping mapping = one.mapping();
        MenuItem access = new MenuItem(texts.get(mapping.readOnly() ? "ui.mounts.make-rw" : "ui.mounts.make-ro"));
        access.setOnAction(e -> replace.accept(mapping, Optional.of(MappingLines.otherAccess(mapping))));
        MenuItem remove = new MenuItem(texts.get("ui.mounts.remove", mapping.host()));
        remove.setMnemonicParsing(false);
        remove.setOnAction(e -> replace.accept(mapping, Optional.empty()));
        List.of(access, remove).forEach(item -> item.setDisable(one.implied()));
        return List.of(access, remove);
    }
}
