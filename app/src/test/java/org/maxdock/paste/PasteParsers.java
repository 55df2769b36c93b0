package org.maxdock.paste;

import java.util.List;
import java.util.Map;
import org.maxdock.fuzz.Fuzzed;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** The readers of this room that get what others wrote. */
public final class PasteParsers {

    private static final Map<String, String> VARIABLES =
            Map.of("HOME", "/home/me", "PWD", "/here", "USER", "me", "A", "x".repeat(3000));

    private PasteParsers() {}

    /** That there is nothing in it is an answer, too. */
    private static void read(String text) throws Trouble {
        try {
            PastedPlan.of(text, VARIABLES);
        } catch (Trouble e) {
            if (e.kind() != TroubleKind.NOTHING_PASTED) {
                throw e;
            }
        }
    }

    public static List<Fuzzed> all() {
        return List.of(
                Fuzzed.text(
                        "a pasted line",
                        text -> PastedPlan.ofLaunch(text, VARIABLES, ""),
                        "docker run --rm -it -v $HOME/a:/b:ro --mount type=bind,src=/x,\"dst=/y\" -e A=b img:1"
                                + " sh -c 'x'",
                        "dockercluster img -v /a:/b $A $B",
                        "docker service create --replicas 2 --mount type=bind,src=/a,dst=/b --limit-cpu 1 img",
                        "#SBATCH --container-image=r#i --gpus=1\nsrun -N 1 --container-mounts=/a:/b:ro+x,/c --pty sh",
                        "run([\"docker\", \"run\", '-v', f'{os.getcwd()}:/w', str(a) + ':/b', r'img'] + x) # y",
                        "c.containers.run('i', ['x'], volumes={a: {'bind': '/b', 'mode': 'ro'}}, "
                                + "environment={'A': 1}, tty=True)",
                        "os.system(f\"\"\"docker run -v {{a}}:/b {i}\"\"\".split())"),
                Fuzzed.text(
                        "a pasted compose file",
                        PasteParsers::read,
                        "services:\n  a:\n    image: x\n    volumes: &v\n      - ./a:/b:ro\n      - type: bin"
                                + "d\n        source: ${HOME:-/x}\n"
                                + "        target: /c\n  b:\n    volumes: *v\n",
                        "volumes:\n  - /a:/b\n",
                        "jobs:\n  a:\n    container:\n      image: x\n      env: {A: 1}\n      options: -v /a:/b\n"
                                + "    services:\n      b:\n        image: ${{ y }}\n",
                        "- hosts: a\n  tasks:\n  - block:\n    - docker_container:\n        image: x\n"
                                + "        volumes: /a:/b\n        mounts:\n        - {source: /c, target: /d}\n"
                                + "        ulimits:\n        - nofile:1:2\n"),
                Fuzzed.text(
                        "a pasted unit",
                        PasteParsers::read,
                        "[Container]\nImage=x\nVolume=%h/a:/b\nEnvironment=A=b \"C=d e\"\nExec=x \\\n  y\n",
                        "[Service]\nEnvironment=A=/a\nExecStart=-/usr/bin/docker run -v ${A}:/b \\\n  x %i\n"),
                Fuzzed.text(
                        "a pasted devcontainer.json",
                        PasteParsers::read,
                        "{ // a\n\"mounts\": [\"source=${localEnv:HOME},target=/h,type=bind\", {\"type\":\"bin"
                                + "d\",\"source\":\"/a\","
                                + "\"target\":\"/b\"}], /* c */ \"runArgs\": [\"-v\", \"/x:/y\"], \"workspaceM"
                                + "ount\": \"source=/w,target=/w,type=bind\",}"));
    }
}
