package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file by which a browser is led on, read as a browser does. */
final class LinkFile {

    private LinkFile() {}

    static String leadsTo(String address) throws IOException {
        Matcher url = Pattern.compile("url=([^\"]+)").matcher(Files.readString(Path.of(URI.create(address))));
        assertThat(url.find()).isTrue();
        return url.group(1);
    }
}
