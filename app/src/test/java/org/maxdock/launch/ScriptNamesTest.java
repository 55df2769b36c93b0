package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maxdock.engine.RunConfiguration;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.mount.Mapping;
import org.maxdock.slurm.Mark;
import org.maxdock.text.InvalidValue;

/** A variable that is passed on by its name alone has the user's value, or is refused before anything starts. */
class ScriptNamesTest {

    private static final Pattern SETS =
            Pattern.compile("(?m)(?:^|[;({]|\\b(?:local|then|do|else|-v)\\b)\\s*([a-z_][a-z0-9_]*)\\+?="
                    + "|\\bcoproc ([a-z]\\w*)|\\bfor (?:\\(\\()?([a-z]\\w*)|\\blocal ([a-z ]+)$"
                    + "|\\bread (?:-\\w+ )*([a-z]\\w*)| ([a-z]+)=\\S|\\{([a-z_]\\w*)\\}[<>]");

    @ParameterizedTest
    @MethodSource("org.maxdock.launch.ScriptStoryTest#launches")
    void whatAScriptSetsIsKnown(RunMode mode, LaunchKind.Name kind, LaunchPlace place) {
        whatItSetsIsKnown(launch(mode, kind, place));
        for (String gpus : List.of("all", "2", "\"device=0,1\"")) {
            whatItSetsIsKnown(launch(mode, kind, place)
                    .withContainer(new ContainerOptions(
                            List.of("A=b"), "1g", List.of("memlock=-1"), List.of("--gpus=" + gpus, "--label=a"))));
        }
    }

    private static void whatItSetsIsKnown(Launch launch) {
        String script = new LaunchScript(new DockerScript())
                .write(new LaunchPlan(launch, StubNode.record(launch, RunConfiguration.NONE), Mark.fresh()));
        String own = script.replaceAll("(?m)(^|\\s)#.*$", "")
                .replaceAll("\\b(stop|echo) \"[^\"]*\"", "$1") // sentences, with apostrophes
                .replaceAll("(?m)^\\s+\\\\'[^)]*\\)", "") // patterns of a case
                .replaceAll("'[^']*'", "''") // other shells' and texts
                .replaceAll("\\bawk -v \\w+=", "awk ");
        Matcher sets = SETS.matcher(own);
        Set<String> unknown = new TreeSet<>();
        while (sets.find()) {
            for (int i = 1; i <= sets.groupCount(); i++) {
                if (sets.group(i) != null) {
                    unknown.addAll(List.of(sets.group(i).split(" ")));
                }
            }
        }
        unknown.removeIf(name -> ScriptNames.isOwn(name) || name.startsWith("_maxdock_"));
        unknown.remove("the"); // of a sentence
        assertThat(unknown).isEmpty();
    }

    private static Launch launch(RunMode mode, LaunchKind.Name kind, LaunchPlace place) {
        return new Launch(
                        "names",
                        ImageReference.parse("registry/you/recon:1"),
                        List.of(new Mapping("/data/a", "/a", false)),
                        List.of(),
                        mode,
                        place,
                        List.of("./reconstruct"),
                        "")
                .withKind(kind.plain())
                .withContainer(new ContainerOptions(List.of("A=b"), "", List.of(), List.of()));
    }

    @Test
    void oneOfThemIsPassedOnWithItsValueOnly() {
        ContainerOptions kept = new ContainerOptions(List.of("name"), "", List.of(), List.of());
        assertThatThrownBy(kept::passedOn).isInstanceOf(InvalidValue.class).hasMessageContaining("scripts-variable");
        Launch launch = launch(RunMode.ME, LaunchKind.Name.COMMAND, new LaunchPlace.OnServer())
                .withContainer(kept);
        assertThatThrownBy(() -> new LaunchPlan(launch, StubNode.record(launch, RunConfiguration.NONE), Mark.fresh()))
                .isInstanceOf(InvalidValue.class);
        assertThat(new ContainerOptions(List.of("name=x", "NAME", "names"), "", List.of(), List.of())
                        .passedOn()
                        .environment())
                .hasSize(3);
    }
}
