package org.maxdock.paste;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.mount.Mapping;

/** Runs as people paste them out of programs. */
class ProgramTextTest {

    static Stream<Arguments> programs() {
        return Stream.of(
                Arguments.of(
                        "subprocess.run([\"docker\", \"run\", \"--rm\", \"-e\", \"A=b c\", \"img:1\", "
                                + "\"x\"], check=True)",
                        "docker run --rm -e 'A=b c' img:1 x"),
                Arguments.of(
                        "subprocess.check_call(['docker', 'run',\n    '-v', f'{os.getcwd()}:/work',  # here\n"
                                + "    '-v', os.path.abspath(\"data\") + ':/data',\n    image_name, 'echo hi'])",
                        "docker run -v \"$PWD:/work\" -v \"$PWD/data:/data\" \"${image_name}\" 'echo hi'"),
                Arguments.of(
                        "cmd = [\n  \"docker\",\n  \"run\",\n  \"-u\", f\"{os.getuid()}:{os.getgid()}\","
                                + "\n  \"img\",\n]",
                        "docker run -u \"$(id -u):$(id -g)\" img"),
                Arguments.of(
                        "run(['sudo', 'docker', 'run', '-v', str(Path.home()) + '/d:/d', 'img'] + args + ['a b'])",
                        "sudo docker run -v \"$HOME/d:/d\" img ${args} 'a b'"),
                Arguments.of(
                        "p = Popen(['docker', 'run', *mounts, '-e', 'X=' + os.environ['X'], "
                                + "os.getenv(\"IMG\"), r'\\d'])",
                        "docker run ${mounts} -e \"X=${X}\" \"${IMG}\" '\\d'"),
                Arguments.of(
                        "const p = spawn('docker', ['run', '--rm', '-v', `${process.cwd()}:/w`, 'img', "
                                + "'$HOME'], {a: 1});",
                        "docker run --rm -v \"$PWD:/w\" img '$HOME'"),
                Arguments.of(
                        "exec.Command(\"docker\", \"run\", \"-v\", \"/a:/b\", image, \"true\").Run()",
                        "docker run -v /a:/b \"${image}\" true"),
                Arguments.of("system2(\"docker\", c(\"run\", \"-v\", \"/a:/b\", \"img\"))", "docker run -v /a:/b img"),
                Arguments.of(
                        "[\"docker\",\"run\",\"img\",\"sh\",\"-c\",\"echo $A\"]", "docker run img sh -c 'echo $A'"),
                Arguments.of("call(['dockerrun', 'img', 'it\\'s'])", "dockerrun img 'it'\\''s'"),
                Arguments.of(
                        "subprocess.run(\"docker run --rm -v /a:/b img python x.py\".split())",
                        "docker run --rm -v /a:/b img python x.py"),
                Arguments.of(
                        "subprocess.run(f\"docker run -v {data}:/d img x.py {{}}\", shell=True)",
                        "docker run -v ${data}:/d img x.py {}"),
                Arguments.of("os.system(\"\"\"docker run \\\n  -v /a:/b img\"\"\")", "docker run \n  -v /a:/b img"),
                Arguments.of(
                        "client.containers.run(\"ubuntu:22.04\", \"echo 'a b'\")",
                        "docker run ubuntu:22.04 echo 'a b'"),
                Arguments.of(
                        "c = docker.from_env().containers.run('img:1', ['x', 'a b'], remove=True, tty=False,\n"
                                + "    volumes={os.getcwd(): {'bind': '/w', 'mode': 'ro'}, '/a b': {'bind': '/b'}},\n"
                                + "    environment={'A': '1', \"B\": os.environ[\"B\"], 'N': 4}, "
                                + "working_dir='/w', user=1000)",
                        "docker run --rm --volume \"$PWD\":/w:ro --volume '/a b':/b --env A=1 --env "
                                + "B=\"${B}\" --env N=4"
                                + " --workdir /w --user 1000 img:1 x 'a b'"),
                Arguments.of(
                        "client.containers.create(image=IMG, command=cmd, volumes=['/a:/b:ro'], "
                                + "network_mode = \"host\",\n"
                                + "  environment=[\"A=1\"], shm_size='1g', privileged=True, detach=True) # x",
                        "docker run --volume /a:/b:ro --network host --env A=1 --shm-size 1g --privileged --detach"
                                + " \"${IMG}\" \"${cmd}\""),
                Arguments.of(
                        "client.containers.run('img', mounts=[Mount('/a', '/b', type='bind')])",
                        "docker run --mounts 'Mount('\\''/a'\\'', '\\''/b'\\'', type='\\''bind'\\'')' img"),
                Arguments.of(
                        "docker run -v {{ data_dir }}:/d {{ image | default('x') }} ${{ matrix.x }}",
                        "docker run -v ${{ data_dir }}:/d ${{ image | default('x') }} ${{ matrix.x }}"));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void isALineOfAShell(String program, String line) {
        String read = ProgramText.forShell(program);
        assertThat(read).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docker run -v /a:/b img sh -c 'echo \"docker\", \"run\"'",
                "bash -c \"docker run -v /a:/b img\"",
                "alias r='docker run img'",
                "docker ps --format '{{.Names}}'",
                "docker inspect -f '{{json .Config}}' x",
                "x = ['docker', 'ps']",
                "print(\"docker is a program\")",
                "subprocess.run(\"docker run never ends",
            })
    void whatIsNoneStaysAsItIs(String text) {
        assertThat(ProgramText.forShell(text)).isEqualTo(text);
    }

    @Test
    void whatItMapsIsTakenAndWhatNobodyKnowsIsTold() throws Exception {
        PastedPlan plan = PastedPlan.ofLaunch(
                "subprocess.run(['docker', 'run', '-v', '/a:/b:ro', '-v', data + ':/d', 'img:1', 'x y'])",
                Map.of(),
                "");
        assertThat(plan.mappings()).containsExactly(new Mapping("/a", "/b", true));
        assertThat(plan.rest().image()).isEqualTo("img:1");
        assertThat(plan.rest().command()).containsExactly("x y");
        assertThat(plan.notTaken()).extracting(NotTaken::what).contains("-v $data:/d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client.containers.run('img%', ['a%b'], volumes={'/a%': {'bind': '/b'}})",
                "docker run -v /a%:/b img a%b",
                "[Service]\nWorkingDirectory=/a%\nExecStart=docker run -v /a:/b img a%b",
                "[Container]\nImage=img%\nVolume=/a%:/b\nExec=a%b",
                "srun --container-image=img% --container-mounts=/a%:/b a%b",
                "docker service create --mount type=bind,src=/a%,dst=/b img a%b"
            })
    void aNulIsABlank(String text) throws Exception {
        PastedPlan plan = PastedPlan.ofLaunch(text.replace('%', '\0'), Map.of(), "");
        assertThat(plan.rest().toString() + plan.mappings()).doesNotContain("\0");
    }
}
