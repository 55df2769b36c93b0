package org.maxdock.host.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.text.Trouble;

class ProxyProcessTest {

    private static final int MANY = 20;

    @TempDir
    Path folder;

    /** Its output closes before it has spoken, as that of {@code echo … >&2} may. */
    @Test
    void whatItSaysLastIsHeardAlsoWhereItsOutputHasEnded() throws Exception {
        SshMachine machine = SshMachine.here(folder);
        List<Future<Object>> said = new ArrayList<>();
        try (ExecutorService many = Executors.newFixedThreadPool(24)) {
            for (int i = 0; i < MANY; i++) {
                said.add(many.submit(() -> lastWords(machine)));
            }
        }
        for (Future<Object> words : said) {
            assertThat(words.get()).isEqualTo("no way");
        }
    }

    private static Object lastWords(SshMachine machine) throws Exception {
        ProxyProcess process = ProxyProcess.start("sh -c 'exec >&2; sleep 0.1; echo no way; exit 3'", machine);
        try (Wire wire = process.wire()) {
            assertThat(wire.getInputStream().readAllBytes()).isEmpty();
        }
        Trouble failed = process.failed(null);
        return failed.arguments().getLast();
    }
}
