package org.maxdock.paste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.mount.Mapping;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Compose files by the compose specification, also in parts, as people copy them. */
class ComposeTest {

    private static final Map<String, String> VARIABLES = Map.of("HOME", "/home/me", "SET", "set", "EMPTY", "");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "$SET; set",
                "${SET}; set",
                "a$SET/b; aset/b",
                "$$SET; $SET",
                "${SET:-x}; set",
                "${EMPTY:-x}; x",
                "${EMPTY-x}; ''",
                "${NONE:-x}; x",
                "${NONE-x}; x",
                "${NONE:-}; ''",
                "${NONE:-${SET}}; set",
                "${NONE:-a${NONE:-b${SET:+c}}}; abc",
                "${SET:+x}; x",
                "${SET+x}; x",
                "${EMPTY:+x}; ''",
                "${EMPTY+x}; x",
                "${NONE:+x}; ''",
                "${SET:?must be}; set",
                "${SET?must}; set",
                "${localEnv:SET}; set",
                "${localEnv:NONE:other}; other",
                "$; $",
                "a$ b; a$ b",
                "$1; $1",
            })
    void variablesAreFilledIn(String text, String expected) {
        List<String> unknown = new ArrayList<>();
        assertThat(Interpolation.of(text, VARIABLES, unknown::add)).isEqualTo(expected);
        assertThat(unknown).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"$NONE", "${NONE}", "${NONE:?must be there}", "${EMPTY:?must}", "${NONE?must}"})
    void whatNobodyKnowsStaysAndIsTold(String text) {
        List<String> unknown = new ArrayList<>();
        assertThat(Interpolation.of(text, VARIABLES, unknown::add)).isEqualTo(text);
        assertThat(unknown).containsExactly(text);
    }

    private static List<Mapping> mappings(String text) throws Trouble {
        return PastedPlan.of(text, VARIABLES).mappings();
    }

    @Test
    void partsOfAFileAreTakenAsTheyAreIndented() throws Exception {
        List<Mapping> one = List.of(new Mapping("/data", "/in", true));
        assertThat(mappings("      volumes:\n        - /data:/in:ro\n")).isEqualTo(one);
        assertThat(mappings("    image: x\n    volumes:\n      - /data:/in:ro\n    command: y\n"))
                .isEqualTo(one);
        assertThat(mappings("      - /data:/in:ro\n")).isEqualTo(one);
        assertThat(mappings("image: x\n    volumes:\n      - /data:/in:ro\n")).isEqualTo(one);
        assertThat(mappings("volumes:\n      - /data:/in:ro\n")).isEqualTo(one);
        assertThat(mappings("  app:\n    volumes:\n      - /data:/in:ro\n")).isEqualTo(one);
    }

    @Test
    void theFirstServiceThatMapsAnythingIsTaken() throws Exception {
        PastedPlan plan = PastedPlan.of(
                "services: {db: {volumes: [dbdata:/var/lib/x]}, none: {volumes: []}, app: {volumes: [/beegfs/x:/data]},"
                        + " more: {volumes: [/a:/b]}}",
                VARIABLES);
        assertThat(plan.mappings()).containsExactly(new Mapping("/beegfs/x", "/data", false));
        assertThat(plan.notTaken())
                .extracting(NotTaken::what)
                .contains("-v dbdata:/var/lib/x", "services.more")
                .doesNotContain("services.app");
    }

    @ParameterizedTest
    @CsvSource({"yes, true", "on, true", "True, true", "${RO:-true}, true", "no, false", "${RO:-off}, false"})
    void readOnlyIsSaidInManyWords(String word, boolean readOnly) throws Exception {
        assertThat(mappings("volumes:\n  - type: bind\n    source: /a\n    target: /b\n    read_only: " + word + "\n"))
                .containsExactly(new Mapping("/a", "/b", readOnly));
    }

    @ParameterizedTest
    @CsvSource({"True, true", "t, true", "TRUE, true", "1, true", "False, false", "0, false"})
    void readOnlyOfAMount(String word, boolean readOnly) throws Exception {
        assertThat(mappings("docker run --mount type=bind,src=/a,dst=/b,readonly=" + word + " img"))
                .containsExactly(new Mapping("/a", "/b", readOnly));
    }

    @Test
    void whatIsMergedAndWhatIsTagged() throws Exception {
        assertThat(mappings("""
                x-common: &common
                  image: x
                  volumes:
                    - ${DATA:-/data}:/in
                services:
                  app:
                    <<: *common
                    command: y
                """)).containsExactly(new Mapping("/data", "/in", false));
        assertThat(mappings("services:\n  a:\n    volumes: !override\n      - /data:/in\n    ports: !reset []\n"))
                .containsExactly(new Mapping("/data", "/in", false));
        assertThat(mappings("services:\n  a:\n    <<: [*no]\n".replace("[*no]", "{volumes: [/data:/in]}")))
                .containsExactly(new Mapping("/data", "/in", false));
    }

    @Test
    void filesAsPeopleHaveThem() throws Exception {
        StringBuilder many = new StringBuilder("x-d: &d\n  restart: always\nservices:\n");
        for (int i = 0; i < 60; i++) {
            many.append("  s").append(i).append(":\n    <<: *d\n");
        }
        many.append("  last:\n    <<: *d\n    volumes: [/data:/in]\n");
        Mapping in = new Mapping("/data", "/in", false);
        assertThat(mappings(many.toString())).containsExactly(in);
        assertThat(mappings("a: b\n---\nservices:\n  a:\n    volumes: [/data:/in]\n"))
                .containsExactly(in);
        assertThat(mappings("\"services\":\n  \"a\":\n    volumes: [/data:/in]\n"))
                .containsExactly(in);
        assertThat(mappings("{\"services\": {\"a\": {\"volumes\": [\"/data:/in\"]}}}"))
                .containsExactly(in);
        assertThat(mappings("x-v: &v {type: bind, source: /data, target: /in}\nservices:\n  a:\n    volumes:\n"
                        + "      - <<: *v\n"))
                .containsExactly(in);
    }

    @Test
    void whatMapsInOtherWaysIsTold() throws Exception {
        PastedPlan plan = PastedPlan.of(
                "services:\n  debug:\n    profiles: [debug]\n    volumes: [/d:/d]\n"
                        + "  app:\n    tmpfs: /run\n    extends: {file: other.yml, service: x}\n"
                        + "    volumes:\n      - /data:/in\n"
                        + "      - {type: bind, source: /e, target: /e, bind: {propagation: rslave}}\n",
                VARIABLES);
        assertThat(plan.mappings()).contains(new Mapping("/data", "/in", false));
        assertThat(plan.notTaken())
                .extracting(NotTaken::what)
                .contains("services.debug", "tmpfs: /run")
                .anyMatch(told -> told.startsWith("extends: "))
                .anyMatch(told -> told.contains("rslave"));
    }

    @Test
    void variablesOfADevcontainerAreWhatItSaysTheyAre() throws Exception {
        PastedPlan plan = PastedPlan.of(
                "{\"workspaceFolder\": \"/work\", \"mounts\": ["
                        + "\"source=${localEnv:HOME}${localEnv:USERPROFILE}/.x,target=/x,type=bind\","
                        + "\"source=/y,target=${containerWorkspaceFolder}/y,type=bind\","
                        + "\"source=${containerEnv:HOME}/z,target=/z,type=bind\"]}",
                VARIABLES);
        assertThat(plan.mappings())
                .contains(new Mapping(VARIABLES.get("HOME") + "/.x", "/x", false), new Mapping("/y", "/work/y", false));
        assertThat(plan.notTaken())
                .extracting(NotTaken::what)
                .contains("${localEnv:USERPROFILE}", "${containerEnv:HOME}");
    }

    @Test
    void howeverManyBlankLinesComeFirst() throws Exception {
        assertThat(mappings("\r".repeat(100_000) + "  volumes:\n    - /data:/in\n"))
                .containsExactly(new Mapping("/data", "/in", false));
    }

    /** What is small as it is pasted may be huge with its references written out. */
    @Test
    void whatRefersToItselfManyTimesOverIsRefused() {
        StringBuilder text = new StringBuilder("x0: &x0 [" + "lol,".repeat(8) + "lol]\n");
        for (int i = 1; i < 9; i++) {
            text.append("x%d: &x%d [%s*x%d]%n".formatted(i, i, ("*x" + (i - 1) + ",").repeat(8), i - 1));
        }
        text.append("services:\n  s:\n    image: r/i:1\n    any: *x8\n    volumes: [\"/a:/b\"]\n");
        assertThat(catchThrowableOfType(Trouble.class, () -> PastedPlan.of(text.toString(), Map.of()))
                        .kind())
                .isEqualTo(TroubleKind.PASTE_UNREADABLE);
    }
}
