package org.maxdock.paste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.launch.ContainerOptions;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchKind;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.RunMode;
import org.maxdock.mount.Mapping;
import org.maxdock.slurm.Partitions;
import org.maxdock.slurm.TimeLimit;
import org.maxdock.text.Trouble;

/** What a pasted line becomes; that lines are read as Docker reads them is PastedLinesLabTest's. */
class PastedLaunchTest {

    private static final Launch BEFORE = new Launch(
            "mine",
            ImageReference.parse("old:1"),
            List.of(new Mapping("/old", "/old", false)),
            List.of("plan"),
            RunMode.ISOLATED,
            new LaunchPlace.Allocation(
                    Partitions.of("maxgpu"), 2, new TimeLimit("1:00"), 4, "gpu", List.of("--mem=4G")),
            List.of("old"),
            "/old");

    private static PastedLaunch paste(String line) throws Trouble {
        return PastedLaunch.of(line, PastedLaunch.Before.of(BEFORE), Map.of("HOME", "/home/me"));
    }

    @Test
    void afterTwoDashesTheImageComes() throws Exception {
        Launch launch =
                paste("docker run --rm -v /data:/in -- debian:12 ls -v /a:/b").launch();
        assertThat(launch.image()).isEqualTo(ImageReference.parse("debian:12"));
        assertThat(launch.command()).containsExactly("ls", "-v", "/a:/b");
        assertThat(launch.mounts()).containsExactly(new Mapping("/data", "/in", false));
    }

    @Test
    void whatALaunchHasAPlaceForIsTakenOverAndTheRestIsTold() throws Exception {
        PastedLaunch pasted =
                paste("docker run -d --rm -it --name x -u 1:1 --userns=host -e A=b -e HOME -e NOWHERE -w /x "
                        + "--shm-size=2g --ulimit memlock=-1 --gpus all -p 80:80 --init"
                        + " --restart always -v /data:/data:ro img/name sh -c 'a  b'");
        assertThat(pasted.launch())
                .isEqualTo(new Launch(
                        "mine",
                        ImageReference.parse("img/name:latest"),
                        List.of(new Mapping("/data", "/data", true)),
                        List.of(),
                        RunMode.ME,
                        BEFORE.place(),
                        List.of("sh", "-c", "a  b"),
                        "/x",
                        new ContainerOptions(
                                List.of("A=b", "HOME", "NOWHERE"),
                                "2g",
                                List.of("memlock=-1"),
                                List.of("--gpus=all", "-p80:80", "--init")),
                        LaunchKind.Shell.PLAIN));
        assertThat(pasted.notTaken()).extracting(NotTaken::what).containsExactly("-d", "-u1:1", "--restart=always");
        assertThat(pasted.warnings()).isEmpty();
    }

    @Test
    void withoutACommandTheImagesOwnRunsUnlessATerminalIsAskedFor() throws Exception {
        assertThat(paste("docker run img").launch().kind()).isEqualTo(LaunchKind.Name.COMMAND.plain());
        assertThat(paste("dockerrun --rm img").launch().kind()).isEqualTo(LaunchKind.Name.COMMAND.plain());
        assertThat(paste("docker run -it img").launch().kind()).isEqualTo(LaunchKind.Shell.PLAIN);
        assertThat(paste("docker run --tty img").launch().kind()).isEqualTo(LaunchKind.Shell.PLAIN);
        assertThat(paste("docker run img make").launch().kind()).isEqualTo(LaunchKind.Shell.PLAIN);
        assertThat(paste("dockercluster img").launch().kind()).isEqualTo(LaunchKind.Shell.PLAIN);
    }

    @Test
    void ofAMappingThatIsTakenOnlyWhatItHasBesideIsTold() throws Exception {
        assertThat(paste("docker run -v /a:/b:ro,z img x").notTaken())
                .extracting(NotTaken::what)
                .containsExactly(":z (-v /a:/b:ro,z)");
        assertThat(paste("docker run --mount type=bind,src=/a,dst=/b,bind-propagation=rslave img x")
                        .notTaken())
                .extracting(NotTaken::what)
                .containsExactly("bind-propagation=rslave (--mount type=bind,src=/a,dst=/b,bind-propagation=rslave)");
        assertThat(paste("docker run -v name:/b:ro img x").notTaken())
                .extracting(NotTaken::what)
                .containsExactly("-v name:/b:ro");
        assertThat(paste("docker run --mount type=tmpfs,dst=/b img x").notTaken())
                .extracting(NotTaken::what)
                .containsExactly("--mount type=tmpfs,dst=/b");
    }

    @Test
    void theProgramSaysTheRunMode() throws Exception {
        assertThat(paste("dockerrun -it img bash").launch().mode()).isEqualTo(RunMode.DOCKERRUN);
        assertThat(paste("dockercluster -u -n name img -v /a:/b").launch().mode())
                .isEqualTo(RunMode.DOCKERCLUSTER);
        assertThat(paste("docker run img").launch().mode()).isEqualTo(RunMode.ISOLATED);
        assertThat(paste("docker run --net=host img").warnings()).hasSize(1);
    }

    /** Each word of a line is taken, told, or what each launch does by itself. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "docker run --security-opt seccomp=unconfined img | --security-opt=seccomp=unconfined |",
                "docker run --security-opt=no-new-privileges img | |",
                "docker run --security-opt no-new-privileges:true img | |",
                "docker run --group-add 4242 img | --group-add=4242 |",
                "docker run --group-add $(id -g) img | |",
                "docker run --userns=keep-id img | | --userns=keep-id",
                "docker run --userns host img | |",
                "docker run -u 0 img | | -u0",
                "docker run --user `id -u`:`id -g` img | |",
                "docker run -no-add-wd img | | -no-add-wd",
                "docker run --label a=$NOWHERE img | --label=a=$NOWHERE | $NOWHERE",
                "docker run -w /x/$NOWHERE img | | $NOWHERE",
                "docker run -e A=$NOWHERE img | | $NOWHERE",
                "docker run -e NOWHERE=$NOWHERE img | |",
                "docker run img make $NOWHERE | | $NOWHERE",
                "docker run img make '$NOWHERE' | |",
                "dockerrun -no-add-wd --no-add-user img | | ",
                "dockercluster -u -n one -p2023 img | | -u;-n one;-p 2023",
                "dockercluster -s -none img -p 80:80 | -p80:80 | -s;-n one",
            })
    void nothingOfALineIsLost(String line, String arguments, String told) throws Exception {
        PastedLaunch pasted = paste(line);
        assertThat(pasted.launch().image()).isEqualTo(ImageReference.parse("img"));
        assertThat(pasted.launch().container().arguments()).isEqualTo(words(arguments));
        assertThat(pasted.notTaken()).extracting(NotTaken::what).isEqualTo(words(told));
    }

    /** A path that is told from the current folder is told from where the lines before went. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cd /data/run7 && docker run -v $(pwd):/work img x | /data/run7 |",
                "cd /data\\ncd run7; docker run -v $PWD:/work img x | /data/run7 |",
                "cd /data/run7\\ndocker run -v .:/work img x | /data/run7 |",
                "cd /data/run7 && docker run -v ./in:/work img x | /data/run7/in |",
                "cd && docker run -v $(pwd):/work img x | /home/me |",
                "cd -- /data; docker run -v `pwd`/in:/work img x | /data/in |",
                "(cd /data && docker run -v $(pwd):/work img x) | /data |",
                "(cd build && make) && docker run -v $PWD:/work img x | /home/me/here |",
                "((cd /a; make); docker run -v $PWD:/work img x) | /home/me/here |",
                "(cd /a) && docker run -v ./in:/work img x | /home/me/here/in |",
                "pushd /a && make && popd && docker run -v ./in:/work img x | | -v ./in:/work",
                "pushd /a && docker run -v ./in:/work img x | /a/in |",
                "pushd && docker run -v ./in:/work img x | | -v ./in:/work",
                "pushd +1 && docker run -v ./in:/work img x | | -v ./in:/work",
                "cd ~other/x && docker run -v ./in:/work img x | | -v ./in:/work",
                "cd -P /a/../b && docker run -v ./in:/work img x | /b/in |",
                "if true; then cd /a; fi; docker run -v ./in:/work img x | | -v ./in:/work",
                "if cd /a; then docker run -v ./in:/work img x; fi | /a/in |",
                "cd /a OR cd /b; docker run -v ./in:/work img x | | -v ./in:/work",
                "cd /a OR exit 1; docker run -v ./in:/work img x | /a/in |",
                "for i in 1 2; do cd /a; done; docker run -v ./in:/work img x | | -v ./in:/work",
                "cd /a PIPE cat; docker run -v ./in:/work img x | /home/me/here/in |",
                "cd /a & docker run -v ./in:/work img x | /home/me/here/in |",
                "cd a b && docker run -v ./in:/work img x | | -v ./in:/work",
                "cd $NOWHERE && docker run -v $(pwd):/work img x | | $(pwd);-v $(pwd):/work",
                "cd - && docker run -v ./in:/work img x | | -v ./in:/work",
                "docker run -v $(pwd):/work img x | /home/me/here |",
            })
    void pathsAreReadFromWhereTheLinesBeforeWent(String text, String host, String told) throws Exception {
        PastedLaunch pasted = PastedLaunch.of(
                text.replace("\\n", "\n").replace("OR", "||").replace("PIPE", "|"),
                PastedLaunch.Before.of(BEFORE),
                Map.of("HOME", "/home/me", "PWD", "/home/me/here"));
        assertThat(pasted.launch().mounts())
                .isEqualTo(host == null ? List.of() : List.of(new Mapping(host, "/work", false)));
        assertThat(pasted.notTaken()).extracting(NotTaken::what).isEqualTo(words(told));
    }

    private static List<String> words(String listed) {
        return listed == null ? List.of() : List.of(listed.split(";"));
    }

    @Test
    void optionsOfTheSitesScriptStay() throws Exception {
        assertThat(paste("dockerrun -no-add-wd --no-add-user -v /a:/b img x")
                        .launch()
                        .container()
                        .site())
                .containsExactly("-no-add-wd", "-no-add-user");
    }

    @Test
    void whatIsNoLineIsTold() {
        for (String text : List.of("", "docker run", "docker run -v /a:/b", "docker run --shm-size=much img")) {
            assertThatThrownBy(() -> paste(text)).as(text).isInstanceOf(Trouble.class);
        }
    }

    /** What stands before docker in its command, and what commands before it set, is taken or told. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CUDA_VISIBLE_DEVICES=1 docker run -e CUDA_VISIBLE_DEVICES img | CUDA_VISIBLE_DEVICES=1 |",
                "sudo A=1 docker run -e A img | A=1 |",
                "A=1 B=2 docker run -e A img | A=1 | B=2",
                "export A=8\\ndocker run -e A -e B img | A=8;B |",
                "A=8\\ndocker run -e A img | A |",
                "A=8\\nexport A\\ndocker run --env A img | A=8 |",
                "read A\\ndocker run -e A=$A img | A | -e A=$A",
                "export A=$(x)\\ndocker run -e A img | A | -e A",
                "NV_GPU=1 nvidia-docker run img | | NV_GPU=1",
                "env NV_GPU=1 nvidia-docker run img | | NV_GPU=1",
                "DOCKER_HOST=tcp://x docker run img | | DOCKER_HOST=tcp://x",
                "export DOCKER_HOST=tcp://x\\ndocker run img | | DOCKER_HOST=tcp://x",
                "export DOCKER_HOST=unix:///x\\ndocker run img | |",
                "docker -H tcp://x:2375 run img | | -H tcp://x:2375",
                "docker -Htcp://x run img | | -Htcp://x",
                "docker --host=ssh://x run img | | --host=ssh://x",
                "docker --context gpu7 run img | | --context gpu7",
                "docker --context default -H unix:///x -l debug run img | |",
                "ssh -t gpu7 sudo docker run img | | ssh -t gpu7 sudo",
                "srun --gres=gpu:1 --mem=40G -p maxgpu docker run img | | srun --gres=gpu:1 --mem=40G -p maxgpu",
                "srun docker run img | |",
            })
    void whatStandsBeforeDockerIsNotLost(String text, String environment, String told) throws Exception {
        PastedLaunch pasted = paste(text.replace("\\n", "\n"));
        assertThat(pasted.launch().image()).isEqualTo(ImageReference.parse("img"));
        assertThat(pasted.launch().container().environment()).isEqualTo(words(environment));
        assertThat(pasted.notTaken()).extracting(NotTaken::what).isEqualTo(words(told));
    }
}
