package org.maxdock.ui.shared;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Which page is shown, and the latest news in the bar at the bottom. On the window's thread. */
public final class Navigation {

    private final ReadOnlyStringWrapper page = new ReadOnlyStringWrapper("overview");
    private final ReadOnlyStringWrapper news = new ReadOnlyStringWrapper("");

    /** The id of the page that is shown. */
    public ReadOnlyStringProperty pageProperty() {
        return page.getReadOnlyProperty();
    }

    public void go(String id) {
        page.set(id);
    }

    /** The latest news of what runs elsewhere: it covers nothing, and so is in nobody's way. */
    public ReadOnlyStringProperty newsProperty() {
        return news.getReadOnlyProperty();
    }

    public void tell(String what) {
        news.set(what);
    }
}
