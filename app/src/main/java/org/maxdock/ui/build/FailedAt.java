package org.maxdock.ui.build;

import java.util.List;
import java.util.Optional;
import org.maxdock.image.context.BuildFolder;
import org.maxdock.image.dockerfile.LineRange;

/**
 * By which lines a build failed.
 *
 * @param dockerfile the text that was built
 * @param lines of that text
 */
record FailedAt(BuildFolder folder, String dockerfile, LineRange lines) {

    /** Where the same lines stand in what is edited now; empty where they were changed, as by who mends them. */
    Optional<LineRange> in(BuildFolder edited, String text) {
        if (!folder.equals(edited)) {
            return Optional.empty();
        }
        List<String> was = dockerfile.lines().toList();
        List<String> is = text.lines().toList();
        int most = Math.min(was.size(), is.size());
        int head = 0;
        while (head < most && was.get(head).equals(is.get(head))) {
            head++;
        }
        if (lines.last() <= head) {
            return Optional.of(lines);
        }
        int tail = 0;
        while (tail < most && was.get(was.size() - 1 - tail).equals(is.get(is.size() - 1 - tail))) {
            tail++;
        }
        return lines.first() > was.size() - tail ? Optional.of(lines.moved(is.size() - was.size())) : Optional.empty();
    }
}
