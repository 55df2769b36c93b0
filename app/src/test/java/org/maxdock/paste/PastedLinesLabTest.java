package org.maxdock.paste;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchKind;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.PlanForm;
import org.maxdock.mount.Mapping;

/**
 * `docker run` lines from public documentation (each with its source) become plans. What is right is said by a real
 * bash and Docker's own client: it sends its request to a server here, which keeps the mounts in it and refuses.
 */
@Tag("lab")
@Tag("whole")
@Tag("once")
@Timeout(180)
class PastedLinesLabTest {

    /** A request of Docker's client, as far as mounts go, and what else a launch takes over. */
    private record Asked(
            Set<Mapping> mappings,
            String image,
            List<String> command,
            List<String> environment,
            String directory,
            long sharedMemory) {}

    private final ObjectMapper json = new ObjectMapper();
    private final AtomicReference<Asked> asked = new AtomicReference<>();
    private HttpServer engine;

    @TempDir
    Path here;

    @BeforeEach
    void start() throws IOException {
        engine = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        engine.createContext("/", this::answer);
        engine.start();
    }

    @AfterEach
    void stop() {
        engine.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("API-Version", "1.41");
        exchange.getResponseHeaders().set("OSType", "linux");
        byte[] body = "{\"message\":\"only a test\"}".getBytes(StandardCharsets.UTF_8);
        boolean ping = exchange.getRequestURI().getPath().endsWith("/_ping");
        if (exchange.getRequestURI().getPath().endsWith("/containers/create")) {
            asked.set(read(json.readTree(exchange.getRequestBody())));
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(
                ping ? 200 : 500, exchange.getRequestMethod().equals("HEAD") ? -1 : body.length);
        if (!exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private static Asked read(JsonNode request) {
        JsonNode hostConfig = request.path("HostConfig");
        Set<Mapping> mappings = new HashSet<>();
        for (JsonNode bind : hostConfig.path("Binds")) {
            String[] part = bind.asText().split(":");
            if (part[0].startsWith("/")) {
                mappings.add(new Mapping(
                        part[0],
                        part[1],
                        part.length > 2 && List.of(part[2].split(",")).contains("ro")));
            }
        }
        for (JsonNode mount : hostConfig.path("Mounts")) {
            if (mount.path("Type").asText().equals("bind")) {
                mappings.add(new Mapping(
                        mount.path("Source").asText(),
                        mount.path("Target").asText(),
                        mount.path("ReadOnly").asBoolean()));
            }
        }
        return new Asked(
                mappings,
                request.path("Image").asText(),
                texts(request.path("Cmd")),
                texts(request.path("Env")).stream().sorted().toList(),
                request.path("WorkingDir").asText(),
                hostConfig.path("ShmSize").asLong());
    }

    private static List<String> texts(JsonNode array) {
        List<String> all = new ArrayList<>();
        array.forEach(n -> all.add(n.asText()));
        return all;
    }

    private Map<String, String> variables() {
        return Map.of(
                "PWD",
                here.toString(),
                "HOME",
                "/home/mxuser",
                "USER",
                "mxuser",
                "TEMPDIR",
                "/tmp/some-where",
                "CONTAINER_NAME",
                "c",
                "UID",
                "21437",
                "GID",
                "3512",
                "TERM",
                "xterm");
    }

    /** What the line means, by bash and Docker's client. */
    private Set<Mapping> meant(String line) throws IOException, InterruptedException {
        asked.set(null);
        Path script = here.resolve("line.sh");
        Files.writeString(
                script,
                "docker() { command /usr/bin/docker -H tcp://127.0.0.1:"
                        + engine.getAddress().getPort() + " \"$@\"; }\nGID=3512\n" + line + "\n");
        ProcessBuilder process = new ProcessBuilder(
                        "script", "--quiet", "--return", "--command", "bash " + script, "/dev/null")
                .directory(here.toFile())
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile());
        process.environment().putAll(variables());
        process.environment().keySet().removeIf(k -> k.startsWith("DOCKER_") || k.equals("UID"));
        process.environment().put("DOCKER_CONFIG", here.toString());
        Process running = process.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        running.waitFor();
        assertThat(asked.get()).as(line + "\n" + said).isNotNull();
        return asked.get().mappings();
    }

    @Test
    void aHundredLinesFromPublicDocumentationGiveTheSameMounts() throws Exception {
        JsonNode lines;
        try (InputStream file = PastedLinesLabTest.class.getResourceAsStream("docker-run-lines.json")) {
            lines = json.readTree(file);
        }
        List<String> wrong = new ArrayList<>();
        int mounts = 0;
        int launches = 0;
        for (JsonNode one : lines) {
            String line = one.path("line").asText();
            Set<Mapping> meant = meant(line);
            PastedPlan plan = PastedPlan.of(line, variables());
            if (!new HashSet<>(plan.mappings()).equals(meant)) {
                wrong.add(one.path("source").asText() + ": " + line + "\n  meant " + meant + "\n  read  "
                        + plan.mappings());
                continue;
            }
            mounts += plan.mappings().size();
            if (!line.contains("$(")
                    && !line.contains("`")) { // what a shell puts in place of a command is not known, and told
                launches++;
                String difference = asLaunch(line, asked.get());
                if (!difference.isEmpty()) {
                    wrong.add(one.path("source").asText() + ": " + line + "\n  as a launch: " + difference);
                }
            }
            for (PlanForm form : List.of(PlanForm.DOCKER_RUN, PlanForm.DOCKER_MOUNT)) {
                String written = form.write("image:1", plan.mappings(), "", List.of("bash"));
                if (!meant(written).equals(meant)
                        || !PastedPlan.of(written, variables()).mappings().equals(plan.mappings())) {
                    wrong.add(form + " of " + line + "\n" + written);
                }
            }
        }
        System.out.println("pasted lines: " + lines.size() + ", mappings: " + mounts + ", launches: " + launches
                + ", wrong: " + wrong.size());
        assertThat(wrong).isEmpty();
        assertThat(lines.size()).isGreaterThanOrEqualTo(100);
    }

    /** Whether a launch that the line was pasted into asks for the same; what is wrong, or nothing. */
    private String asLaunch(String line, Asked meant) throws Exception {
        PastedLaunch.Before before =
                new PastedLaunch.Before("l", LaunchPlace.Allocation.of("", 1, ""), LaunchKind.Shell.PLAIN);
        Launch launch = PastedLaunch.of(line, before, variables()).launch();
        Asked read = new Asked(
                new HashSet<>(launch.mounts()),
                launch.image().toString(),
                launch.command(),
                launch.container().environment().stream().sorted().toList(),
                launch.workingDirectory(),
                bytes(launch.container().sharedMemory()));
        Asked wanted = new Asked(
                meant.mappings(),
                ImageReference.parse(meant.image()).toString(),
                meant.command(),
                line.contains("--env-file") ? read.environment() : meant.environment(),
                meant.directory(),
                meant.sharedMemory());
        return read.equals(wanted) ? "" : "meant " + wanted + "\n  read  " + read;
    }

    private static long bytes(String size) {
        if (size.isEmpty()) {
            return 0;
        }
        String unit = size.toLowerCase(java.util.Locale.ROOT).replaceAll("[^kmg]", "");
        long factor = unit.equals("g") ? 1L << 30 : unit.equals("m") ? 1L << 20 : unit.equals("k") ? 1L << 10 : 1;
        return Long.parseLong(size.replaceAll("\\D", "")) * factor;
    }
}
