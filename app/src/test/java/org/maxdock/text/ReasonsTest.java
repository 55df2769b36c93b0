package org.maxdock.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Why something could not be done is told in the language of the sentence that it stands in. */
class ReasonsTest {

    private static final Path SOURCES = Path.of("src", "main", "java", "org", "maxdock");

    /** Words of the program's own, as an argument of a trouble. */
    private static final Pattern TROUBLE = Pattern.compile("new (?:Trouble|InvalidValue)\\([^;]*;");

    private static final Pattern REASON = Pattern.compile("Reason\\.of\\(\\s*\"([^\"]+)\",\\s*[^;]*;");
    private static final Pattern SAID = Pattern.compile("new IOException\\(\\s*\"([^\"]*)\"");
    private static final Pattern WORDS = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*[A-Za-z]{2,} [a-z]{2,}[^\"]*\"");

    /** What is no reason: a command line, the name of a thing, or words of others by which something is known. */
    private static final Set<String> OTHER = Set.of(
            "cli/ContainerCopyCommand",
            "cli/LaunchCommand",
            "engine/EngineTrouble",
            "host/SocketTrouble",
            "launch/DockerWords",
            "slurm/SlurmRefusal");

    /** Who reads the other end of a stream there gets no sentence at all. */
    private static final Set<String> UNTOLD = Set.of(
            "node/StepInput", "cli/Streams", "engine/FolderTalk", "launch/AdmittedRequests", "launch/RequestHead");

    private interface Look {
        void at(String name, String text);
    }

    private static void sources(Look look) throws IOException {
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            for (Path source :
                    sources.filter(p -> p.toString().endsWith(".java")).toList()) {
                String name = SOURCES.relativize(source).toString().replace(".java", "");
                look.at(name, Files.readString(source));
            }
        }
    }

    @Test
    void noTroubleIsGivenOneInEnglishAlone() throws Exception {
        Set<String> english = new TreeSet<>();
        sources((name, text) -> {
            Matcher trouble = TROUBLE.matcher(text);
            while (trouble.find() && !OTHER.contains(name)) {
                String said = trouble.group().replaceAll("(?s)Reason\\s*\\.of\\(.*", "");
                Matcher words = WORDS.matcher(said);
                while (words.find()) {
                    english.add(name + " " + words.group());
                }
            }
        });
        assertThat(english).isEmpty();
    }

    /** Three words in a row; the pages and the commands take what they show from the bundles. */
    private static final Pattern SENTENCE = Pattern.compile(
            "\"(?!maxdock |docker |container do )[^\"\\n$|]*" + "\\b[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}\\b[^\"\\n]*\"");

    /** What no page shows: the log, the names of threads, failures of ours, and the manual, which is in English. */
    private static final Pattern NOT_SHOWN = Pattern.compile(
            "(?s).*(?:System\\.Logger|Level\\.|new (?:IO|SocketTimeout|IllegalArgument|IllegalState)Exception\\(|"
                    + "Reason\\.of\\(|page\\.item\\(|\\.contains\\(|Pattern\\.compile\\(|Thread\\.|LogRecord\\().*");

    /** The walk builds an image that says something itself. */
    private static final Pattern SHOWING = Pattern.compile("(?!cli/MainJobWalk)(?:ui|cli|operation|mount)/.*");

    @Test
    void noPageAndNoCommandSaysASentenceInEnglishAlone() throws Exception {
        Set<String> english = new TreeSet<>();
        sources((name, text) -> {
            for (String statement :
                    text.replaceAll("(?s)/\\*.*?\\*/|(?m)//.*$", "").split("[;{}]")) {
                Matcher said = SENTENCE.matcher(statement);
                boolean shown = SHOWING.matcher(name).matches()
                        && !NOT_SHOWN.matcher(statement).matches();
                while (shown && said.find()) {
                    english.add(name + " " + said.group());
                }
            }
        });
        assertThat(english).isEmpty();
    }

    @Test
    void whatCannotBeReadSaysSoInEachLanguage() throws Exception {
        Set<String> english = new TreeSet<>();
        sources((name, text) -> {
            Matcher said = SAID.matcher(text);
            while (said.find() && !UNTOLD.contains(name)) {
                english.add(name + " " + said.group(1));
            }
        });
        assertThat(english).isEmpty();
    }

    @Test
    void eachIsInTheBundles() throws Exception {
        Texts english = new Texts(Locale.ENGLISH);
        Texts german = new Texts(Locale.GERMAN);
        Set<String> keys = new TreeSet<>();
        sources((name, text) -> {
            Matcher reason = REASON.matcher(text);
            while (reason.find()) {
                keys.add(reason.group(1));
            }
        });
        assertThat(keys).hasSizeGreaterThan(30);
        for (String key : keys) {
            assertThat(english.has(key)).as(key).isTrue();
            assertThat(german.get(key)).as(key).isNotEqualTo(english.get(key));
        }
    }

    /** It is told where it is shown, also as a part of what is told to somebody else. */
    @Test
    void aMessageAndATroubleKeepOneUntilItIsShown() {
        Reason reason = Reason.of("reason.denied", "permission denied");
        Trouble trouble = new Trouble(TroubleKind.FILE_UNREADABLE, "/a", reason);
        Texts german = new Texts(Locale.GERMAN);
        assertThat(german.get(Message.of("build.log.whole", reason)))
                .isEqualTo("alles wird gesendet: keine Berechtigung");
        assertThat(german.get(trouble.sentence("")))
                .isEqualTo(german.what(trouble))
                .contains("keine Berechtigung");
    }
}
