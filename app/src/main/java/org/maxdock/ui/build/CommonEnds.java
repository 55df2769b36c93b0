package org.maxdock.ui.build;

import java.util.List;

/**
 * How many lines two texts have in common at their beginnings, and how many at their ends; a line that is repeated may
 * count for both.
 */
record CommonEnds(int head, int tail) {

    static CommonEnds of(List<String> one, List<String> other) {
        int most = Math.min(one.size(), other.size());
        int head = 0;
        while (head < most && one.get(head).equals(other.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < most && one.get(one.size() - 1 - tail).equals(other.get(other.size() - 1 - tail))) {
            tail++;
        }
        return new CommonEnds(head, tail);
    }
}
