package org.maxdock.ui.build;

import java.util.ArrayList;
import java.util.List;

/** How two texts differ, line by line: the longest sequence of lines that both have stays, the others go or come. */
record LineDifference(List<Line> lines) {

    /** Above so many pairs of lines, what differs is shown as one block that goes and one that comes. */
    private static final int MOST_PAIRS = 4_000_000;

    enum Side {
        BOTH,
        THEIRS,
        MINE
    }

    record Line(Side side, String text) {}

    LineDifference {
        lines = List.copyOf(lines);
    }

    static LineDifference of(String theirs, String mine) {
        List<String> a = theirs.lines().toList();
        List<String> b = mine.lines().toList();
        CommonEnds same = CommonEnds.of(a, b);
        int head = same.head();
        int tail = Math.min(same.tail(), Math.min(a.size(), b.size()) - head);
        List<Line> lines = new ArrayList<>();
        a.subList(0, head).forEach(l -> lines.add(new Line(Side.BOTH, l)));
        middle(a.subList(head, a.size() - tail), b.subList(head, b.size() - tail), lines);
        a.subList(a.size() - tail, a.size()).forEach(l -> lines.add(new Line(Side.BOTH, l)));
        return new LineDifference(lines);
    }

    private static void middle(List<String> a, List<String> b, List<Line> lines) {
        int[][] common = (long) a.size() * b.size() > MOST_PAIRS ? new int[0][] : common(a, b);
        int i = 0;
        int j = 0;
        while (common.length > 0 && i < a.size() && j < b.size()) {
            if (a.get(i).equals(b.get(j))) {
                lines.add(new Line(Side.BOTH, a.get(i++)));
                j++;
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                lines.add(new Line(Side.THEIRS, a.get(i++)));
            } else {
                lines.add(new Line(Side.MINE, b.get(j++)));
            }
        }
        a.subList(i, a.size()).forEach(l -> lines.add(new Line(Side.THEIRS, l)));
        b.subList(j, b.size()).forEach(l -> lines.add(new Line(Side.MINE, l)));
    }

    /** At i, j: how many lines what follows them has in common. */
    private static int[][] common(List<String> a, List<String> b) {
        int[][] common = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                common[i][j] = a.get(i).equals(b.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
