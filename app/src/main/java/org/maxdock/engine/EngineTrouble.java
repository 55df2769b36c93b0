package org.maxdock.engine;

import com.github.dockerjava.api.exception.DockerException;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.maxdock.host.StreamTrouble;
import org.maxdock.text.Reason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Tells what an engine refused, and why, from its own words. */
public final class EngineTrouble {

    /** Longer than any sentence of an engine: what stands before one may answer with a page. */
    private static final int LONGEST = 1 << 16;

    private static final Pattern PLUGIN =
            Pattern.compile("authorization denied by plugin ([^:]+): (.*)", Pattern.DOTALL);
    private static final Pattern PLUGIN_ERROR =
            Pattern.compile("plugin (\\S+) failed with error: (?:AuthZPlugin.AuthZReq: )?(.*)", Pattern.DOTALL);

    /** That it failed is said already, in the user's language. */
    private static final Pattern AHEAD = Pattern.compile("^(?:ERROR: )?(?:failed to (?:build|solve): )+");

    /** What a COPY or ADD takes, as BuildKit and as the classic builder name it. */
    private static final Pattern SOURCE_MISSING = Pattern.compile(
            "(?:failed to compute cache key|failed to calculate checksum of ref)[^\"]*\"/?([^\"]+)\":? not found"
                    + "|(?:COPY|ADD) failed: .*(?:stat|lstat) ([^:]+): "
                    + "(?:file does not exist|no such file or directory)");

    /** In the words of Go's net, net/http and crypto/x509. */
    private static final List<String> NO_WAY_THERE = List.of(
            "dial tcp",
            "i/o timeout",
            "no such host",
            "TLS handshake timeout",
            "context deadline exceeded",
            "request canceled while waiting for connection",
            "server gave HTTP response to HTTPS client",
            "x509: ");

    private EngineTrouble() {}

    /** Asks, and tells what was refused as a trouble. */
    static <T> T ask(Supplier<T> question) throws Trouble {
        try {
            return question.get();
        } catch (RuntimeException e) {
            throw of(e);
        }
    }

    static Trouble of(Exception e) {
        if (e instanceof EngineHttpClient.Unreachable unreachable) {
            return unreachable.trouble();
        }
        Optional<Trouble> known = StreamTrouble.in(e);
        if (known.isPresent()) {
            return known.get();
        }
        if (e instanceof UncheckedIOException || !(e instanceof DockerException)) {
            return new Trouble(e, TroubleKind.ENGINE_GONE, reason(e));
        }
        return ofMessage(e, messageOf(e));
    }

    /** In words: an exception around another one has, for its message, the name of that one's class. */
    private static Reason reason(Throwable e) {
        Throwable at = e;
        while (at.getCause() != null
                && String.valueOf(at.getMessage()).contains(at.getCause().toString())) {
            at = at.getCause();
        }
        return at.getMessage() == null
                ? Reason.of("reason.broke", "the connection broke")
                : Reason.said(at.getMessage());
    }

    /** The engine's own sentence, without the JSON around it. */
    static String messageOf(Exception e) {
        return message(String.valueOf(e.getMessage()));
    }

    /** The sentence in an answer; the answer itself where it holds none. */
    static String message(String text) {
        String answer = text.substring(0, Math.min(LONGEST, text.length()));
        return JsonText.named("message", answer).orElse(answer).strip();
    }

    private static String after(String words, String message) {
        int at = message.lastIndexOf(words);
        return at < 0 ? message : message.substring(at + words.length());
    }

    /** What the engine, or its client, said, as a trouble that says what to do. */
    public static Trouble ofMessage(Exception e, String said) {
        String message = AHEAD.matcher(said.substring(0, Math.min(LONGEST, said.length())))
                .replaceFirst("");
        Matcher denied = PLUGIN.matcher(message);
        if (denied.find()) {
            return new Trouble(e, TroubleKind.PLUGIN_DENIED, denied.group(1), denied.group(2));
        }
        Matcher failed = PLUGIN_ERROR.matcher(message);
        if (failed.find()) {
            return new Trouble(e, TroubleKind.PLUGIN_DENIED, failed.group(1), failed.group(2));
        }
        if (message.contains("no space left on device")) {
            return new Trouble(e, TroubleKind.DISK_FULL, message);
        }
        if (message.contains("no basic auth credentials")
                || message.contains("unauthorized")
                || message.contains(": 401 Unauthorized")
                || message.contains("authentication required")) {
            return new Trouble(e, TroubleKind.REGISTRY_PASSWORD, message);
        }
        if (message.contains("manifest unknown")
                || message.contains("not found: manifest")
                || message.contains("pull access denied")
                || message.contains("repository does not exist")) {
            return new Trouble(e, TroubleKind.IMAGE_NOT_IN_REGISTRY, message);
        }
        if ((message.contains("failed to resolve source metadata") || message.contains("failed to resolve reference"))
                && message.endsWith("not found")) {
            return new Trouble(e, TroubleKind.IMAGE_NOT_IN_REGISTRY, message);
        }
        if (message.contains("unset ssh forward key") || message.contains("no SSH key \"")) {
            return new Trouble(e, TroubleKind.AGENT_NOT_GIVEN, message);
        }
        if (message.contains("returned a non-zero code")
                || message.contains("executor failed running")
                || message.contains("did not complete successfully: exit code")) {
            return new Trouble(e, TroubleKind.BUILD_STEP_FAILED, message);
        }
        if (message.toLowerCase(Locale.ROOT).contains("dockerfile parse error")
                || message.contains("unknown instruction")
                || message.contains("nknown flag")
                || message.contains("unexpected key")) {
            return new Trouble(e, TroubleKind.DOCKERFILE_SYNTAX, message);
        }
        if (message.contains("No such image") || message.contains("image not known")) {
            return new Trouble(e, TroubleKind.NO_SUCH_IMAGE, after("No such image: ", message));
        }
        for (String words : List.of("tag does not exist: ", "does not exist locally with the tag: ")) {
            if (message.contains(words)) {
                return new Trouble(e, TroubleKind.NO_SUCH_IMAGE, after(words, message));
            }
        }
        if (message.contains("No such container")) {
            return new Trouble(e, TroubleKind.NO_SUCH_CONTAINER, after("No such container: ", message));
        }
        if (message.contains("toomanyrequests")) {
            return new Trouble(e, TroubleKind.PULL_LIMIT, message);
        }
        Matcher missing = SOURCE_MISSING.matcher(message);
        if (missing.find() && !message.contains(" /var/lib/docker")) {
            return new Trouble(
                    e, TroubleKind.COPY_SOURCE_MISSING, missing.group(1) == null ? missing.group(2) : missing.group(1));
        }
        if (message.contains("/v2/") && NO_WAY_THERE.stream().anyMatch(message::contains)) {
            return new Trouble(e, TroubleKind.REGISTRY_UNREACHABLE, message);
        }
        return new Trouble(e, TroubleKind.ENGINE_REFUSED, message);
    }
}
