package org.maxdock.slurm;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Some of a generic resource, such as two gpu of the type a100: as a node has it (sinfo(1), %G) and as it is asked for
 * (sbatch(1), --gres).
 *
 * @param type empty for any
 */
public record GenericResource(String name, String type, long count) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9_.-]+");
    /** Linear, whatever a node is said to have. */
    private static final com.google.re2j.Pattern ASIDE = com.google.re2j.Pattern.compile("\\([^)]*\\)");

    private static final Pattern COUNT = Pattern.compile("([0-9]{1,9})([kKmMgG]?)");

    private static final String UNITS = "kmg";

    /** Those of a node; what cannot be read is passed over. */
    static List<GenericResource> ofNode(String text) {
        return Arrays.stream(ASIDE.matcher(text).replaceAll("").split(","))
                .map(GenericResource::read)
                .flatMap(Optional::stream)
                .toList();
    }

    /** What is asked for in a word such as gpu, gpu:2, gpu:a100 or gpu:a100:2; empty where that is none. */
    public static Optional<GenericResource> read(String text) {
        String[] parts = text.replaceFirst("^gres[:/]", "").split("[:=]", -1);
        String last = parts[parts.length - 1];
        Matcher count = COUNT.matcher(last);
        boolean counted = parts.length > 1 && count.matches();
        int named = counted ? parts.length - 1 : parts.length;
        String type = named == 2 ? parts[1] : "";
        if (named > 2
                || !NAME.matcher(parts[0]).matches()
                || named == 2 && !TYPE.matcher(type).matches()) {
            return Optional.empty();
        }
        return Optional.of(new GenericResource(parts[0], type, counted ? number(count) : 1));
    }

    private static long number(Matcher count) {
        String unit = count.group(2).toLowerCase(Locale.ROOT);
        return Long.parseLong(count.group(1)) << (unit.isEmpty() ? 0 : 10 * (1 + UNITS.indexOf(unit)));
    }

    /** Whether these, of one node, have as many of it. */
    boolean isIn(List<GenericResource> there) {
        return count
                <= there.stream()
                        .filter(g -> g.name.equals(name) && (type.isEmpty() || type.equalsIgnoreCase(g.type)))
                        .mapToLong(GenericResource::count)
                        .sum();
    }
}
