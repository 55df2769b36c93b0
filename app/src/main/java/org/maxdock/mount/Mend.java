package org.maxdock.mount;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What to map instead.
 *
 * @param host the folder that the engine will accept
 * @param container where to map it
 * @param path where the data is then, inside the container
 */
public record Mend(String host, String container, String path) {

    /**
     * A folder instead of what was to be mapped, which is below it; at the same place in the container, so that the
     * data is deeper.
     */
    static Mend below(Mapping mapping, String folder, String path) {
        String container = Paths.clean(mapping.container());
        return new Mend(folder, container, container + Paths.within(path, folder));
    }

    /** The same folder at the very place that it has on the host: what was written for the host then works inside. */
    static Mend asOnHost(String folder, String path) {
        return new Mend(folder, folder, path);
    }

    /** The same with a folder further up, so that the data is deeper inside. */
    Mend higher(String parent) {
        boolean same = host.equals(container);
        String between = Paths.within(host, parent);
        return same
                ? asOnHost(parent, path)
                : new Mend(parent, container, container + between + path.substring(container.length()));
    }

    public Mapping apply(Mapping mapping) {
        return new Mapping(host, container, mapping.readOnly());
    }

    /** The working directory after it: where the data is, unless one was chosen. */
    public String directory(Mapping mapping, String before) {
        return before.isEmpty() ? path : rewrite(mapping, before);
    }

    /**
     * A working directory, an argument or an environment value, with the old place in it replaced by where the data is
     * now.
     */
    public String rewrite(Mapping mapping, String text) {
        String old = Paths.clean(mapping.container());
        return Pattern.compile("(?<![A-Za-z0-9._/-])" + Pattern.quote(old) + "(?=/|[^A-Za-z0-9._-]|$)")
                .matcher(text)
                .replaceAll(Matcher.quoteReplacement(path));
    }
}
