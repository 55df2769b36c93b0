package org.maxdock.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What an engine answers of all that it has. Anybody on it may have named and labelled what is in these lists; what is
 * not there, or is of another kind than it should be, is empty.
 */
final class EngineLists {

    /** The last second of the year 9999. */
    private static final long LATEST = 253_402_300_799L;

    private EngineLists() {}

    /** Of {@code GET /images/json}. */
    static List<ImageSummary> images(JsonNode answer) {
        return all(answer)
                .map(image -> new ImageSummary(
                        text(image, "Id"),
                        names(image.path("RepoTags")),
                        names(image.path("RepoDigests")),
                        image.path("Size").asLong(),
                        when(image)))
                .toList();
    }

    private static List<String> names(JsonNode list) {
        return texts(list).filter(name -> !name.startsWith("<none>")).toList();
    }

    /** Of {@code GET /containers/json}. */
    static List<ContainerSummary> containers(JsonNode answer) {
        return all(answer).map(EngineLists::container).toList();
    }

    private static ContainerSummary container(JsonNode told) {
        Map<String, String> labels = labels(told.path("Labels"));
        return new ContainerSummary(
                text(told, "Id"),
                texts(told.path("Names"))
                        .map(n -> n.substring(n.lastIndexOf('/') + 1))
                        .findFirst()
                        .orElse(""),
                text(told, "Image"),
                text(told, "ImageID"),
                text(told, "State"),
                text(told, "Status"),
                when(told),
                all(told.path("Ports")).map(EngineLists::port).distinct().toList(),
                all(told.path("Mounts"))
                        .map(m -> text(m, "Source") + "→" + text(m, "Destination"))
                        .toList(),
                "",
                "",
                labels);
    }

    private static Map<String, String> labels(JsonNode told) {
        Map<String, String> labels = new LinkedHashMap<>();
        told.properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return labels;
    }

    private static String port(JsonNode port) {
        String inside = text(port, "PrivatePort") + "/" + text(port, "Type");
        return port.path("PublicPort").isMissingNode()
                ? inside
                : text(port, "IP") + ":" + text(port, "PublicPort") + "→" + inside;
    }

    /** Of {@code GET /containers/ID/top}: what stands in the lines, and a line for each process. */
    static List<List<String>> processes(JsonNode answer) {
        List<List<String>> lines = new ArrayList<>();
        if (answer.path("Titles").isArray() && answer.path("Processes").isArray()) { // it may be ending just now
            lines.add(texts(answer.path("Titles")).toList());
            all(answer.path("Processes")).forEach(line -> lines.add(texts(line).toList()));
        }
        return lines;
    }

    /** Of {@code GET /info}. */
    static EngineInfo info(JsonNode answer) {
        return new EngineInfo(
                text(answer, "ServerVersion"),
                texts(answer.path("SecurityOptions")).anyMatch(option -> option.contains("userns")),
                all(answer.path("DriverStatus"))
                        .anyMatch(s -> s.path(1).asText().startsWith("io.containerd.snapshotter")),
                answer.path("Images").asInt(),
                text(answer, "OSType") + "/" + text(answer, "Architecture"),
                texts(answer.path("Plugins").path("Authorization")).toList());
    }

    private static String text(JsonNode of, String field) {
        return Optional.of(of.path(field))
                .filter(found -> !found.isNull())
                .map(JsonNode::asText)
                .orElse("");
    }

    private static Instant when(JsonNode of) {
        return Instant.ofEpochSecond(Math.clamp(of.path("Created").asLong(), 0, LATEST));
    }

    private static Stream<JsonNode> all(JsonNode list) {
        return list.isArray() ? StreamSupport.stream(list.spliterator(), false) : Stream.empty();
    }

    private static Stream<String> texts(JsonNode list) {
        return all(list).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }
}
