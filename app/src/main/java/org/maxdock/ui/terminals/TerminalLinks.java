package org.maxdock.ui.terminals;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.techsenger.jeditermfx.core.model.hyperlinks.HyperlinkFilter;
import com.techsenger.jeditermfx.core.model.hyperlinks.LinkInfo;
import com.techsenger.jeditermfx.core.model.hyperlinks.LinkResult;
import com.techsenger.jeditermfx.core.model.hyperlinks.LinkResultItem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Addresses of the web in what a terminal shows, which a click opens; whoever wrote them, nothing else is opened. */
final class TerminalLinks implements HyperlinkFilter {

    private static final Pattern ADDRESS =
            Pattern.compile("https?://[A-Za-z0-9\\[][A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;=%-]*[A-Za-z0-9/=&#_~-]");

    private static final int LONGEST_LINE = 10_000;

    private final Consumer<String> open;
    private String last = "";
    private int lastStart = -1;
    private AtomicReference<String> lastAddress = new AtomicReference<>();

    TerminalLinks(Consumer<String> open) {
        this.open = open;
    }

    /**
     * A line comes again as it grows, and what is a link already stays one: so that an address which goes on is the
     * whole one for its first letters, too.
     */
    @Override
    public synchronized LinkResult apply(String line) {
        if (line.length() > LONGEST_LINE || !line.contains("://")) {
            last = "";
            return null; // as its interface has it
        }
        boolean grew = !last.isEmpty() && line.startsWith(last);
        List<LinkResultItem> found = new ArrayList<>();
        Matcher matcher = ADDRESS.matcher(line);
        while (matcher.find()) {
            if (!grew || matcher.start() != lastStart) {
                lastAddress = new AtomicReference<>();
            }
            AtomicReference<String> address = lastAddress;
            address.set(matcher.group());
            lastStart = matcher.start();
            found.add(
                    new LinkResultItem(matcher.start(), matcher.end(), new LinkInfo(() -> open.accept(address.get()))));
        }
        last = line;
        return found.isEmpty() ? null : new LinkResult(found);
    }
}
