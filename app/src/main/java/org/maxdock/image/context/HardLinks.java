package org.maxdock.image.context;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * Files of a folder that have several names in it. Docker's clients send such a file once and its other names as links
 * to it (moby's archive, tonistiigi/fsutil), so that it is one file in the image, too. Names that are left out of the
 * build count for nothing.
 */
final class HardLinks {

    private final Map<FileFacts.Identity, SortedMap<String, ContextFile>> names = new HashMap<>();

    /** Takes a name into account. */
    void add(ContextFile file, FileFacts facts) {
        if (facts.hasSeveralNames()) {
            names.computeIfAbsent(facts.identity(), one -> new TreeMap<>()).put(file.name(), file);
        }
    }

    /** For each name but the first of its file, the first: that is the least, in whichever order they were found. */
    Map<String, ContextFile> firsts() {
        Map<String, ContextFile> firsts = new HashMap<>();
        for (SortedMap<String, ContextFile> all : names.values()) {
            ContextFile first = all.get(all.firstKey());
            all.keySet().stream().skip(1).forEach(name -> firsts.put(name, first));
        }
        return firsts;
    }

    /** What such a name is ({@link ContextTar#what}), where its file is that: both change with each other. */
    static String asLink(String file, String first) {
        int content = file.lastIndexOf(' ');
        return (char) TarConstants.LF_LINK + file.substring(1, content + 1) + first + file.substring(content);
    }

    /** What the file is that such a name is of; of anything else the same. */
    static String asFile(String what) {
        if (what.charAt(0) != TarConstants.LF_LINK) {
            return what;
        }
        int permissions = what.indexOf(' ', 2);
        return (char) TarConstants.LF_NORMAL + what.substring(1, permissions) + what.substring(what.lastIndexOf(' '));
    }
}
