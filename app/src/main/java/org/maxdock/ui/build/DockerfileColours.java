package org.maxdock.ui.build;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jfx.incubator.scene.control.richtext.SyntaxDecorator;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import jfx.incubator.scene.control.richtext.model.RichParagraph;
import org.maxdock.image.dockerfile.Dockerfile;
import org.maxdock.image.dockerfile.LineRange;

/**
 * Colours the lines of a Dockerfile: instructions, comments, options, texts in quotes, variables; and those that
 * failed.
 */
final class DockerfileColours implements SyntaxDecorator {

    private static final Pattern INSTRUCTION =
            Pattern.compile("(?i)^(\\s*)(" + String.join("|", Dockerfile.KEYWORDS) + ")(?=\\s|$)");
    private static final Pattern PART = Pattern.compile(
            "(?<text>\"[^\"\\\\]*(?:\\\\.[^\"\\\\]*){0,200}\"|'[^']*')|(?<variable>\\$\\{[^}]*}|\\$\\w+)|"
                    + "(?<option>(?<=\\s)--[\\w-]+)|(?<as>(?<=\\s)(?i:AS)(?=\\s))");

    private final Optional<LineRange> failed;

    /** @param failed the lines by which a build failed */
    DockerfileColours(Optional<LineRange> failed) {
        this.failed = failed;
    }

    @Override
    public RichParagraph createRichParagraph(CodeTextModel model, int index) {
        String line = model.getPlainText(index);
        RichParagraph.Builder paragraph = RichParagraph.builder();
        if (failed.filter(lines -> lines.has(index + 1)).isPresent()) {
            paragraph.addHighlight(0, line.length(), "code-failed");
        }
        if (line.stripLeading().startsWith("#")) {
            return paragraph.addWithStyleNames(line, "code-comment").build();
        }
        Matcher instruction = INSTRUCTION.matcher(line);
        boolean begins = instruction.find()
                && (index == 0 || !model.getPlainText(index - 1).stripTrailing().endsWith("\\"));
        int at = begins ? instruction.end() : 0;
        if (begins) {
            paragraph.addWithStyleNames(line.substring(0, at), "code-instruction");
        }
        Matcher part = PART.matcher(line);
        for (int from = at; part.find(from); from = part.end()) {
            plain(paragraph, line.substring(at, part.start()));
            paragraph.addWithStyleNames(
                    part.group(),
                    part.group("text") != null
                            ? "code-text"
                            : part.group("variable") != null ? "code-variable" : "code-option");
            at = part.end();
        }
        plain(paragraph, line.substring(at));
        return paragraph.build();
    }

    private static void plain(RichParagraph.Builder paragraph, String text) {
        if (!text.isEmpty()) {
            paragraph.addSegment(text);
        }
    }

    @Override
    public void handleChange(CodeTextModel model, TextPos start, TextPos end, int top, int added, int bottom) {
        // each line is coloured by itself and by the one before it
    }
}
