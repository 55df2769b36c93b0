package org.maxdock.store.file;

import java.util.List;

/** What an editor does not show of a text, and what must be the same after it: byte order mark and ends of lines. */
final class TextForm {

    private static final String MARK = "\uFEFF";

    private TextForm() {}

    /** The text as an editor shows it. */
    static String plain(String text) {
        return unix(text.startsWith(MARK) ? text.substring(1) : text);
    }

    private static String unix(String text) {
        return text.replaceAll("(?<!\r)\r++\n", "\n"); // however many there are, each is looked at once
    }

    /** What an editor made of a text, in that text's form. Lines before and after all changes keep their own ends. */
    static String like(String old, String edited) {
        String mark = old.startsWith(MARK) ? MARK : "";
        List<String> before = List.of(old.substring(mark.length()).split("(?<=\n)"));
        List<String> after = List.of(edited.split("(?<=\n)"));
        long windows = before.stream().filter(l -> l.endsWith("\r\n")).count();
        boolean mostly =
                2 * windows > before.stream().filter(l -> l.endsWith("\n")).count();
        int head = 0;
        while (head < Math.min(before.size(), after.size())
                && unix(before.get(head)).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(before.size(), after.size()) - head
                && unix(before.get(before.size() - 1 - tail)).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        String changed = String.join("", after.subList(head, after.size() - tail));
        return mark
                + String.join("", before.subList(0, head))
                + (mostly ? changed.replace("\n", "\r\n") : changed)
                + String.join("", before.subList(before.size() - tail, before.size()));
    }
}
