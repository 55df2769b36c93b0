package org.maxdock.mount;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A folder as it will be in the container.
 *
 * @param name the last part of the path; of a mapping that has no place, its container path as it was written
 * @param mapped the mapping that puts it there
 * @param hidden how many folders of the image this mapping hides
 * @param kind where it comes from
 */
public record ContainerFolder(
        String path,
        String name,
        Kind kind,
        Optional<CheckedMapping> mapped,
        int hidden,
        List<ContainerFolder> children) {

    /** Where a folder comes from. */
    public enum Kind {
        /** From the image's layers. */
        IMAGE,
        /** Neither from the image nor mapped, but on the way to something that is mapped. */
        WAY,
        MAPPED,
        /** From the image, below what is mapped: nobody will see it. */
        HIDDEN,
        /** In what is mapped: where the data is after a mend, or where the work begins. */
        DATA
    }

    private static final class Draft {
        private final String path;
        private final TreeMap<String, Draft> children = new TreeMap<>();
        private final List<CheckedMapping> mapped = new ArrayList<>();
        private boolean inImage;
        private boolean data;

        private Draft(String path) {
            this.path = path;
        }

        private Draft at(String target) {
            Draft draft = this;
            for (String part : target.split("/")) {
                if (!part.isEmpty()) {
                    String below = Paths.join(draft.path, "/" + part);
                    draft = draft.children.computeIfAbsent(part, p -> new Draft(below));
                }
            }
            return draft;
        }
    }

    /**
     * The container's tree.
     *
     * @param imageFolders absolute, as deep as they are to be shown
     * @param workingDirectory empty for the image's own
     */
    public static ContainerFolder root(Set<String> imageFolders, List<CheckedMapping> plan, String workingDirectory) {
        Draft root = new Draft("/");
        root.inImage = true;
        imageFolders.forEach(folder -> root.at(folder).inImage = true);
        List<CheckedMapping> nowhere = new ArrayList<>();
        for (CheckedMapping one : plan) {
            String container = one.mapping().container();
            if (container.startsWith("/")
                    && !Paths.clean(container).equals("/")
                    && container.chars().noneMatch(c -> c < 0x20)) {
                root.at(Paths.clean(container)).mapped.add(one);
            } else {
                nowhere.add(one);
            }
        }
        if (plan.stream()
                .anyMatch(m -> Paths.below(
                        Paths.clean(workingDirectory), Paths.clean(m.mapping().container())))) {
            root.at(Paths.clean(workingDirectory)).data = true;
        }
        ContainerFolder tree = finish(root, "/", false).getFirst();
        List<ContainerFolder> children = new ArrayList<>(tree.children());
        nowhere.forEach(one -> children.add(
                new ContainerFolder("", one.mapping().container(), Kind.MAPPED, Optional.of(one), 0, List.of())));
        return new ContainerFolder("/", "/", Kind.IMAGE, Optional.empty(), 0, List.copyOf(children));
    }

    /** One folder; as many as mappings where several want the same place. */
    private static List<ContainerFolder> finish(Draft draft, String name, boolean hidden) {
        boolean covers = !draft.mapped.isEmpty();
        List<ContainerFolder> children = new ArrayList<>();
        draft.children.forEach((part, child) -> children.addAll(finish(child, part, hidden || covers)));
        children.sort(
                java.util.Comparator.comparing(child -> !child.leadsToMapping())); // what the plan is about comes first
        Kind kind = covers
                ? Kind.MAPPED
                : draft.data ? Kind.DATA : !draft.inImage ? Kind.WAY : hidden ? Kind.HIDDEN : Kind.IMAGE;
        if (!covers) {
            return List.of(new ContainerFolder(draft.path, name, kind, Optional.empty(), 0, List.copyOf(children)));
        }
        List<ContainerFolder> all = new ArrayList<>();
        int hides = children.stream().mapToInt(ContainerFolder::countHidden).sum();
        for (CheckedMapping one : draft.mapped) {
            boolean last = all.size() == draft.mapped.size() - 1;
            all.add(new ContainerFolder(
                    draft.path, name, kind, Optional.of(one), hides, last ? List.copyOf(children) : List.of()));
        }
        return all;
    }

    private int countHidden() {
        return (kind == Kind.HIDDEN ? 1 : 0)
                + children.stream().mapToInt(ContainerFolder::countHidden).sum();
    }

    /** The mappings in the order in which the tree shows them. */
    public List<CheckedMapping> inOrder() {
        List<CheckedMapping> all = new ArrayList<>(mapped.stream().toList());
        children.forEach(child -> all.addAll(child.inOrder()));
        return all;
    }

    /** Whether a mapping or data is in it or below it. */
    public boolean leadsToMapping() {
        return mapped.isPresent() || kind == Kind.DATA || children.stream().anyMatch(ContainerFolder::leadsToMapping);
    }
}
