package org.maxdock.ui.launch;

import java.util.ArrayList;
import java.util.List;
import org.maxdock.host.shell.OptionWords;

/**
 * Options of docker run as the texts of three fields. What a field of its own cannot hold stands among the others, so
 * that no option is lost on the way there and back.
 *
 * @param gpus the value of the first --gpus
 * @param ports the values of --publish, with blanks between
 */
record DockerTexts(String gpus, String ports, String others) {

    private static final String GPUS = "--gpus=";
    private static final String PUBLISH = "--publish=";

    static DockerTexts of(List<String> words) {
        String gpus = "";
        List<String> published = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        for (String word : words) {
            if (gpus.isEmpty()
                    && rest.stream().noneMatch(r -> r.startsWith(GPUS))
                    && word.startsWith(GPUS)
                    && FieldText.holds(word.substring(GPUS.length()))) {
                gpus = word.substring(GPUS.length());
            } else if (word.startsWith(PUBLISH) && FieldText.holdsWord(word.substring(PUBLISH.length()))) {
                published.add(word.substring(PUBLISH.length()));
            } else {
                rest.add(word);
            }
        }
        return new DockerTexts(gpus, String.join(" ", published), OptionWords.write(rest));
    }

    /** As words of docker run. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        if (!gpus.isBlank()) {
            words.add(GPUS + gpus.strip());
        }
        FieldText.words(ports).forEach(port -> words.add(PUBLISH + port));
        words.addAll(OptionWords.read(others));
        return words;
    }
}
