package org.maxdock.ui.mounts;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maxdock.host.FileEntry;
import org.maxdock.host.HostFiles;
import org.maxdock.host.StartFolder;
import org.maxdock.mount.CheckedMapping;
import org.maxdock.mount.MappedFolder;
import org.maxdock.mount.Permissions;
import org.maxdock.operation.Server;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Session;

/**
 * The host's folders: those that are mapped, then the places where the site's people keep things; each read when it is
 * opened.
 */
final class HostTree {

    private static final int AT_ONCE = 1000;
    private static final int BEAMTIMES = 40;

    /** A folder of the tree, or a line that says why there is none. {@code more} are the folders that come after it. */
    record Folder(String path, String label, String note, Optional<CheckedMapping> mapped, long more) {

        static Folder line(String label) {
            return new Folder("", label, "", Optional.empty(), 0);
        }
    }

    private final Session session;
    private final TreeView<Folder> view = new TreeView<>();
    private final TreeItem<Folder> root = new TreeItem<>();
    private final TreeRows<Folder> rows;
    private final IdentityHashMap<CheckedMapping, TreeItem<Folder>> mapped = new IdentityHashMap<>();
    private final List<TreeItem<Folder>> places = new ArrayList<>();
    private final MenuButton quick = new MenuButton();
    private final Consumer<CheckedMapping> selected;
    private boolean showing;

    /**
     * @param chosen called with the path of a folder that was selected
     * @param mapIt called when a folder is to be mapped (Enter)
     * @param selected called with a mapping whose folder was selected
     */
    HostTree(Session session, Consumer<String> chosen, Runnable mapIt, Consumer<CheckedMapping> selected) {
        this.session = session;
        this.selected = selected;
        view.setShowRoot(false);
        view.setRoot(root);
        view.setAccessibleText(session.text("ui.mounts.on-host"));
        rows = new TreeRows<>(view, this::fill);
        view.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> select(is, chosen));
        view.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER) {
                mapIt.run();
                e.consume();
            }
        });
        quick.setText(session.text("ui.mounts.go-to"));
        quick.setTooltip(new Tooltip(session.text("ui.mounts.go-to-tip")));
        session.connectedProperty().addListener((o, was, is) -> reset());
        reset();
    }

    TreeView<Folder> view() {
        return view;
    }

    /** Beamtimes and folders of before, a click away. */
    MenuButton quick() {
        return quick;
    }

    TreeRows<Folder> rows() {
        return rows;
    }

    Optional<TreeItem<Folder>> itemOf(CheckedMapping mapping) {
        return Optional.ofNullable(mapped.get(mapping));
    }

    /** Puts the folders of a plan on top, in its order. */
    void show(List<CheckedMapping> plan) {
        mapped.clear();
        List<TreeItem<Folder>> items = new ArrayList<>();
        for (CheckedMapping one : plan) {
            String note = one.about().map(MappedFolder::permissions).orElse("");
            TreeItem<Folder> item =
                    item(new Folder(one.mapping().host(), one.mapping().host(), note, Optional.of(one), 0));
            mapped.put(one, item);
            items.add(item);
        }
        items.addAll(places);
        TreeItem<Folder> chosen = view.getSelectionModel().getSelectedItem();
        showing = true; // the rows move, and the selection with them; nobody chose anything
        root.getChildren().setAll(items);
        view.getSelectionModel().clearSelection();
        if (chosen != null && view.getRow(chosen) >= 0) {
            view.getSelectionModel().select(chosen);
        }
        showing = false;
    }

    private void select(TreeItem<Folder> item, Consumer<String> chosen) {
        if (item == null || showing) {
            return;
        }
        Folder folder = item.getValue();
        if (folder.more() > 0) {
            readOn(item);
        } else if (folder.mapped().isPresent()) {
            selected.accept(folder.mapped().get());
        } else if (!folder.path().isEmpty()) {
            chosen.accept(folder.path());
        }
    }

    private void fill(TreeCell<Folder> cell, Folder folder) {
        CheckedMapping one = folder == null ? null : folder.mapped().orElse(null);
        cell.pseudoClassStateChanged(
                PseudoClass.getPseudoClass("mapped"),
                one != null && one.verdict().holds());
        cell.pseudoClassStateChanged(
                PseudoClass.getPseudoClass("failing"),
                one != null && !one.verdict().holds());
        cell.setOnDragDetected(folder == null || folder.path().isEmpty() ? null : e -> drag(cell, folder.path()));
        cell.setTooltip(one == null ? null : new Tooltip(tip(one)));
        if (folder != null) {
            rows.fit(cell, row(folder));
        }
    }

    private String tip(CheckedMapping one) {
        return one.mapping().host()
                + one.about()
                        .map(a -> "\n"
                                + session.text(
                                        "ui.mounts.about",
                                        a.permissions(),
                                        a.owner(),
                                        a.group(),
                                        a.mountPoint(),
                                        a.fileSystem(),
                                        free(a.free())))
                        .orElse("");
    }

    private String free(long bytes) {
        return bytes < 0 || bytes == Long.MAX_VALUE ? "?" : Controls.megabytes(bytes);
    }

    private static void drag(TreeCell<Folder> from, String path) {
        ClipboardContent content = new ClipboardContent();
        content.putString(path);
        from.startDragAndDrop(TransferMode.LINK).setContent(content);
    }

    private static HBox row(Folder folder) {
        Label note = Controls.muted(folder.note());
        note.getStyleClass().add("mono");
        note.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        Label label = new Label(folder.label());
        label.getStyleClass().add("folder-label");
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinWidth(40);
        HBox row = Controls.row(
                new FontIcon(
                        folder.more() > 0
                                ? "fth-more-horizontal"
                                : folder.path().isEmpty() ? "fth-info" : "fth-folder"),
                label,
                note);
        return row;
    }

    private void reset() {
        places.clear();
        root.getChildren().clear();
        quick.getItems().clear();
        session.bench().ifPresent(bench -> {
            String user = bench.environment().user();
            List<String> wanted = bench.site().placesOf(user);
            session.background()
                    .quietly(a -> bench.files().places(wanted), this::showPlaces, session.background()::trouble);
            session.background().quietly(a -> quickPicks(bench), this::showQuick, session.background()::trouble);
        });
    }

    private void showPlaces(List<StartFolder> found) {
        found.forEach(p -> places.add(item(
                new Folder(p.path(), p.path(), session.text("ui.mounts.free", free(p.free())), Optional.empty(), 0))));
        root.getChildren().addAll(places);
    }

    private List<String> quickPicks(Server bench) throws Trouble {
        List<String> picks =
                new ArrayList<>(bench.files().readableFolders(bench.site().beamtimes(), BEAMTIMES));
        if (session.projectProperty().get() != null) {
            if (bench.host().name().equals("local")) {
                picks.addFirst(session.projectProperty().get().folder().toString());
            }
            List<String> recent = session.projectProperty().get().launches().stream()
                    .flatMap(l -> l.mounts().stream())
                    .map(m -> m.host())
                    .distinct()
                    .toList();
            picks.addAll(recent.stream()
                    .filter(r -> r.startsWith("/") && !picks.contains(r))
                    .toList());
        }
        return picks;
    }

    private void showQuick(List<String> picks) {
        quick.getItems()
                .setAll(picks.stream()
                        .map(path -> {
                            MenuItem item = new MenuItem(path);
                            item.setMnemonicParsing(false);
                            item.setOnAction(e -> open(path));
                            return item;
                        })
                        .toList());
        quick.setDisable(picks.isEmpty());
    }

    /** Shows a folder as one of the places, opened and selected. */
    private void open(String path) {
        TreeItem<Folder> item = places.stream()
                .filter(p -> p.getValue().path().equals(path))
                .findFirst()
                .orElseGet(() -> {
                    TreeItem<Folder> fresh = item(new Folder(path, path, "", Optional.empty(), 0));
                    places.addFirst(fresh);
                    root.getChildren().add(mapped.size(), fresh);
                    return fresh;
                });
        item.setExpanded(true);
        view.getSelectionModel().select(item);
        view.scrollTo(Math.max(0, view.getRow(item) - 1));
    }

    private TreeItem<Folder> item(Folder folder) {
        TreeItem<Folder> item = new TreeItem<>(folder);
        item.getChildren().add(new TreeItem<>(Folder.line(session.text("ui.mounts.reading"))));
        item.expandedProperty().addListener((o, was, open) -> {
            if (open) {
                read(item);
            }
        });
        return item;
    }

    private void read(TreeItem<Folder> item) {
        page(item, 0, page -> item.getChildren().setAll(page), session.text("ui.mounts.no-folders"));
    }

    /** A line that stands for folders not yet read is replaced by the next of them. */
    private void readOn(TreeItem<Folder> line) {
        TreeItem<Folder> parent = line.getParent();
        int at = parent.getChildren().indexOf(line);
        page(
                parent,
                at,
                page -> {
                    if (parent.getChildren().remove(line)) {
                        parent.getChildren().addAll(page);
                        view.getSelectionModel().select(page.getFirst());
                    }
                },
                "");
    }

    private void page(TreeItem<Folder> item, int skip, Consumer<List<TreeItem<Folder>>> then, String none) {
        String path = item.getValue().path();
        session.bench()
                .ifPresent(bench -> session.background()
                        .quietly(
                                a -> bench.files().folders(path, skip, AT_ONCE),
                                page -> then.accept(items(path, page, none)),
                                trouble -> then.accept(
                                        List.of(new TreeItem<>(Folder.line(session.text("ui.mounts.closed")))))));
    }

    private List<TreeItem<Folder>> items(String path, HostFiles.Page page, String none) {
        List<TreeItem<Folder>> items = new ArrayList<>();
        for (FileEntry entry : page.folders()) {
            items.add(item(new Folder(
                    (path.equals("/") ? "" : path) + "/" + entry.name(),
                    entry.name(),
                    Permissions.text(entry.mode()),
                    Optional.empty(),
                    0)));
        }
        if (page.more() > 0) {
            items.add(new TreeItem<>(
                    new Folder("", session.text("ui.mounts.more", page.more()), "", Optional.empty(), page.more())));
        } else if (items.isEmpty()) {
            items.add(new TreeItem<>(Folder.line(none)));
        }
        return items;
    }
}
