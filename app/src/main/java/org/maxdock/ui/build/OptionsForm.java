package org.maxdock.ui.build;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.maxdock.engine.Attestations;
import org.maxdock.engine.BuildAgent;
import org.maxdock.engine.BuildOptions;
import org.maxdock.engine.BuildSecret;
import org.maxdock.engine.BuildSources;
import org.maxdock.engine.BuilderChoice;
import org.maxdock.image.dockerfile.Dockerfile;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.shared.Controls;

/** The options of a build, to be filled in. */
final class OptionsForm {

    private static final double COLUMN = 380;
    private static final Pattern STAGE = Pattern.compile("(?i).*\\sAS\\s+(\\S+)\\s*");

    private final TextArea arguments = lines("build-arguments");
    private final TextArea labels = lines("build-labels");
    private final ComboBox<String> target = new ComboBox<>();
    private final TextField platform = new TextField();
    private final CheckBox noCache;
    private final CheckBox pull;
    private final CheckBox agent;
    private final ComboBox<BuilderChoice> builder = new ComboBox<>();
    private final TextArea secrets = lines("build-secrets");
    private final TextArea contexts = lines("build-contexts");
    private final TextField cacheFrom = new TextField();
    private final TextField cacheTo = new TextField();
    private final ComboBox<String> provenance = new ComboBox<>();
    private final ComboBox<String> sbom = new ComboBox<>();
    private final HBox view;

    OptionsForm(Texts texts, BuildOptions now, String dockerfile) {
        arguments.setText(text(now.arguments()));
        labels.setText(text(now.labels()));
        choice(target, "build-target", now.target(), stages(dockerfile).toArray(String[]::new));
        platform.setText(now.platform());
        platform.setPromptText("linux/amd64");
        platform.setId("build-platform");
        noCache = new CheckBox(texts.get("ui.build.no-cache"));
        noCache.setSelected(now.noCache());
        pull = new CheckBox(texts.get("ui.build.pull"));
        pull.setSelected(now.pull());
        agent = new CheckBox(texts.get("ui.build.agent"));
        agent.setId("build-agent");
        agent.setSelected(!now.agents().isEmpty());
        secrets.setPromptText("id=NAME,src=FILE");
        secrets.setText(now.secrets().stream().map(BuildSecret::text).collect(Collectors.joining("\n")));
        builder.setId("build-builder");
        builder.getItems().setAll(BuilderChoice.values());
        builder.setConverter(new NamedChoice(texts));
        builder.setValue(now.builder());
        builder.setMaxWidth(Double.MAX_VALUE);
        contexts.setPromptText("NAME=docker-image://…");
        contexts.setText(text(now.sources().contexts()));
        cacheFrom.setId("build-cache-from");
        cacheFrom.setText(String.join(" ", now.sources().cacheFrom()));
        cacheFrom.setPromptText("NAME:TAG, type=registry,ref=NAME:TAG");
        cacheTo.setId("build-cache-to");
        cacheTo.setPromptText("type=inline, type=registry,ref=NAME:TAG");
        cacheTo.setText(String.join(" ", now.sources().cacheTo()));
        choice(provenance, "build-provenance", now.attestations().provenance(), "", "mode=min", "mode=max");
        choice(sbom, "build-sbom", now.attestations().sbom(), "", "true");
        HBox attestations = new HBox(
                12,
                Controls.longField(texts.get("ui.build.provenance"), provenance),
                Controls.longField(texts.get("ui.build.sbom"), sbom));
        attestations.setAlignment(Pos.BOTTOM_LEFT); // one caption may take a line more
        attestations.setFillHeight(false);
        VBox lists = new VBox(
                12,
                Controls.field(texts.get("ui.build.arguments"), arguments),
                Controls.field(texts.get("ui.build.labels"), labels),
                Controls.field(texts.get("ui.build.secrets"), secrets),
                Controls.field(texts.get("ui.build.contexts"), contexts));
        VBox values = new VBox(
                12,
                Controls.field(texts.get("ui.build.target"), target),
                Controls.field(texts.get("ui.build.platform"), platform),
                Controls.field(texts.get("ui.build.builder"), builder),
                Controls.field(texts.get("ui.build.cache-from"), cacheFrom),
                Controls.field(texts.get("ui.build.cache-to"), cacheTo),
                attestations,
                noCache,
                pull,
                agent);
        lists.setMinWidth(COLUMN);
        values.setMinWidth(COLUMN);
        view = new HBox(24, lists, values);
    }

    private static void choice(ComboBox<String> box, String id, String now, String... usual) {
        box.setEditable(true);
        box.setId(id);
        box.getItems().setAll(usual);
        box.setValue(now);
        box.setMaxWidth(Double.MAX_VALUE);
    }

    private static String text(ComboBox<String> box) {
        String typed = box.getEditor().getText();
        return typed == null ? "" : typed.strip();
    }

    private static TextArea lines(String id) {
        TextArea area = new TextArea();
        area.setPrefRowCount(3);
        area.setPromptText("NAME=value");
        area.getStyleClass().add("mono");
        area.setId(id);
        return area;
    }

    private static List<String> stages(String dockerfile) {
        return Dockerfile.read(dockerfile).stream()
                .filter(i -> i.keyword().equals("FROM"))
                .map(i -> STAGE.matcher(i.rest()))
                .filter(Matcher::matches)
                .map(m -> m.group(1))
                .toList();
    }

    private static String text(Map<String, String> values) {
        return new TreeMap<>(values)
                .entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining("\n"));
    }

    HBox view() {
        return view;
    }

    BuildOptions taken() throws Trouble {
        List<BuildSecret> given = InvalidValue.orTrouble(() -> secrets.getText()
                .lines()
                .filter(l -> !l.isBlank())
                .map(l -> BuildSecret.of(l.strip()))
                .toList());
        Map<String, String> named = values(contexts);
        Attestations attestations = InvalidValue.orTrouble(() -> new Attestations(text(provenance), text(sbom)));
        BuildSources sources = InvalidValue.orTrouble(() -> new BuildSources(named, words(cacheFrom), words(cacheTo)));
        return InvalidValue.orTrouble(() -> new BuildOptions(
                        values(arguments),
                        values(labels),
                        text(target),
                        platform.getText().strip().toLowerCase(Locale.ROOT),
                        noCache.isSelected(),
                        pull.isSelected())
                .with(builder.getValue(), given)
                .withAgents(agent.isSelected() ? List.of(BuildAgent.DEFAULT) : List.of())
                .with(sources)
                .with(attestations));
    }

    private static List<String> words(TextField field) {
        return Arrays.stream(field.getText().strip().split("\\s+"))
                .filter(w -> !w.isEmpty())
                .toList();
    }

    /** Builders by their names in the user's language. */
    private static final class NamedChoice extends StringConverter<BuilderChoice> {

        private final Texts texts;

        NamedChoice(Texts texts) {
            this.texts = texts;
        }

        @Override
        public String toString(BuilderChoice choice) {
            return choice == null ? "" : texts.get("ui.build.builder." + choice.word());
        }

        @Override
        public BuilderChoice fromString(String name) {
            return BuilderChoice.of(name).orElse(BuilderChoice.FITTING);
        }
    }

    private static Map<String, String> values(TextArea area) throws Trouble {
        Map<String, String> values = new TreeMap<>();
        for (String line : area.getText().lines().filter(l -> !l.isBlank()).toList()) {
            String[] pair = line.strip().split("=", 2);
            if (pair.length < 2 || pair[0].isBlank()) {
                throw new Trouble(TroubleKind.BAD_VARIABLE, line.strip());
            }
            values.put(pair[0], pair[1]);
        }
        return values;
    }
}
