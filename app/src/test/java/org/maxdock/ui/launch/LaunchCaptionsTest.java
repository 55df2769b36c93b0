package org.maxdock.ui.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import javafx.beans.binding.Binding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchKind;
import org.maxdock.mount.Mapping;

/** What the page of a launch says and allows follows the draft, whatever of it is changed. */
class LaunchCaptionsTest {

    private LaunchBench bench;

    @BeforeEach
    void begin(@TempDir Path folder) throws Exception {
        bench = new LaunchBench(folder);
        bench.begin();
        Launch kept = LaunchDraftTest.Kept.kept();
        bench.draft.show(DraftValues.of(kept, new DraftMounts.Own(kept.mounts()), true));
        bench.bench.settle();
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    /** What the page says or allows, by its name: each of the model's bindings, one that comes later, too. */
    private Map<String, Supplier<Object>> bindings() throws Exception {
        Map<String, Supplier<Object>> all = new TreeMap<>();
        for (Method method : LaunchModel.class.getDeclaredMethods()) {
            if (Binding.class.isAssignableFrom(method.getReturnType()) && method.getParameterCount() == 0) {
                method.setAccessible(true);
                Binding<?> held = (Binding<?>) method.invoke(bench.page);
                all.put(method.getName(), held::getValue);
            }
        }
        assertThat(all).containsKeys("caption", "consequence", "mounts", "startable", "keepable");
        return all;
    }

    private static Map<String, Object> values(Map<String, Supplier<Object>> of) {
        Map<String, Object> values = new TreeMap<>();
        of.forEach((name, value) -> values.put(name, value.get()));
        return values;
    }

    /** What was said before is not said any more where a page that is made now would say something else. */
    @Test
    void captionsAreNeverThoseOfBefore() throws Exception {
        Map<String, Supplier<Object>> held = bindings();
        Set<Object> captions = new HashSet<>();
        Set<Object> consequences = new HashSet<>();
        values(held);
        for (LaunchKind.Name kind : LaunchKind.Name.values()) {
            bench.draft.kindProperty().set(kind);
            bench.bench.settle();
            captions.add(held.get("caption").get());
            consequences.add(held.get("consequence").get());
            assertThat(values(held)).as(kind.toString()).isEqualTo(values(bindings()));
        }
        assertThat(captions).hasSize(2);
        assertThat(consequences).hasSizeGreaterThan(5); // of two kinds the browser opens
        for (DraftField field : DraftField.values()) {
            bench.type(field, "other");
            assertThat(values(held)).as(field.toString()).isEqualTo(values(bindings()));
        }
        Set<Object> mounts = new HashSet<>(Set.of(held.get("mounts").get()));
        for (DraftMounts own : List.of(
                new DraftMounts.FollowsPlan(),
                new DraftMounts.Own(List.of()),
                new DraftMounts.Own(List.of(new Mapping("/x", "/y", true))))) {
            bench.draft.mountsProperty().set(own);
            assertThat(values(held)).isEqualTo(values(bindings()));
            mounts.add(held.get("mounts").get());
        }
        assertThat(mounts).hasSize(4);
    }
}
