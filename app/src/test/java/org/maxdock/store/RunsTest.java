package org.maxdock.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.RunMode;
import org.maxdock.slurm.Mark;

/** What of runs and builds cannot be read, of another version or half of one, takes nothing else with it. */
class RunsTest {

    private final Json json = new Json();

    @TempDir
    Path folder;

    private static Run run(String name) {
        Launch launch = new Launch(
                name,
                ImageReference.parse("r/i:1"),
                List.of(),
                List.of(),
                RunMode.ISOLATED,
                LaunchPlace.Allocation.of("maxcpu", 1, "5"),
                List.of("true"),
                "");
        return new Run(Mark.fresh(), Optional.empty(), "max-wgs", "2026-11-24T16:40:00Z", launch, "", "", "", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "{}", "{\"mark\":7}", "{\"mark\":\"no mark\",\"later\":[1]}", "null"})
    void oneThatCannotBeReadIsPassedOverAndStays(String odd) throws Exception {
        Path file = folder.resolve("runs.json");
        Runs runs = new Runs(file, json);
        Run first = run("first");
        runs.put(first);
        ArrayNode list = (ArrayNode) json.mapper().readTree(file.toFile());
        list.insert(0, json.mapper().readTree(odd));
        json.mapper().writeValue(file.toFile(), list);

        assertThat(runs.all()).containsExactly(first);
        Run second = run("second");
        runs.put(second);
        assertThat(new Runs(file, json).all()).containsExactly(second, first);
        assertThat(json.mapper().readTree(file.toFile())).contains(json.mapper().readTree(odd));
    }

    @Test
    void theOldestAreForgotten() throws Exception {
        Runs runs = new Runs(folder.resolve("runs.json"), json);
        for (int i = 0; i < 103; i++) {
            runs.put(run("n" + i));
        }
        assertThat(runs.all()).hasSize(100);
        assertThat(runs.all().getFirst().launch().name()).isEqualTo("n102");
    }

    @Test
    void aBuildThatCannotBeReadIsPassedOver() throws Exception {
        BuildHistory history = new BuildHistory(folder.resolve("builds"), json);
        Files.createDirectories(folder.resolve("builds"));
        Files.writeString(folder.resolve("builds/2026-11-24T16-40-00Z_0123.json"), "{\"half");
        assertThat(history.of(folder)).isEmpty();
    }
}
