package org.maxdock.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.maxdock.engine.ContainerSummary;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.local.LocalHost;
import org.maxdock.host.shell.Shell;

/** Labels that an image carries stand on each container of it, and are none of a launch's. */
public class ContainerLabelsTest {

    private static final String MARK = "maxdock:00000000-0000-4000-8000-000000000001";
    private static final String OLD = "maxdock:00000000-0000-4000-8000-000000000002";

    @TempDir
    Path folder;

    private final LocalHost host = new LocalHost();

    private String said(String... command) throws Exception {
        return host.run(Command.of(command)).text().strip();
    }

    /** Labels of an image, labels of a container of it, and whether a launch made this one. */
    public static Stream<Arguments> containers() {
        Map<String, String> launch = LabelledContainer.ofLaunch("ME", MARK);
        Map<String, String> former = LabelledContainer.ofLaunch("ME", OLD);
        Stream<Arguments> each = LabelledContainer.LABELS.stream().flatMap(label -> {
            Map<String, String> one = Map.of("maxdock." + label, former.get("maxdock." + label));
            Map<String, String> others = new HashMap<>(launch);
            others.keySet().removeAll(one.keySet());
            boolean isMark = label.equals("mark"); // that one alone nobody but a launch gives
            return Stream.of(
                    Arguments.of(one, Map.of(), false),
                    Arguments.of(others, isMark ? Map.of() : one, false),
                    Arguments.of(one, launch, true));
        });
        return Stream.concat(
                each,
                Stream.of(
                        Arguments.of(Map.of(), launch, true),
                        Arguments.of(former, launch, true), // as docker commit makes it of a launch's container
                        Arguments.of(former, Map.of(), false),
                        Arguments.of(launch, launch, false)));
    }

    /** The same labels for that user. */
    public static Map<String, String> as(String user, Map<String, String> labels) {
        Map<String, String> own = new HashMap<>(labels);
        own.replaceAll((name, value) -> value.equals("ME") ? user : value);
        return own;
    }

    @ParameterizedTest
    @MethodSource("containers")
    void ofAJobIsWhatALaunchHasLabelled(Map<String, String> ofImage, Map<String, String> own, boolean isLaunchs)
            throws Exception {
        String me = said("id", "-un");
        LabelledContainer container = new LabelledContainer(as(me, ofImage), as(me, own));
        container.write(folder, said("id", "-u"));
        String path = "PATH=" + Shell.quote(folder.toString()) + ":$PATH\n";
        boolean bears = ofImage.containsKey("maxdock.job") || own.containsKey("maxdock.job");
        String look = path + JobContainers.LINES + "seen_by \"$@\"; echo; containers_of \"$@\"";
        String line = LabelledContainer.ID + " 0 name";
        String both = isLaunchs ? "yours " + line + "\n\n" + line : bears ? "others " + line : "";
        assertThat(host.run(Command.script(look, "label=maxdock.job=9")).text().strip())
                .isEqualTo(both);
    }

    @ParameterizedTest
    @MethodSource("containers")
    void whoseAContainerIsSaysTheEngine(Map<String, String> ofImage, Map<String, String> own, boolean isLaunchs)
            throws Exception {
        String me = said("id", "-un");
        Map<String, String> labels = as("root-or-whoever", ofImage);
        new LabelledContainer(labels, as(me, own)).write(folder, said("id", "-u"));
        Map<String, String> merged = new HashMap<>(labels);
        merged.putAll(as(me, own));
        ContainerSummary listed = new ContainerSummary(
                LabelledContainer.ID,
                "n",
                "i",
                "sha256:1",
                "running",
                "Up",
                Instant.EPOCH,
                List.of(),
                List.of(),
                "",
                "",
                merged);
        String path = "PATH=" + Shell.quote(folder.toString()) + ":$PATH\n";
        Host there = mock(Host.class);
        when(there.run(any())).thenAnswer(call -> {
            Command command = call.getArgument(0);
            return host.run(
                    Command.script(path + command.script(), command.arguments().toArray(String[]::new)));
        });
        ContainerSummary told = new ContainerOwners(there).of(List.of(listed)).getFirst();
        assertThat(told.owner()).isEqualTo(me);
        assertThat(told.job()).isEqualTo(isLaunchs ? "9" : "");
    }
}
