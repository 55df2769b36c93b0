package org.maxdock.ui.mounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maxdock.generated.OneChanged;
import org.maxdock.launch.PlanForm;
import org.maxdock.mount.Mapping;
import org.maxdock.ui.launch.DraftField;
import org.maxdock.ui.launch.DraftMounts;

/** The command line below the mappings follows all that it is made of, in each of its forms. */
class MountsCommandTest {

    private static final Mapping MAPPING = new Mapping("/c", "/mapped", true);

    @TempDir
    Path folder;

    private MountsBench bench;

    @BeforeEach
    void begin() throws Exception {
        bench = new MountsBench(folder);
        bench.all.begin();
        own(MAPPING);
        bench.subject.choose(MountSubject.Whose.LAUNCH);
        bench.settle();
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    private void own(Mapping... mappings) {
        bench.all.draft.mountsProperty().set(new DraftMounts.Own(List.of(mappings)));
    }

    private String shown() {
        return bench.page.command().get();
    }

    /** What it would be if it were made now. */
    private String made() {
        List<Mapping> mappings = bench.subject.mappings();
        return bench.page
                .formProperty()
                .get()
                .write(
                        bench.all.model.image(),
                        mappings,
                        bench.all.model.directory(mappings),
                        bench.all.draft.command());
    }

    @ParameterizedTest
    @EnumSource
    void followsEachPartOfAMapping(PlanForm form) {
        bench.page.formProperty().set(form);
        String before = shown();
        for (OneChanged.Change<Mapping> change : OneChanged.of(MAPPING)) {
            own(change.value());
            assertThat(shown()).as(change.path()).isNotEqualTo(before).isEqualTo(made());
        }
        own(MAPPING, new Mapping("/second", "/second", false));
        assertThat(shown()).contains("/second").isEqualTo(made());
        own();
        assertThat(shown()).doesNotContain("/mapped").isEqualTo(made());
    }

    /** In Compose's own file the mappings are those of a service that says the rest. */
    @ParameterizedTest
    @EnumSource
    void followsEachFieldThatIsInIt(PlanForm form) {
        bench.page.formProperty().set(form);
        Set<DraftField> followed = new HashSet<>();
        for (DraftField field : DraftField.values()) {
            String before = shown();
            String typed = bench.all.draft.text(field).get();
            bench.all.type(field, field == DraftField.IMAGE ? "r/new:1" : "/other");
            assertThat(shown()).as(field.toString()).isEqualTo(made());
            if (!shown().equals(before)) {
                followed.add(field);
            }
            bench.all.type(field, typed);
            assertThat(shown()).as(field.toString()).isEqualTo(made());
        }
        assertThat(followed)
                .isEqualTo(
                        form == PlanForm.COMPOSE
                                ? Set.of(DraftField.DIRECTORY)
                                : Set.of(DraftField.IMAGE, DraftField.COMMAND, DraftField.DIRECTORY));
    }

    @ParameterizedTest
    @EnumSource
    void isOfTheMappingsThatAreShown(PlanForm form) {
        bench.page.formProperty().set(form);
        String ofLaunch = shown();
        bench.subject.choose(MountSubject.Whose.PROJECT);
        assertThat(shown()).isNotEqualTo(ofLaunch).isEqualTo(made());
        bench.all.project.model().edit(now -> now.withMounts(List.of(new Mapping("/edited", "/e", false))));
        bench.settle();
        assertThat(shown()).contains("/edited").isEqualTo(made());
    }
}
