package org.maxdock.launch;

import java.util.regex.Pattern;
import org.maxdock.text.Valid;

/**
 * One step of a launch script: a function of bash, which its main calls in turn.
 *
 * @param name of the function
 * @param sentence what it does, for who reads or edits the script
 * @param body its lines, not indented: values in them have lines of their own
 */
public record ScriptStep(String name, String sentence, String body) {

    private static final Pattern NAME = Pattern.compile("[a-z_]+");

    public ScriptStep {
        Valid.matching("step", name, NAME, 40);
        Valid.line("step", sentence, Valid.LONG);
    }

    String call() {
        return "  %-15s # %s\n".formatted(name, sentence);
    }

    String function() {
        return "\n# " + sentence + "\n" + name + "() {\n" + body + "}\n";
    }
}
