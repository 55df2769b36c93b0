package org.maxdock.paste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.launch.PlanForm;
import org.maxdock.mount.Mapping;
import org.maxdock.text.Trouble;

class PastedPlanTest {

    private static final Map<String, String> KNOWN = Map.of("USER", "me");

    private static PastedPlan paste(String line) throws Trouble {
        return PastedPlan.of(line, KNOWN);
    }

    @Test
    void theLinesOfTheSitesPageBecomePlans() throws Exception {
        List<Mapping> both = List.of(
                new Mapping("/data/gpfs/user", "/data", false),
                new Mapping("/beegfs/desy/user/me", "/anotherdata", false));
        assertThat(paste("$ docker run -v /data/gpfs/user:/data -v /beegfs/desy/user/$USER:/anotherdata ...")
                        .mappings())
                .isEqualTo(both);
        assertThat(paste("$ dockerrun -v /data/gpfs/user:/data -v /beegfs/desy/user/$USER:/anotherdata ...")
                        .mappings())
                .isEqualTo(both);
        assertThat(paste("$ dockercluster <imagename> -v /data/gpfs/user:/data -v "
                                + "/beegfs/desy/user/$USER:/anotherdata ...")
                        .mappings())
                .isEqualTo(both);
    }

    @Test
    void everyFormOfTheOptionsIsRead() throws Exception {
        assertThat(paste("docker run --volume=/a:/1:ro -v=/b:/2 -v/c:/3:rw --mount "
                                + "type=bind,src=/d,dst=/4,readonly "
                                + "--mount='type=bind,\"source=/e,f\",target=/5' i")
                        .mappings())
                .containsExactly(
                        new Mapping("/a", "/1", true),
                        new Mapping("/b", "/2", false),
                        new Mapping("/c", "/3", false),
                        new Mapping("/d", "/4", true),
                        new Mapping("/e,f", "/5", false));
    }

    @Test
    void whatCannotBeTakenOverIsTold() throws Exception {
        PastedPlan plan =
                paste("docker run -v name:/x -v /a:/b:ro,z -v /only --mount type=tmpfs,dst=/t -v $NOBODY:/n i");
        assertThat(plan.mappings()).containsExactly(new Mapping("/a", "/b", true));
        assertThat(plan.notTaken())
                .extracting(NotTaken::what)
                .containsExactly(
                        "-v name:/x",
                        ":z (-v /a:/b:ro,z)",
                        "-v /only",
                        "--mount type=tmpfs,dst=/t",
                        "$NOBODY",
                        "-v $NOBODY:/n");
        assertThatThrownBy(() -> paste("docker run -it ubuntu"))
                .isInstanceOfSatisfying(Trouble.class, t -> assertThat(t.key()).isEqualTo("nothing-pasted"));
    }

    @Test
    void whatIsWrittenOutIsReadBack() throws Exception {
        List<Mapping> plan = List.of(new Mapping("/a b/it's", "/data", true), new Mapping("/ä$x", "/c", false));
        for (PlanForm form : List.of(PlanForm.DOCKER_RUN, PlanForm.DOCKERRUN, PlanForm.DOCKERCLUSTER)) {
            assertThat(paste(form.write("i:1", plan, "", List.of("bash"))).mappings())
                    .as(form.title())
                    .isEqualTo(plan);
        }
        assertThat(PlanForm.COMPOSE.write("i", plan, "", List.of())).isEqualTo("""
                volumes:
                  - type: bind
                    source: '/a b/it''s'
                    target: '/data'
                    read_only: true
                    bind: {create_host_path: false}
                  - type: bind
                    source: '/ä$$x'
                    target: '/c'
                    bind: {create_host_path: false}""");
        assertThat(PlanForm.APPTAINER.write("r/i:1", plan.subList(0, 1), "", List.of("bash")))
                .isEqualTo("apptainer exec \\\n  --bind '/a b/it'\\''s:/data:ro' \\\n  docker://r/i:1 bash");
    }

    @Test
    void optionsEndWithTheImageExceptForTheSitesDockercluster() throws Exception {
        assertThat(paste("FOO=1 sudo /usr/bin/docker --context max run -it -v /a:/b tool -v /not:/docker's")
                        .mappings())
                .containsExactly(new Mapping("/a", "/b", false));
        assertThat(paste("docker run --name -v -v /a:/b -- tool").mappings())
                .containsExactly(new Mapping("/a", "/b", false));
        assertThat(paste("dockerrun -no-add-wd -itv /a:/b tool").mappings())
                .containsExactly(new Mapping("/a", "/b", false));
        assertThat(paste("dockercluster -n c -p 2022 tool -v /a:/b").mappings())
                .containsExactly(new Mapping("/a", "/b", false));
        assertThat(paste("-v /a:/b:ro").mappings()).containsExactly(new Mapping("/a", "/b", true));
        assertThat(paste("docker run --net=host --privileged --pid host -v /a:/b i")
                        .warnings())
                .extracting(m -> m.arguments().getFirst())
                .containsExactly("--net=host", "--privileged", "--pid=host");
        assertThat(paste("docker run --net=host --userns=host -v /a:/b i").warnings())
                .isEmpty();
        assertThat(paste("docker run --volumes-from other --tmpfs /t i").notTaken())
                .extracting(NotTaken::what)
                .containsExactly("--volumes-from other", "--tmpfs /t");
    }

    private static final Map<String, String> HERE = Map.of("PWD", "/home/me/work", "HOME", "/home/me", "USER", "me");

    @Test
    void aComposeServiceBecomesAPlan() throws Exception {
        PastedPlan plan = PastedPlan.of("""
                services:
                  recon:
                    image: recon:1
                    volumes:
                      - ./in:/in:ro
                      - "~/out:/out"
                      - ${DATA:-/beegfs/x}:/data
                      - named:/cache
                      - /only
                      - type: bind
                        source: /a b
                        target: /b
                        read_only: true
                        bind: {create_host_path: false}
                      - {type: tmpfs, target: /t}
                  other:
                    volumes: ["/c:/d"]
                volumes: {named: }
                """, HERE);
        assertThat(plan.mappings())
                .containsExactly(
                        new Mapping("/home/me/work/in", "/in", true),
                        new Mapping("/home/me/out", "/out", false),
                        new Mapping("/beegfs/x", "/data", false),
                        new Mapping("/a b", "/b", true));
        assertThat(plan.notTaken())
                .extracting(NotTaken::what)
                .containsExactly("-v named:/cache", "-v /only", "{type=tmpfs, target=/t}", "services.other");
        List<Mapping> mine = List.of(new Mapping("/a b/it's", "/data", true), new Mapping("/ä$x", "/c", false));
        assertThat(PastedPlan.of(PlanForm.COMPOSE.write("i", mine, "", List.of()), HERE)
                        .mappings())
                .isEqualTo(mine);
        assertThat(PastedPlan.of("recon:\n  volumes:\n    - /a:/b\n", HERE).mappings())
                .containsExactly(new Mapping("/a", "/b", false));
        assertThat(PastedPlan.of("- /a:/b\n- /c:/d:ro\n", HERE).mappings())
                .containsExactly(new Mapping("/a", "/b", false), new Mapping("/c", "/d", true));
        assertThatThrownBy(() -> PastedPlan.of("volumes: [", HERE))
                .isInstanceOfSatisfying(Trouble.class, t -> assertThat(t.key()).isEqualTo("paste-unreadable"));
    }

    @Test
    void theMountsOfADevcontainerBecomeAPlan() throws Exception {
        PastedPlan plan = PastedPlan.of("""
                // for the editor
                {
                \t"image": "recon:1", /* the image */
                \t"workspaceMount": "source=${localWorkspaceFolder},target=/work,type=bind,consistency=cached",
                \t"mounts": [
                \t\t"source=${localEnv:HOME}/data,target=/data,type=bind,readonly",
                \t\t{"source": "cache", "target": "/cache", "type": "volume"},
                \t\t{"source": "/x//y", "target": "/z", "type": "bind"},
                \t\t"source=${localEnv:NOBODY},target=/n,type=bind",
                \t],
                \t"runArgs": ["-v", "/one:/two", "--network=host"]
                }
                """, HERE);
        assertThat(plan.mappings())
                .containsExactly(
                        new Mapping("/home/me/work", "/work", false),
                        new Mapping("/home/me/data", "/data", true),
                        new Mapping("/x//y", "/z", false),
                        new Mapping("/one", "/two", false));
        assertThat(plan.notTaken())
                .extracting(NotTaken::what)
                .containsExactly(
                        "{source=cache, target=/cache, type=volume}",
                        "${localEnv:NOBODY}",
                        "--mount source=,target=/n,type=bind");
    }

    /** A document is read without what a page, a shell or an editor puts around it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "```yaml\nservices:\n  a:\n    volumes: ['/a:/b']\n```",
                "~~~\n# mine\nservices:\n  a:\n    volumes: ['/a:/b']\n~~~\nand start it",
                "No docker run:\n\n   ```yml\n   services:\n     a:\n       volumes: ['/a:/b']\n   ```\n",
                "```bash\ndocker compose up\n```\n```\nvolumes: ['/a:/b']\n```",
                "```jsonc\n{ // mine\n\"mounts\": [\"source=/a,target=/b,type=bind\"]}\n```",
                "```bash\ndocker run -v /a:/b img\n```\n```yaml\nvolumes: ['/c:/d']\n```",
                "$ cat docker-compose.yml\nservices:\n  a:\n    volumes: ['/a:/b']\n$ ",
                "me@host:~$ cat docker-compose.yml\nservices:\n  a:\n    volumes: ['/a:/b']\nme@host:~$ ls -l",
                "Put this there\nversion: '3'\nservices:\n  a:\n    volumes: ['/a:/b']",
                "$ cat devcontainer.json\n{\n  \"mounts\": [\"source=/a,target=/b,type=bind\"]\n}",
                "\"mounts\": [\"source=/a,target=/b,type=bind\"],",
                "\"runArgs\": [\"-v\", \"/a:/b\"]",
                "test:\n  services: [docker:24-dind]\n  script:\n    - docker run -v /a:/b img make",
                "- export DATA=/a\n- docker run -v $DATA:/b img make",
                "- >\n docker run --rm\n -v /a:/b\n img:1\n make test",
                "- name: Build\n  run: |\n    docker run -v /a:/b img make",
            })
    void whatIsAroundADocumentIsNoneOfIt(String text) throws Exception {
        PastedPlan plan = paste(text);
        assertThat(plan.mappings()).containsExactly(new Mapping("/a", "/b", false));
        assertThat(plan.notTaken()).extracting(NotTaken::what).isEmpty();
    }

    @Test
    void aComposeFileThatOnlySpeaksOfARunIsOne() throws Exception {
        assertThat(paste("services:\n  a:\n    image: x/dockerrun\n    volumes: ['named:/b']")
                        .notTaken())
                .extracting(NotTaken::what)
                .containsExactly("-v named:/b");
    }
}
