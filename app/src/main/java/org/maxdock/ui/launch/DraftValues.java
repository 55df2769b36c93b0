package org.maxdock.ui.launch;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchKind;
import org.maxdock.launch.RunMode;

/**
 * All of a draft, at one moment.
 *
 * @param texts what was typed; fields that are empty are left out
 * @param exclusive whether nodes are wanted whole
 * @param origin the launch that it was taken from, as it was kept then: what was not changed since is as it is there,
 *     word for word
 * @param ofProject whether that launch is one that the project keeps, and not a run or a pasted line
 */
public record DraftValues(
        Map<DraftField, String> texts,
        LaunchKind.Name kind,
        RunMode mode,
        PlaceChoice place,
        boolean exclusive,
        DraftMounts mounts,
        Optional<Launch> origin,
        boolean ofProject) {

    /** What a new launch begins with. */
    public static final DraftValues FRESH = new DraftValues(
            Map.of(
                    DraftField.NAME, "shell",
                    DraftField.COMMAND, "bash",
                    DraftField.NODES, "1",
                    DraftField.TIME, "1:00:00"),
            LaunchKind.Name.SHELL,
            RunMode.ME,
            PlaceChoice.byDefault(),
            false,
            new DraftMounts.FollowsPlan(),
            Optional.empty(),
            false);

    private static final Set<DraftField> PASTED = pasted();

    private static Set<DraftField> pasted() {
        Set<DraftField> fields = EnumSet.of(DraftField.IMAGE, DraftField.COMMAND, DraftField.DIRECTORY);
        fields.addAll(EnumSet.range(DraftField.ENVIRONMENT, DraftField.SITE_OPTIONS));
        return fields;
    }

    public DraftValues {
        Map<DraftField, String> filled = new EnumMap<>(DraftField.class);
        texts.forEach((field, text) -> {
            if (!text.isEmpty()) {
                filled.put(field, text);
            }
        });
        texts = Map.copyOf(filled);
    }

    /**
     * A draft that is that launch.
     *
     * @param kept as it is kept, with the names of its plans
     * @param mounts all that it maps
     * @param ofProject whether it is the project that keeps it
     */
    static DraftValues of(Launch kept, DraftMounts.Own mounts, boolean ofProject) {
        return new DraftValues(
                LaunchTexts.of(kept),
                kept.kind().name(),
                kept.mode(),
                PlaceChoice.of(kept.place()),
                LaunchTexts.isExclusive(kept),
                mounts,
                Optional.of(kept),
                ofProject);
    }

    /** Without spaces around; empty for none. */
    public String text(DraftField field) {
        return texts.getOrDefault(field, "").strip();
    }

    /** As it was typed; empty for none. */
    public String typed(DraftField field) {
        return texts.getOrDefault(field, "");
    }

    public boolean isAsked(DraftField field) {
        return field.isAsked(kind, mode, place);
    }

    /** The launch that it was taken from, if none of these fields was changed since. */
    Optional<Launch> unchanged(Set<DraftField> fields) {
        return origin.filter(launch -> {
            Map<DraftField, String> before = LaunchTexts.of(launch);
            return fields.stream().allMatch(f -> before.getOrDefault(f, "").equals(typed(f)));
        });
    }

    /** This draft with what a pasted line says: all but name, kind and place. */
    DraftValues pasted(Launch line) {
        Map<DraftField, String> both = new EnumMap<>(DraftField.class);
        both.putAll(texts);
        Map<DraftField, String> said = LaunchTexts.of(line);
        PASTED.forEach(field -> both.put(field, said.getOrDefault(field, "")));
        return new DraftValues(
                both,
                kind,
                line.mode(),
                place,
                exclusive,
                new DraftMounts.Own(line.mounts()),
                Optional.of(line),
                false);
    }

    /** The same, taken from a launch that the project keeps. */
    DraftValues from(Launch launch) {
        return new DraftValues(texts, kind, mode, place, exclusive, mounts, Optional.of(launch), true);
    }

    /** The launch that the project keeps and this was taken from, as it was then. */
    Optional<Launch> kept() {
        return origin.filter(launch -> ofProject);
    }

    public DraftValues with(DraftMounts others) {
        return new DraftValues(texts, kind, mode, place, exclusive, others, origin, ofProject);
    }
}
