package org.maxdock.ui.terminals;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.techsenger.jeditermfx.core.model.hyperlinks.HyperlinkFilter;
import com.techsenger.jeditermfx.core.model.hyperlinks.LinkInfo;
import com.techsenger.jeditermfx.core.model.hyperlinks.LinkResult;
import com.techsenger.jeditermfx.core.model.hyperlinks.LinkResultItem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Addresses of the web in what a terminal shows, which a click opens; whoever wrote them, nothing else is opened. */
final class TerminalLinks implements HyperlinkFilter {

    private static final Pattern ADDRESS =
            Pattern.compile("https?://[A-Za-z0-9\\[][A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;=%-]*[A-Za-z0-9/=&#_~-]");

    private static final int LONGEST_LINE = 10_000;

    private final Consumer<String> open;

    TerminalLinks(Consumer<String> open) {
        this.open = open;
    }

    @Override
    public LinkResult apply(String line) {
        if (line.length() > LONGEST_LINE || !line.contains("://")) {
            return null; // as its interface has it
        }
        List<LinkResultItem> found = new ArrayList<>();
        Matcher matcher = ADDRESS.matcher(line);
        while (matcher.find()) {
            String address = matcher.group();
            found.add(new LinkResultItem(matcher.start(), matcher.end(), new LinkInfo(() -> open.accept(address))));
        }
        return found.isEmpty() ? null : new LinkResult(found);
    }
}
