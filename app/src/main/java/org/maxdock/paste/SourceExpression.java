package org.maxdock.paste;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an expression of a program stands for, as a shell has it between double quotes. */
final class SourceExpression {

    private static final Pattern HERE = Pattern.compile(
            "os\\.getcwd\\(\\)|(?:pathlib\\.)?Path\\.cwd\\(\\)|process\\.cwd\\(\\)|getwd\\(\\)|os\\.curdir");
    private static final Pattern HOME = Pattern.compile(
            "(?:pathlib\\.)?Path\\.home\\(\\)|os\\.homedir\\(\\)|os\\.path\\.expanduser\\(([\"'])~([^\"'$`]*)\\1\\)");
    private static final Pattern BESIDE = Pattern.compile(
            "os\\.path\\.abspath\\(([\"'])([^\"'$`/~][^\"'$`]*)\\1\\)|path\\.resolve\\(([\"'])([^\"'$`/~]+)\\3\\)");
    private static final Pattern VARIABLE = Pattern.compile("(?:os\\.environ\\[|os\\.environ\\.get\\(|os\\.getenv\\(|"
            + "os\\.Getenv\\(|Sys\\.getenv\\(|process\\.env\\[)[\"'](\\w+)[\"'](?:,"
            + "[^()]*)?[\\])]|process\\.env\\.(\\w+)");
    private static final Pattern AS_TEXT =
            Pattern.compile("(?:str|String)\\((.*)\\)|(.*?)(?:\\.resolve\\(\\)|\\.absolute\\(\\))");

    /** Characters; of what is longer, only its begin is shown. */
    private static final int LONGEST = 200;

    private SourceExpression() {}

    /** What is not known stays a variable of a like name, whose value nobody knows. */
    static String inShell(String expression) {
        String it =
                expression.substring(0, Math.min(LONGEST, expression.length())).replaceFirst("^(?:\\*|\\.\\.\\.)", "");
        Matcher text = AS_TEXT.matcher(it);
        if (text.matches()) {
            return inShell(text.group(1) != null ? text.group(1) : text.group(2));
        }
        Matcher home = HOME.matcher(it);
        Matcher beside = BESIDE.matcher(it);
        Matcher variable = VARIABLE.matcher(it);
        if (HERE.matcher(it).matches()) {
            return "$PWD";
        } else if (home.matches()) {
            return "$HOME" + (home.group(2) == null ? "" : home.group(2));
        } else if (beside.matches()) {
            return "$PWD/" + (beside.group(2) == null ? beside.group(4) : beside.group(2));
        } else if (variable.matches()) {
            return "${" + (variable.group(1) == null ? variable.group(2) : variable.group(1)) + "}";
        } else if (it.matches("os\\.get[ug]id\\(\\)|process\\.get[ug]id\\(\\)")) {
            return it.contains("getuid") ? "$(id -u)" : "$(id -g)";
        }
        String name = it.replaceAll("\\W+", "_").replaceAll("^_+|_+$", "");
        return "${" + (name.isEmpty() || Character.isDigit(name.charAt(0)) ? "_" : "") + name + "}";
    }
}
