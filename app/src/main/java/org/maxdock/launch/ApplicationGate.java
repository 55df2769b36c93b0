package org.maxdock.launch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.maxdock.host.Tunnel;
import org.maxdock.text.Message;
import org.maxdock.text.Texts;

/**
 * Lets requests to an application pass that are made to its own random name, by its own pages: a page of another origin
 * cannot know that name, and a browser says to which name it asks and on behalf of which page (Host and Origin, Fetch
 * standard), whatever its resolver was told (DNS rebinding). All else gets a sentence. A page of its own in a sandbox,
 * as Jupyter shows HTML files, is of no origin (HTML standard, sandbox); it gets the sentence, and is no stranger.
 */
final class ApplicationGate implements Tunnel.Gate {

    private static final Message REFUSED = Message.of("application.refused");

    /** More languages than any browser asks for. */
    private static final int LONGEST = 1000;

    /** The origin of what has none. */
    private static final String SANDBOXED = "null";

    /** Of what a page asks itself, and of what a user asks. */
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private final String name;
    private final boolean asLocalhost;
    private final OneTimeLink link;

    /**
     * @param name the host's name that it answers to
     * @param asLocalhost whether the application itself wants to be asked as localhost, as Jupyter does
     * @param link where its own page begins
     */
    ApplicationGate(String name, boolean asLocalhost, OneTimeLink link) {
        this.name = name;
        this.asLocalhost = asLocalhost;
        this.link = link;
    }

    @Override
    public InputStream admit(Socket client) throws IOException {
        return new AdmittedRequests(new BufferedInputStream(client.getInputStream()), asked -> admit(asked, client));
    }

    private RequestHead admit(RequestHead asked, Socket client) throws IOException {
        String here = name + ":" + client.getLocalPort();
        boolean named = asked.all("host").equals(List.of(here));
        List<String> origin = asked.all("origin");
        boolean own = origin.isEmpty() ? !isForAnotherPage(asked, here) : origin.equals(List.of("http://" + here));
        if (!named || !own) {
            IOException refused = refuse(client, "403 Forbidden", "", said(REFUSED, asked));
            throw named && origin.equals(List.of(SANDBOXED)) ? refused : new Tunnel.Refused("403 Forbidden");
        }
        if (link.isAt(asked.path())) {
            switch (link.take()) {
                case OneTimeLink.Given given ->
                    throw refuse(client, "302 Found", "Location: " + given.to() + "\r\n", "");
                case OneTimeLink.Gone gone -> throw refuse(client, "410 Gone", "", said(gone.sentence(), asked));
            }
        }
        RequestHead request = asked.upgrades() ? asked : asked.without("upgrade"); // to no protocol but web sockets
        if (!asLocalhost) {
            return request;
        }
        String there = "localhost:" + client.getLocalPort();
        RequestHead head = request.with("host", there).with("origin", "http://" + there);
        return head.all("referer").isEmpty()
                ? head
                : head.with("referer", referer(head.all("referer").getFirst(), there));
    }

    /**
     * Whether a browser says that it asks on behalf of a page of elsewhere, of which it names no origin: for an image
     * or a frame of it, say (Fetch Metadata, Sec-Fetch-Site). Such a page may know the name, which stands in the
     * Referer of what pages of the application show. To open the application's own page anybody may lead; and what is
     * in a sandbox is of elsewhere to a browser, though the page is the application's.
     */
    private static boolean isForAnotherPage(RequestHead asked, String here) {
        if (OWN_SITES.containsAll(asked.all("sec-fetch-site"))) {
            return false;
        }
        boolean opens = asked.line().startsWith("GET ")
                && asked.all("sec-fetch-mode").equals(List.of("navigate"))
                && asked.all("sec-fetch-dest").equals(List.of("document"));
        boolean sandboxed = asked.all("referer").stream().anyMatch(page -> page.startsWith("http://" + here + "/"));
        return !opens && !sandboxed;
    }

    /** The page that a request is from, under the name that the application knows. */
    private static String referer(String said, String there) {
        try {
            URI page = URI.create(said);
            String query = page.getRawQuery() == null ? "" : "?" + page.getRawQuery();
            String path = page.getRawPath() == null ? "/" : page.getRawPath();
            return "http://" + there + path + query;
        } catch (IllegalArgumentException e) {
            return "http://" + there + "/";
        }
    }

    /** In a language that the browser's user reads (RFC 9110, 12.5.4, Accept-Language); else in English. */
    private static String said(Message sentence, RequestHead asked) {
        return new Texts(language(String.join(",", asked.all("accept-language")))).get(sentence);
    }

    private static Locale language(String accepted) {
        if (accepted.length() > LONGEST) {
            return Locale.ENGLISH;
        }
        try {
            Locale reads = Locale.lookup(Locale.LanguageRange.parse(accepted), List.of(Locale.ENGLISH, Locale.GERMAN));
            return reads == null ? Locale.ENGLISH : reads;
        } catch (IllegalArgumentException e) { // no list of languages
            return Locale.ENGLISH;
        }
    }

    /** Answers, and ends the connection. */
    private static IOException refuse(Socket client, String status, String field, String sentence) throws IOException {
        byte[] body = sentence.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + status + "\r\n" + field
                + "Content-Type: text/plain; charset=utf-8\r\nCache-Control: no-store\r\n"
                + "Referrer-Policy: no-referrer\r\n"
                + "Connection: close\r\nContent-Length: " + body.length + "\r\n\r\n";
        client.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        client.getOutputStream().write(body);
        client.shutdownOutput();
        return new IOException(status);
    }
}
