package org.maxdock.ui.shared;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.maxdock.store.Settings;
import org.maxdock.store.SettingsFile;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Trouble;

/**
 * The user's settings, as the window shows them; each change is kept at once, in a file that other programs change too.
 * On the window's thread.
 */
public final class SettingsModel implements AutoCloseable {

    private final Background background;
    private final SettingsFile file;
    private final Queue<UnaryOperator<Settings>> unwritten = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writer = new ReentrantLock();
    private boolean writing;
    private final ReadOnlyObjectWrapper<Settings> settings;

    public SettingsModel(Background background, SettingsFile file, Settings settings) {
        this.background = background;
        this.file = file;
        this.settings = new ReadOnlyObjectWrapper<>(settings);
    }

    public ReadOnlyObjectProperty<Settings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    public Settings get() {
        return settings.get();
    }

    /** Makes a change here at once, and in the file, in the order of the changes, of what that holds then. */
    public void change(UnaryOperator<Settings> change) {
        try {
            settings.set(change.apply(settings.get()));
        } catch (InvalidValue e) {
            background.trouble(e.trouble());
            return;
        }
        unwritten.add(change);
        write();
    }

    private void write() {
        if (writing || unwritten.isEmpty()) {
            return;
        }
        writing = true;
        background.quietly(
                a -> writeNext(),
                kept -> {
                    kept.ifPresent(k -> settings.set(withUnwritten(k)));
                    written();
                },
                trouble -> {
                    background.trouble(trouble);
                    written();
                });
    }

    /** What the file holds afterwards; empty where nothing is left to write. On any thread. */
    private Optional<Settings> writeNext() throws Trouble {
        writer.lock();
        try {
            UnaryOperator<Settings> next = unwritten.poll();
            return next == null ? Optional.empty() : Optional.of(file.change(next));
        } finally {
            writer.unlock();
        }
    }

    /**
     * Writes what is not in the file yet, also when the window's thread has ended already; not on that thread.
     *
     * @throws Trouble where it cannot be written
     */
    @Override
    public void close() throws Trouble {
        Optional<Trouble> first = Optional.empty();
        boolean more = true;
        while (more) {
            try {
                more = InvalidValue.orTrouble(this::writeNext).isPresent();
            } catch (Trouble e) { // those after it may be written
                first = first.or(() -> Optional.of(e));
            }
        }
        if (first.isPresent()) {
            throw first.get();
        }
    }

    private void written() {
        writing = false;
        write();
    }

    private Settings withUnwritten(Settings kept) {
        Settings now = kept;
        for (UnaryOperator<Settings> change : unwritten) {
            now = change.apply(now);
        }
        return now;
    }
}
