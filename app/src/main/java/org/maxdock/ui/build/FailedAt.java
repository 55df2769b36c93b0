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
        CommonEnds same = CommonEnds.of(was, is);
        if (lines.last() <= same.head()) {
            return Optional.of(lines);
        }
        return lines.first() > was.size() - same.tail()
                ? Optional.of(lines.moved(is.size() - was.size()))
                : Optional.empty();
    }
}
