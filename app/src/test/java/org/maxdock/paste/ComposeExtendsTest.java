package org.maxdock.paste;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchKind;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.mount.Mapping;
import org.maxdock.text.Trouble;

/** Services that take what others of the same file say (compose specification, extends). */
class ComposeExtendsTest {

    private static final PastedLaunch.Before BEFORE =
            new PastedLaunch.Before("mine", new LaunchPlace.OnServer(), LaunchKind.Shell.PLAIN);

    private static final String FILE = """
            services:
              common:
                image: lab/common:1
                command: [wait, forever]
                environment: [A=1, B=1]
                volumes: ["/data:/data:ro", "/old:/work", "${X:-/tools}:/opt/tools"]
                depends_on: [db]
              middle:
                extends: common
                environment: {B: 2}
                cap_add: [SYS_PTRACE]
              app:
                extends: {service: middle}
                image: lab/app:2
                command: [go]
                cap_add: [SYS_NICE]
                volumes:
                  - {type: bind, source: /new, target: /work}
                  - /more:/more
              round:
                extends: round
                image: lab/round:1
                volumes: [/r:/r]
              elsewhere:
                extends: {file: other.yml, service: common}
                image: lab/elsewhere:1
                volumes: [/e:/e]
            """;

    private static PastedLaunch of(String service) throws Trouble {
        return PastedLaunch.of(FILE, BEFORE, Map.of("PWD", "/here"), service);
    }

    @Test
    void listsAreJoinedNamesAndPlacesInTheContainerStandOnceAndACommandIsTheLast() throws Exception {
        PastedLaunch pasted = of("app");
        Launch launch = pasted.launch();
        assertThat(launch.image().toString()).isEqualTo("lab/app:2");
        assertThat(launch.command()).containsExactly("go");
        assertThat(launch.mounts())
                .containsExactly(
                        new Mapping("/data", "/data", true),
                        new Mapping("/tools", "/opt/tools", false),
                        new Mapping("/new", "/work", false),
                        new Mapping("/more", "/more", false));
        assertThat(launch.container().environment()).containsExactly("A=1", "B=2");
        assertThat(launch.container().arguments()).containsExactly("--cap-add=SYS_PTRACE", "--cap-add=SYS_NICE");
        assertThat(pasted.notTaken()).isEmpty();
    }

    @Test
    void whatExtendsItselfOrAnotherFileIsReadAsItStandsAndTold() throws Exception {
        for (String service : List.of("round", "elsewhere")) {
            PastedLaunch pasted = of(service);
            assertThat(pasted.launch().mounts()).hasSize(1);
            assertThat(pasted.notTaken()).extracting(NotTaken::why).containsExactly(NotTaken.Why.OTHER_FILE);
        }
    }
}
