package org.maxdock.slurm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Untrusted;

/**
 * Words NAME=VALUE in one line, as scontrol --oneliner writes them. A value may hold blanks: a name is what stands
 * before the first = of a word that begins with a capital. What people may write as they like can look like such words:
 * of a job its name, which ends where its user stands, and its command, folder, comments and files, which come last.
 */
final class ScontrolFields {

    private static final Pattern WORD = Pattern.compile("(?:^| )([A-Z][A-Za-z:/]*+)=");

    private static final String JOB = "JobId=";
    private static final String NAME = " JobName=";
    private static final String USER = " UserId=";
    /** What each job has between its user and its command, in this order (SLURM, slurm_sprint_job_info). */
    private static final List<String> AFTER_USER = List.of(" GroupId=", " JobState=", " TimeLimit=", " Partition=");

    private static final String COMMAND = " Command=";
    /** Nobody but who means to mislead has as many jobs in one. */
    private static final int MOST_ENDS = 20;

    private ScontrolFields() {}

    /** Those of each line. */
    static List<Map<String, String>> all(String text) throws Trouble {
        return Untrusted.of(Untrusted.LARGE, TroubleKind.ANSWER_UNREADABLE, "scontrol")
                .text(text, t -> t.lines().map(ScontrolFields::read).toList());
    }

    /** The fields by their names; of a job that can be read in several ways, what is so in each of them. */
    static Map<String, String> read(String line) {
        String text = line.strip();
        int name = text.startsWith(JOB) ? text.indexOf(NAME) : -1;
        List<Integer> ends = name < 0 ? List.of() : endsOfName(text, name + NAME.length());
        if (ends.isEmpty()) {
            return first(text);
        }
        Map<String, String> fields = first(text.substring(0, name));
        if (ends.size() <= MOST_ENDS) {
            Map<String, String> rest = named(text, name, ends.getFirst());
            ends.forEach(end -> rest.entrySet().retainAll(named(text, name, end).entrySet()));
            rest.forEach(fields::putIfAbsent);
        }
        return fields;
    }

    /**
     * Where a job's name may end: at each user whom a whole job follows. There is one such place, unless the name or
     * what comes last holds a whole job, too; where there is none, at the last user.
     */
    private static List<Integer> endsOfName(String text, int from) {
        List<Integer> ends = new ArrayList<>();
        int last = -1;
        for (int at = text.indexOf(USER, from - 1); at >= 0; ) {
            int next = text.indexOf(USER, at + 1);
            if (isWhole(text.substring(at, next < 0 ? text.length() : next))) {
                ends.add(at);
            }
            last = at;
            at = next;
        }
        return ends.isEmpty() && last >= 0 ? List.of(last) : ends;
    }

    private static boolean isWhole(String part) {
        int at = 0;
        for (String field : AFTER_USER) {
            at = at < 0 ? at : part.indexOf(field, at);
        }
        return at >= 0;
    }

    /** Of what comes last only what is said in one way: all else may be a part of another's value. */
    private static Map<String, String> named(String text, int name, int end) {
        int command = text.indexOf(COMMAND, end);
        int free = command < 0 ? text.length() : command;
        Map<String, String> fields = first(text.substring(end, free));
        words(text.substring(free)).forEach((word, values) -> {
            if (values.stream().distinct().count() == 1) {
                fields.putIfAbsent(word, values.getFirst());
            }
        });
        fields.put("JobName", text.substring(name + NAME.length(), Math.max(end, name + NAME.length())));
        return fields;
    }

    private static Map<String, String> first(String text) {
        return words(text).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, e -> e.getValue().getFirst(), (one, other) -> one, LinkedHashMap::new));
    }

    private static Map<String, List<String>> words(String text) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        Matcher word = WORD.matcher(text);
        boolean more = word.find();
        while (more) {
            String name = word.group(1);
            int start = word.end();
            more = word.find();
            words.computeIfAbsent(name, n -> new ArrayList<>())
                    .add(text.substring(start, more ? word.start() : text.length())
                            .strip());
        }
        return words;
    }
}
