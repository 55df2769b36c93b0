package org.maxdock.host.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.host.Command;

/** What of the user's own environment our questions see, and what the user's launches. */
@Timeout(30)
class SurroundingsTest {

    private static final String SHOW = "env -0";

    @TempDir
    Path home;

    private AccountHost host;

    @BeforeEach
    void account() {
        host = new AccountHost("bash", home);
    }

    private Map<String, String> seenBy(Command command) throws Exception {
        Map<String, String> seen = new HashMap<>();
        for (String line : host.run(command).text().split("\0")) {
            String[] both = line.split("=", 2);
            seen.put(both[0], both[1]);
        }
        return seen;
    }

    @ParameterizedTest
    @CsvSource({
        "SLURM_CONF, kept, kept",
        "SLURM_CONF_SERVER, kept, kept",
        "SLURM_JWT, kept, kept",
        "SLURM_ACCOUNT, kept, kept",
        "SBATCH_ACCOUNT, kept, kept",
        "SALLOC_ACCOUNT, kept, kept",
        "SLURM_TIME_FORMAT, gone, gone",
        "SLURM_CLUSTERS, gone, kept",
        "SLURM_BITSTR_LEN, gone, kept",
        "SLURM_EXIT_ERROR, gone, kept",
        "SBATCH_PARTITION, gone, kept",
        "SBATCH_TIMELIMIT, gone, kept",
        "SALLOC_CONSTRAINT, gone, kept",
        "SALLOC_KILL_CMD, gone, kept",
        "SQUEUE_FORMAT, gone, gone",
        "SQUEUE_FORMAT2, gone, gone",
        "SQUEUE_STATES, gone, gone",
        "SQUEUE_PARTITION, gone, gone",
        "SQUEUE_ALL, gone, gone",
        "SINFO_FORMAT, gone, gone",
        "SINFO_PARTITION, gone, gone",
        "SACCT_FORMAT, gone, gone",
        "SCONTROL_FUTURE, gone, kept",
        "DOCKER_HOST, kept, kept",
        "DOCKER_TLS, kept, kept",
        "DOCKER_TLS_VERIFY, kept, kept",
        "DOCKER_CERT_PATH, kept, kept",
        "DOCKER_CONFIG, kept, kept",
        "DOCKER_CONTEXT, kept, kept",
        "DOCKER_API_VERSION, kept, kept",
        "DOCKER_CONTENT_TRUST, kept, kept",
        "DOCKER_DEFAULT_PLATFORM, gone, kept",
        "DOCKER_BUILDKIT, gone, kept",
        "BUILDKIT_PROGRESS, gone, kept",
        "LANG, kept, kept",
        "LANGUAGE, gone, kept",
        "LC_MESSAGES, gone, kept",
        "LC_NUMERIC, gone, kept",
        "BASH_ENV, gone, kept",
        "ENV, gone, kept",
        "CDPATH, gone, kept",
        "GLOBIGNORE, gone, kept",
        "GREP_OPTIONS, gone, kept",
        "TAR_OPTIONS, gone, kept",
        "TIME_STYLE, gone, kept",
        "BLOCK_SIZE, gone, kept",
        "QUOTING_STYLE, gone, kept",
        "COLUMNS, gone, kept",
        "HOME_OF_MINE, kept, kept",
        "TZ, kept, kept",
        "http_proxy, kept, kept",
    })
    void aVariableIsKeptOrGone(String variable, String ours, String users) throws Exception {
        String value = "/dev/null";
        host.file(".bash_profile", "export " + variable + "=" + value);
        assertThat(seenBy(Command.script(SHOW)).get(variable)).isEqualTo(ours.equals("kept") ? value : null);
        assertThat(seenBy(Command.script(SHOW).asUser()).get(variable)).isEqualTo(users.equals("kept") ? value : null);
    }

    @Test
    void theLanguageOfOurQuestionsIsTheProgramsOwn() throws Exception {
        host.file(".bash_profile", "export LC_ALL=de_DE.UTF-8 LANG=de_DE.UTF-8");
        assertThat(seenBy(Command.script(SHOW))).containsEntry("LC_ALL", "C");
        assertThat(seenBy(Command.script(SHOW).asUser())).containsEntry("LC_ALL", "de_DE.UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IFS=:,0123456789",
                "export IFS=x",
                "set -euf -o pipefail -o noclobber -o posix",
                "export SHELLOPTS; set -euf",
                "shopt -s nullglob failglob extglob expand_aliases; export BASHOPTS",
                "alias printf=false exec=false env=false bash=false",
                "printf() { false; }; exec() { false; }; command() { false; }; export -f printf command",
                "stat() { echo mine; }; bash() { echo mine; }; export -f stat bash",
                "export BASH_ENV=$HOME/printing",
                "export POSIXLY_CORRECT=1 ENV=$HOME/printing",
                "cd /; export OLDPWD=/ CDPATH=/usr:/",
                "trap 'echo end' EXIT; trap 'echo each' DEBUG; set -T",
                "export PS4='$(echo traced >&2)'; set -x",
                "export BASH_COMPAT=3.2",
                "ulimit -S -n 64",
            })
    void whatAProfileLeavesBehindChangesNoAnswer(String profile) throws Exception {
        host.file("printing", "echo printed; echo printed >&2").file(".bash_profile", profile);
        String question = """
                printf '%s|' "$@" *.none "$-" | tr -d BhcpHs
                for n in $(printf '1:2 3'); do printf '<%s>' "$n"; done
                cd /usr && cd bin
                stat -c %F /
                bash -c 'echo inner'
                echo over > /dev/null
                false | true && echo unset: "${never-}"
                """;
        var output = host.run(Command.script(question, "a b", ""));
        assertThat(output.errors()).isEmpty();
        assertThat(output.text().lines().toList())
                .isEqualTo(List.of("a b||*.none||<1:2><3>directory", "inner", "unset: "));
    }
}
