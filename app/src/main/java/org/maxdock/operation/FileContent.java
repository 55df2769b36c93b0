package org.maxdock.operation;

import java.util.List;
import java.util.Optional;
import org.maxdock.text.RawText;

/**
 * What a text file held at one time, whatever its bytes: a byte order mark, ends of lines and bytes that are no UTF-8
 * are not shown by an editor, and must be the same after it.
 *
 * @param raw its bytes ({@link RawText}); empty where there was no file
 */
public record FileContent(Optional<String> raw) {

    /** That of a file that is not there. */
    public static final FileContent NONE = new FileContent(Optional.empty());

    private static final String MARK = "\uFEFF";

    public static FileContent of(byte[] bytes) {
        return of(RawText.of(bytes));
    }

    /** @param raw as {@link RawText} */
    public static FileContent of(String raw) {
        return new FileContent(Optional.of(raw));
    }

    /** Empty where there was no file. */
    public String text() {
        return raw.orElse("");
    }

    public byte[] bytes() {
        return RawText.bytes(text());
    }

    /** As an editor shows it: without byte order mark, each line ended by a line feed. */
    public String edited() {
        return plain(text().substring(mark().length()));
    }

    private String mark() {
        return text().startsWith(MARK) ? MARK : "";
    }

    private static String plain(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /**
     * What an editor made of it, in the form of the file: lines before and after all changes keep their ends, new ones
     * have that of most.
     */
    public FileContent with(String edited) {
        List<String> before = lines(text().substring(mark().length()));
        List<String> after = lines(edited);
        int most = Math.min(before.size(), after.size());
        int head = 0;
        while (head < most && plain(before.get(head)).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < most - head
                && plain(before.get(before.size() - 1 - tail)).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        String changed = String.join("", after.subList(head, after.size() - tail));
        return of(mark()
                + String.join("", before.subList(0, head))
                + (mostlyWindows(before) ? changed.replace("\n", "\r\n") : changed)
                + String.join("", before.subList(before.size() - tail, before.size())));
    }

    /** Each with its end. */
    private static List<String> lines(String text) {
        return List.of(text.split("(?<=\n)|(?<=\r)(?!\n)"));
    }

    private static boolean mostlyWindows(List<String> lines) {
        long windows = lines.stream().filter(l -> l.endsWith("\r\n")).count();
        return 2 * windows > lines.stream().filter(l -> l.endsWith("\n")).count();
    }
}
