package org.maxdock.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: all that a report of a fault should say of the program and what it runs on. */
final class ProgramVersion implements IVersionProvider {

    static final String NUMBER = "0.1.0";

    /** Written by packaging/build-packages; there is none where the program runs from its build. */
    private static final String BUILD = "/org/maxdock/build.properties";

    private static final String OF_JAVAFX = "/javafx/beans/Observable.class";
    private static final Pattern LIBRARY = Pattern.compile("/javafx-base-([0-9][0-9.]*[0-9])[^/]*\\.jar!");

    @Override
    public String[] getVersion() {
        return lines().toArray(String[]::new);
    }

    static List<String> lines() {
        List<String> lines = new ArrayList<>(List.of("MaxDock " + NUMBER));
        Properties build = build();
        if (!build.isEmpty()) {
            lines.add("commit " + build.getProperty("commit") + " of " + build.getProperty("time"));
        }
        lines.add("Java " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")");
        lines.add("JavaFX " + javaFx());
        lines.add(System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch"));
        return lines;
    }

    /** Whether it runs from a package, without the sources that it was built of. */
    static boolean isPackaged() {
        return !build().isEmpty();
    }

    private static Properties build() {
        Properties build = new Properties();
        try (InputStream file = ProgramVersion.class.getResourceAsStream(BUILD)) {
            if (file != null) {
                build.load(file);
            }
        } catch (IOException e) {
            System.getLogger(ProgramVersion.class.getName()).log(System.Logger.Level.DEBUG, "no " + BUILD, e);
        }
        return build;
    }

    /** As its file is called: JavaFX itself tells its version only once a window is there. */
    private static String javaFx() {
        URL file = ProgramVersion.class.getResource(OF_JAVAFX);
        Matcher name = LIBRARY.matcher(String.valueOf(file));
        return name.find() ? name.group(1) : "-";
    }
}
