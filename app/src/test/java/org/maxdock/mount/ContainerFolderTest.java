package org.maxdock.mount;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContainerFolderTest {

    private static final Set<String> IMAGE = Set.of("/bin", "/opt", "/opt/tool", "/opt/tool/lib", "/usr");

    private static CheckedMapping map(String container) {
        return new CheckedMapping(
                new Mapping("/h" + container, container, true),
                new MountVerdict.Ok(List.of()),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /** A line for each folder: how deep, name, kind, how many it hides. */
    private static List<String> show(ContainerFolder folder, String indent) {
        List<String> lines = new java.util.ArrayList<>(List.of(indent + folder.name() + " " + folder.kind()
                + (folder.hidden() > 0 ? " hides " + folder.hidden() : "")));
        folder.children().forEach(c -> lines.addAll(show(c, indent + "  ")));
        return lines;
    }

    @Test
    void whatIsMappedHidesWhatTheImageHasThere() {
        ContainerFolder root = ContainerFolder.root(IMAGE, List.of(map("/opt/"), map("/data/in")), "/data/in/run01");
        assertThat(show(root, ""))
                .containsExactly(
                        "/ IMAGE",
                        "  data WAY",
                        "    in MAPPED",
                        "      run01 DATA",
                        "  opt MAPPED hides 2",
                        "    tool HIDDEN",
                        "      lib HIDDEN",
                        "  bin IMAGE",
                        "  usr IMAGE");
        assertThat(root.children().get(0).leadsToMapping()).isTrue();
        assertThat(root.children().get(2).leadsToMapping()).isFalse();
        assertThat(root.inOrder()).extracting(c -> c.mapping().container()).containsExactly("/data/in", "/opt/");
    }

    @Test
    void eachMappingHasARowWhereverItWants() {
        ContainerFolder root =
                ContainerFolder.root(Set.of(), List.of(map("/b"), map("/b/"), map("relative"), map("/")), "");
        assertThat(show(root, ""))
                .containsExactly("/ IMAGE", "  b MAPPED", "  b MAPPED", "  relative MAPPED", "  / MAPPED");
    }
}
