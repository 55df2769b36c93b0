package org.maxdock.engine;

import com.github.dockerjava.api.exception.DockerException;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Tells what an engine refused, and why, from its own words. */
final class EngineTrouble {

    private static final Pattern MESSAGE = Pattern.compile("\"message\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern PLUGIN =
            Pattern.compile("authorization denied by plugin ([^:]+): (.*)", Pattern.DOTALL);
    private static final Pattern PLUGIN_ERROR =
            Pattern.compile("plugin (\\S+) failed with error: (?:AuthZPlugin.AuthZReq: )?(.*)", Pattern.DOTALL);

    private EngineTrouble() {}

    static Trouble of(Exception e) {
        if (e instanceof EngineHttpClient.Unreachable unreachable) {
            return unreachable.trouble();
        }
        if (e instanceof UncheckedIOException || !(e instanceof DockerException)) {
            return new Trouble(e, TroubleKind.ENGINE_GONE, String.valueOf(e.getMessage()));
        }
        return ofMessage(e, messageOf(e));
    }

    /** The engine's own sentence, without the JSON around it. */
    static String messageOf(Exception e) {
        return message(String.valueOf(e.getMessage()));
    }

    /** The sentence in an answer; the answer itself where it holds none. */
    static String message(String text) {
        Matcher m = MESSAGE.matcher(text);
        return m.find()
                ? m.group(1)
                        .replace("\\\"", "\"")
                        .replace("\\n", "\n")
                        .replace("\\\\", "\\")
                        .strip()
                : text.strip();
    }

    static Trouble ofMessage(Exception e, String message) {
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
                || message.contains("authentication required")) {
            return new Trouble(e, TroubleKind.REGISTRY_PASSWORD, message);
        }
        if (message.contains("manifest unknown")
                || message.contains("not found: manifest")
                || message.contains("pull access denied")
                || message.contains("repository does not exist")) {
            return new Trouble(e, TroubleKind.IMAGE_NOT_IN_REGISTRY, message);
        }
        if (message.contains("returned a non-zero code")) {
            return new Trouble(e, TroubleKind.BUILD_STEP_FAILED, message);
        }
        if (message.toLowerCase(java.util.Locale.ROOT).contains("dockerfile parse error")
                || message.contains("unknown instruction")) {
            return new Trouble(e, TroubleKind.DOCKERFILE_SYNTAX, message);
        }
        if (message.contains("No such image") || message.contains("image not known")) {
            return new Trouble(e, TroubleKind.NO_SUCH_IMAGE, message.replaceFirst(".*No such image: ", ""));
        }
        if (message.contains("No such container")) {
            return new Trouble(e, TroubleKind.NO_SUCH_CONTAINER, message.replaceFirst(".*No such container: ", ""));
        }
        return new Trouble(e, TroubleKind.ENGINE_REFUSED, message);
    }
}
