package org.maxdock.ui.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maxdock.operation.RegistryOperations;
import org.maxdock.registry.FoundRepository;
import org.maxdock.ui.ModelBench;
import org.maxdock.ui.ModelConnection;
import org.maxdock.ui.ModelPause;

/** A search in registries, of which the later one counts. */
class RegistryModelTest {

    private final ModelBench bench = new ModelBench();
    private final ModelConnection connection = new ModelConnection(bench);
    private final RegistryOperations operations = mock(RegistryOperations.class);
    private final List<String> pulled = new ArrayList<>();
    private RegistryModel model;

    @BeforeEach
    void begin() throws Exception {
        when(operations.accounts()).thenReturn(Map.of("registry:5000", "me", "https://index.docker.io/v1/", "me"));
        connection.connect();
        model = new RegistryModel(bench.background(), connection.model(), bench.texts(), operations, pulled::add);
        bench.settle();
    }

    private static FoundRepository repository(String name) {
        return new FoundRepository(name, "", 0, false);
    }

    @Test
    void registriesThatOneIsLoggedInToAreOffered() {
        assertThat(model.registries()).containsExactly("registry:5000");
    }

    @Test
    void theFirstThatIsFoundIsChosenWithItsFirstTagAndPulled() throws Exception {
        when(operations.search("registry:5000", "base"))
                .thenReturn(List.of(repository("registry:5000/base"), repository("registry:5000/base2")));
        when(operations.tags("registry:5000/base")).thenReturn(List.of("2", "1"));
        model.registryProperty().set(" registry:5000 ");
        model.wordProperty().set("base ");
        model.search();
        assertThat(model.whyEmpty().get()).startsWith("Search for");
        bench.settle();
        model.pull();
        assertThat(pulled).containsExactly("registry:5000/base:2");
    }

    @Test
    void theLaterSearchCounts() throws Exception {
        ModelPause pause = new ModelPause();
        when(operations.search("", "old")).thenAnswer(call -> pause.then(List.of(repository("old"))));
        when(operations.search("", "new")).thenReturn(List.of(repository("new")));
        model.wordProperty().set("old");
        model.search();
        model.wordProperty().set("new");
        model.search();
        bench.settleUntil(() -> !model.found().isEmpty());
        pause.end();
        bench.settle();
        assertThat(model.found()).containsExactly(repository("new"));
    }

    @Test
    void tagsAreThoseOfTheRepositoryThatIsChosen() throws Exception {
        ModelPause pause = new ModelPause();
        when(operations.search(any(), any())).thenReturn(List.of(repository("a"), repository("b")));
        when(operations.tags("a")).thenAnswer(call -> pause.then(List.of("of-a")));
        when(operations.tags("b")).thenReturn(List.of("of-b"));
        model.search();
        bench.settleUntil(() -> model.repositoryProperty().get() != null);
        model.repositoryProperty().set(repository("b"));
        pause.end();
        bench.settle();
        assertThat(model.tags()).containsExactly("of-b");
        model.repositoryProperty().set(null);
        model.pull();
        assertThat(pulled).isEmpty();
    }
}
