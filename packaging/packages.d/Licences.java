import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code java -cp … Licences.java SBOM}: prints each library of a CycloneDX document, and its licences. */
final class Licences {

    private Licences() {}

    public static void main(String[] words) throws IOException {
        JsonNode sbom = new ObjectMapper().readTree(Path.of(words[0]).toFile());
        for (JsonNode library : sbom.path("components")) {
            if (library.path("group").asText().equals("org.maxdock")) {
                continue; // ours: LICENSE
            }
            List<String> licences = new ArrayList<>();
            for (JsonNode choice : library.path("licenses")) {
                JsonNode licence = choice.path("license");
                licences.add(licence.path("id").asText(licence.path("name").asText(choice.path("expression").asText())));
            }
            System.out.println(library.path("group").asText() + ":" + library.path("name").asText() + " "
                    + library.path("version").asText() + ": " + (licences.isEmpty() ? "?" : String.join(", ", licences)));
        }
    }
}
