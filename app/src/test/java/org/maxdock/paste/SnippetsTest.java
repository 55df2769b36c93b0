package org.maxdock.paste;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maxdock.launch.ContainerOptions;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchKind;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.RunMode;
import org.maxdock.text.Trouble;

/** Texts of READMEs, forums, pages, chats, terminals, Makefiles, CI and compose files, each with all that it says. */
class SnippetsTest {

    private static final Map<String, String> VARIABLES =
            Map.of("HOME", "/home/me", "PWD", "/home/me/work", "USER", "me");

    private static final PastedLaunch.Before BEFORE =
            new PastedLaunch.Before("mine", new LaunchPlace.OnServer(), LaunchKind.Shell.PLAIN);

    /** One of the file. */
    record Snippet(String name, String text, List<String> says) {

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Snippet> snippets() throws IOException {
        try (InputStream file = SnippetsTest.class.getResourceAsStream("snippets.txt")) {
            String all = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(all.split("(?m)^##### (?=\\d)"))
                    .skip(1)
                    .map(one -> {
                        String[] parts = one.split("(?m)^##### says\n");
                        int name = one.indexOf('\n');
                        return new Snippet(
                                one.substring(0, name),
                                parts[0].substring(name + 1),
                                parts[1].lines().toList());
                    })
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void isReadAsItIsMeantAndTheRestIsTold(Snippet snippet) throws Trouble {
        assertThat(said(snippet.text())).isEqualTo(snippet.says());
    }

    private static List<String> said(String text) throws Trouble {
        PastedLaunch pasted;
        try {
            pasted = PastedLaunch.of(text, BEFORE, VARIABLES);
        } catch (Trouble trouble) {
            return List.of(
                    "trouble = " + trouble.kind() + (trouble.arguments().isEmpty() ? "" : " " + trouble.arguments()));
        }
        Launch launch = pasted.launch();
        if (!launch.mounts().isEmpty()) {
            assertThat(PastedPlan.of(text, VARIABLES).mappings())
                    .as("as a plan")
                    .isEqualTo(launch.mounts());
        }
        List<String> said = new ArrayList<>(List.of("image = " + launch.image()));
        if (!launch.command().isEmpty()) {
            said.add("command = " + String.join(" | ", launch.command()));
        }
        launch.mounts().forEach(mapping -> said.add("map = " + mapping.volume()));
        if (!launch.workingDirectory().isEmpty()) {
            said.add("folder = " + launch.workingDirectory());
        }
        if (launch.mode() != RunMode.ISOLATED) {
            said.add("mode = " + launch.mode());
        }
        ContainerOptions container = launch.container();
        container.environment().forEach(variable -> said.add("variable = " + variable));
        if (!container.sharedMemory().isEmpty()) {
            said.add("memory = " + container.sharedMemory());
        }
        container.ulimits().forEach(limit -> said.add("limit = " + limit));
        container.arguments().forEach(option -> said.add("option = " + option));
        container.site().forEach(word -> said.add("site = " + word));
        pasted.notTaken().forEach(left -> said.add("left = " + left.what() + " => " + left.why()));
        pasted.warnings()
                .forEach(warning -> said.add("warning = " + warning.arguments().getFirst()));
        return said;
    }
}
