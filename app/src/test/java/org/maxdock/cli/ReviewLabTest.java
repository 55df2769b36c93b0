package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.lab.Lab;
import org.maxdock.launch.ContainerOptions;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchKind;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.RunMode;
import org.maxdock.store.Json;
import org.maxdock.store.Project;

/** A launch that came with somebody's folder is not started unseen, nor after it was changed. */
@Tag("lab")
@Tag("once")
@Timeout(180)
class ReviewLabTest {

    @TempDir
    Path folder;

    private Commands.Said launch(String... words) {
        List<String> all = new java.util.ArrayList<>(List.of("launch"));
        all.addAll(List.of(words));
        return new Commands(folder).maxdock(all.toArray(String[]::new));
    }

    private static Launch theirs(String word) {
        return new Launch(
                "theirs",
                ImageReference.parse(Lab.BASE),
                List.of(),
                List.of(),
                RunMode.ISOLATED,
                new LaunchPlace.OnServer(),
                List.of("echo", word),
                "",
                new ContainerOptions(
                        List.of(), "", List.of(), List.of("--add-host=x:1.2.3.4", "--label=a", "--shm-size=1g")),
                LaunchKind.Name.COMMAND.plain());
    }

    @Test
    void itIsToldWhatIsUnusualAndTheUserSaysYes() throws Exception {
        String word = UUID.randomUUID().toString();
        assertThat(new Commands(folder).maxdock("pull", Lab.BASE).status()).isZero();
        assertThat(new Commands(folder).maxdock("digest", "record", Lab.BASE).status())
                .isZero();
        Project project = new Project(folder, new Json());
        project.put(theirs(word));
        Commands.Said refused = launch("--saved", "theirs");
        assertThat(refused.status()).isEqualTo(3);
        assertThat(refused.err()).contains("came with the project", "--shm-size=1g", "--reviewed");
        assertThat(refused.err()).doesNotContain("add-host", "Exception");
        assertThat(launch("--saved", "theirs", "--print").out()).contains("--shm-size=1g");
        assertThat(launch("--saved", "theirs").status()).isEqualTo(3);
        assertThat(launch("--saved", "theirs", "--reviewed").out()).isEqualTo(word + "\n");
        assertThat(launch("--saved", "theirs").out()).isEqualTo(word + "\n");
        project.put(theirs("another " + word));
        assertThat(launch("--saved", "theirs").status()).isEqualTo(3);
    }

    @Test
    void onesOwnIsNotAskedAbout() {
        String word = UUID.randomUUID().toString();
        assertThat(new Commands(folder).maxdock("pull", Lab.BASE).status()).isZero();
        assertThat(new Commands(folder).maxdock("digest", "record", Lab.BASE).status())
                .isZero();
        assertThat(launch("--here", "--mode", "isolated", "--name", "mine", "--save", Lab.BASE, "echo", word)
                        .out())
                .isEqualTo(word + "\n");
        assertThat(launch("--saved", "mine").out()).isEqualTo(word + "\n");
    }
}
