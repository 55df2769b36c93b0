package org.maxdock.launch;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What scripts of the site keep on disk for each job, beside what a launch makes: it stays when the job has ended.
 *
 * @param patterns paths in which $USER and $JOB stand for the user's name and the job's number
 * @param sharedRoots folders below which all hosts see the same, so that it is looked for on the server alone
 */
public record JobFiles(List<String> patterns, List<String> sharedRoots) {

    public static final JobFiles NONE = new JobFiles(List.of(), List.of());

    public JobFiles {
        patterns = List.copyOf(patterns);
        sharedRoots = List.copyOf(sharedRoots);
    }

    /** Those that are each node's own. */
    List<String> ofNodes() {
        return patterns.stream()
                .filter(path -> sharedRoots.stream().noneMatch(root -> path.startsWith(root + "/")))
                .toList();
    }

    /** The number of the job that it was kept for, where that is what the path is. */
    Optional<String> job(String path) {
        return patterns.stream()
                .map(pattern -> Pattern.compile(Pattern.quote(pattern)
                                .replace("$USER", "\\E[^/]+\\Q")
                                .replace("$JOB", "\\E([0-9]{1,10})\\Q"))
                        .matcher(path))
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .findFirst();
    }
}
