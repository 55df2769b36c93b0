package org.maxdock.paste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchKind;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.RunMode;
import org.maxdock.mount.Mapping;
import org.maxdock.paste.NotTaken.Why;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** A service of a compose file as a launch. */
class ComposeLaunchTest {

    private static final Map<String, String> VARIABLES = Map.of("HOME", "/home/me", "PWD", "/here", "SET", "set");

    private static PastedLaunch paste(String text, String service) throws Trouble {
        return PastedLaunch.of(
                text,
                new PastedLaunch.Before("mine", new LaunchPlace.OnServer(), LaunchKind.Shell.PLAIN),
                VARIABLES,
                service);
    }

    /** Each key of a service is taken, told with its reason, or what each launch does by itself. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '~',
            value = {
                "hostname: h @ --hostname=h @",
                "ports: [\"80:80\", 127.0.0.1:6006:6006/tcp, 3000] @"
                        + " --publish=80:80;--publish=127.0.0.1:6006:6006/tcp;--publish=3000 @",
                "ports: [{target: 80, published: 8080, host_ip: 127.0.0.1, protocol: udp}] @"
                        + " --publish=127.0.0.1:8080:80/udp @",
                "ports: [{target: 80}] @ --publish=80 @",
                "ports: [\"${NONE}:80\"] @ @ ports: ${NONE}:80 UNKNOWN",
                "devices: [/dev/dri:/dev/dri] @ --device=/dev/dri:/dev/dri @",
                "network_mode: host @ --network=host @",
                "ipc: host @ --ipc=host @",
                "privileged: true @ --privileged @",
                "privileged: false @ @",
                "init: yes @ --init @",
                "read_only: ${RO:-true} @ --read-only @",
                "cap_add: [SYS_PTRACE, IPC_LOCK] @ --cap-add=SYS_PTRACE;--cap-add=IPC_LOCK @",
                "security_opt: [seccomp:unconfined] @ --security-opt=seccomp:unconfined @",
                "group_add: [video] @ --group-add=video @",
                "extra_hosts: {h: 1.2.3.4} @ --add-host=h:1.2.3.4 @",
                "extra_hosts: [\"h:1.2.3.4\"] @ --add-host=h:1.2.3.4 @",
                "labels: {a: b} @ --label=a=b @",
                "sysctls: {net.x: 1} @ --sysctl=net.x=1 @",
                "runtime: nvidia @ --runtime=nvidia @",
                "platform: linux/amd64 @ --platform=linux/amd64 @",
                "mem_limit: 4g @ --memory=4g @",
                "cpus: 2.5 @ --cpus=2.5 @",
                "gpus: all @ --gpus=all @",
                "gpus: [{count: 2}] @ --gpus=2 @",
                "gpus: [{device_ids: [\"0\", \"2\"]}] @ --gpus=\"device=0,2\" @",
                "deploy: {resources: {limits: {cpus: \"4\", memory: 8G, pids: 9}}} @"
                        + " --cpus=4;--memory=8G;--pids-limit=9 @",
                "deploy: {resources: {reservations: {devices: [{driver: nvidia, count: 1, capabilities: [gpu]}]}}} @"
                        + " --gpus=1 @",
                "deploy: {resources: {reservations: {devices: [{capabilities: [tpu]}]}}} @ @"
                        + " devices: {capabilities=[tpu]} NO_PLACE",
                "deploy: {replicas: 2} @ @ deploy.replicas: 2 OF_COMPOSE",
                "deploy: {resources: {reservations: {memory: 1G}}} @ @ deploy.resources.reservations.memory: 1G PLACE",
                "container_name: x @ @",
                "pull_policy: always @ @",
                "profiles: [x] @ @",
                "restart: always @ @ --restart=always ATTENDED",
                "restart: \"no\" @ @",
                "env_file: .env @ @ --env-file=.env ENV_FILE",
                "env_file: [{path: .env}] @ @ env_file: {path=.env} ENV_FILE",
                "user: \"1000\" @ @ --user=1000 RUN_MODE",
                "userns_mode: keep @ @ --userns=keep RUN_MODE",
                "build: . @ @ build: . BUILD",
                "depends_on: [db] @ @ depends_on: [db] OF_COMPOSE",
                "healthcheck: {disable: true} @ @ healthcheck: {disable=true} OF_COMPOSE",
                "networks: [n] @ @ networks: [n] OF_COMPOSE",
                "logging: {driver: x} @ @ logging: {driver=x} NO_PLACE",
                "secrets: [s] @ @ secrets: [s] OF_COMPOSE",
                "tmpfs: /t @ @ tmpfs: /t NO_FOLDER",
                "volumes_from: [o] @ @ volumes_from: [o] OTHER_CONTAINER",
                "extends: {service: o} @ @ extends: {service=o} OTHER_FILE",
                "network_mode: [a] @ @ network_mode: [a] NO_PLACE",
                "x-mine: 1 @ @",
                "dns: 1.1.1.1 @ --dns=1.1.1.1 @",
            })
    void nothingOfAServiceIsLost(String key, String options, String told) throws Trouble {
        PastedLaunch pasted = paste("services:\n  a:\n    image: img\n    " + key + "\n", "");
        assertThat(pasted.launch().image()).hasToString("img:latest");
        assertThat(pasted.launch().container().arguments()).isEqualTo(words(options));
        assertThat(pasted.notTaken().stream().map(left -> left.what() + " " + left.why()))
                .isEqualTo(words(told));
    }

    private static List<String> words(String listed) {
        return listed == null ? List.of() : List.of(listed.split(";"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '~',
            value = {
                "command: make test @ make,test @",
                "command: sh -c \"a && b\" @ sh,-c,a && b @",
                "command: [sh, -c, echo $$HOME] @ sh,-c,echo $HOME @",
                "command: run ${SET} @ run,set @",
                "command: run --x='a b' @ run,--x=a b @",
                "{entrypoint: python -u, command: [run.py]} @ -u,run.py @ --entrypoint=python",
                "{entrypoint: [python, -u], command: run.py --n 3} @ -u,run.py,--n,3 @ --entrypoint=python",
                "{entrypoint: \"\", command: ls} @ ls @ --entrypoint=",
                "{entrypoint: [], command: ls} @ ls @ --entrypoint=",
            })
    void theCommandIsPartedAsComposeDoes(String keys, String command, String options) throws Trouble {
        String service = keys.startsWith("{") ? "{image: img, " + keys.substring(1) : "{image: img, " + keys + "}";
        String block = keys.startsWith("{") ? "  a: " + service : "  a:\n    image: img\n    " + keys;
        Launch launch = paste("services:\n" + block + "\n", "").launch();
        assertThat(launch.command()).containsExactly(command.split(","));
        assertThat(launch.container().arguments()).isEqualTo(words(options));
    }

    @Test
    void whatALaunchHasAPlaceOfItsOwnForIsThere() throws Trouble {
        Launch launch = paste("""
                services:
                  a:
                    image: img:${TAG:-2}
                    user: "${UID}:${GID}"
                    working_dir: /w
                    shm_size: 2gb
                    environment:
                      A: 1
                      B:
                      C: ${SET}
                    ulimits: {memlock: -1, stack: {soft: 1, hard: 2}}
                    volumes: [./d:/d]
                """, "").launch();
        assertThat(launch.image()).hasToString("img:2");
        assertThat(launch.mode()).isEqualTo(RunMode.ME);
        assertThat(launch.workingDirectory()).isEqualTo("/w");
        assertThat(launch.mounts()).containsExactly(new Mapping("/here/d", "/d", false));
        assertThat(launch.container().sharedMemory()).isEqualTo("2gb");
        assertThat(launch.container().ulimits()).containsExactly("memlock=-1", "stack=1:2");
        assertThat(launch.container().environment()).containsExactly("A=1", "B", "C=set");
        assertThat(launch.kind()).as("the image's own command").isEqualTo(LaunchKind.Name.COMMAND.plain());
    }

    /** A version, a mode, or a name: nobody wrote it for the number that it would be. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "3.10",
                "1.20",
                "10",
                "010",
                "0o17",
                "0x1F",
                "1e3",
                "1E+3",
                "-0",
                "+1",
                "1_000",
                "00",
                "1.",
                ".5",
                "-.5",
                "1.0e-05",
                "22:22",
                "12345678901234567890123",
                "0.1000000000000000055511151231257827",
                ".inf",
                "-.INF",
                ".nan",
                "true",
                "false"
            })
    void whatLooksLikeANumberStaysAsItIsWritten(String word) throws Trouble {
        String service = "{image: img, environment: {A: %1$s}, command: [run, %1$s], labels: {%1$s: %1$s}}";
        Launch launch =
                paste("services:\n  a: " + service.formatted(word) + "\n", "").launch();
        assertThat(launch.container().environment()).containsExactly("A=" + word);
        assertThat(launch.command()).containsExactly("run", word);
        assertThat(launch.container().arguments()).containsExactly("--label=" + word + "=" + word);
        Launch listed = paste(
                        "services:\n  a:\n    image: img\n    hostname: " + word + "\n    command: run " + word + "\n",
                        "")
                .launch();
        assertThat(listed.container().arguments()).containsExactly("--hostname=" + word);
        assertThat(listed.command()).containsExactly("run", word);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docker run -v /a:/b r/i:1 go",
                "docker run r/i:1",
                "dockerrun r/i:1 go",
                "$ docker pull r/i:1\n$ docker run r/i:1",
                "image: r/i:1\nvolumes:\n  - /a:/b\n",
                "{\"image\": \"r/i:1\", \"mounts\": [\"source=/a,target=/b\"]}",
            })
    void whatHasNoServicesHasNoneOfThatName(String text) {
        assertThat(catchThrowableOfType(Trouble.class, () -> paste(text, "web")).kind())
                .isEqualTo(TroubleKind.NO_SERVICES);
        assertThat(catchThrowableOfType(Trouble.class, () -> PastedPlan.of(text, VARIABLES, "web"))
                        .kind())
                .isEqualTo(TroubleKind.NO_SERVICES);
    }

    private static final String SEVERAL = "services:\n  db: {image: db:1, volumes: ['data:/x']}\n"
            + "  web: {image: web:1}\n  fit: {image: fit:1, volumes: ['/a:/b']}\n  more: {image: more:1}\n";

    @Test
    void ofSeveralServicesOneIsTakenOrTheOneThatIsNamed() throws Trouble {
        PastedLaunch first = paste(SEVERAL, "");
        assertThat(first.launch().image()).hasToString("fit:1");
        assertThat(first.notTaken())
                .contains(
                        new NotTaken("services.web", Why.OTHER_SERVICE),
                        new NotTaken("services.more", Why.OTHER_SERVICE));
        PastedLaunch named = paste(SEVERAL, "web");
        assertThat(named.launch().image()).hasToString("web:1");
        assertThat(named.launch().mounts()).isEmpty();
        assertThat(named.notTaken()).isEmpty();
        assertThat(PastedPlan.of(SEVERAL, VARIABLES, "fit").mappings()).hasSize(1);
        Trouble none = catchThrowableOfType(Trouble.class, () -> paste(SEVERAL, "no"));
        assertThat(none.kind()).isEqualTo(TroubleKind.NO_SUCH_SERVICE);
        assertThat(none.arguments()).containsExactly("no", "db, web, fit, more");
    }

    @Test
    void whatIsOnlyBuiltNamesNoImage() {
        assertThat(catchThrowableOfType(
                                Trouble.class,
                                () -> paste("services:\n  a:\n    build: .\n    volumes: ['.:/s']\n", ""))
                        .kind())
                .isEqualTo(TroubleKind.NO_RUN_LINE);
    }

    /** What the host's user namespace is needed for is no trouble where the launch runs in it. */
    @Test
    void whatTheEngineWillRefuseIsToldUnlessItRunsAsOneself() throws Trouble {
        String host = "services:\n  a:\n    image: img\n    network_mode: host\n    pid: host\n    privileged: true\n";
        assertThat(paste(host, "").warnings())
                .extracting(w -> w.arguments().getFirst())
                .containsExactly("--network=host", "--pid=host", "--privileged");
        assertThat(paste(host + "    user: $UID\n", "").warnings()).isEmpty();
        assertThat(paste(host + "    userns_mode: host\n", "").warnings()).isEmpty();
    }

    @Test
    void aServiceThatItselfStartsContainersIsMeant() throws Trouble {
        Launch launch = paste("services:\n  a:\n    image: docker:27\n    command: sh -c 'docker run x:1 go'\n", "")
                .launch();
        assertThat(launch.image()).hasToString("docker:27");
        assertThat(launch.command()).containsExactly("sh", "-c", "docker run x:1 go");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "command: |\n      bash -c '\n      echo a\n      echo b'",
                "command: |\n      bash\n      -c\n      '\n      echo a\n      echo b'",
                "command: |\n      bash -c \\\n      \"\n      echo a\n      echo b\"",
                "command: [bash, -c, \"\\necho a\\necho b\", null]",
            })
    void lineEndsOfACommandPartWordsAndStayInQuotes(String command) throws Exception {
        PastedLaunch pasted = paste("services:\n  s:\n    image: r/i:1\n    " + command + "\n", "");
        assertThat(String.join(" ", pasted.launch().command()))
                .contains("\necho a\necho b")
                .doesNotContain("null");
        assertThat(pasted.notTaken()).isEmpty();
    }
}
