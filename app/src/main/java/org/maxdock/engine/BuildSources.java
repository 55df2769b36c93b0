package org.maxdock.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Valid;

/**
 * What a build takes from elsewhere, and where it leaves its cache, as docker's options have it
 * (docs.docker.com/reference/cli/docker/buildx/build): all of it is looked up by the engine's host.
 *
 * @param contexts further things to copy from, by the name that the Dockerfile calls them by: an image
 *     (docker-image://), an address, or a folder of the engine's host
 * @param cacheFrom whose steps are taken where they are the same: images, or type=registry,ref=…
 * @param cacheTo where those of this build are left: type=inline, type=registry,ref=…
 */
public record BuildSources(Map<String, String> contexts, List<String> cacheFrom, List<String> cacheTo) {

    public static final BuildSources NONE = new BuildSources(Map.of(), List.of(), List.of());

    private static final String CONTEXT = "--build-context";
    private static final String FROM = "--cache-from";
    private static final String TO = "--cache-to";
    private static final int MOST = 100;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/:@-]{0,254}");
    private static final Pattern SOURCE =
            Pattern.compile("(?:docker-image|https?|ssh|git)://.+|oci-layout:///.+|git@.+|/.*");
    /** Which folder that would be seen from nobody could know. */
    private static final Pattern RELATIVE = Pattern.compile("(?:^|,)(?:src|dest)=[^/]");

    private static final Pattern CACHE = Pattern.compile("[A-Za-z0-9][^\\p{Cntrl} ]*");

    /** @throws InvalidValue where a value is none that docker takes, or means a folder of this machine */
    public BuildSources {
        contexts = contexts == null ? new LinkedHashMap<>() : new LinkedHashMap<>(contexts);
        contexts.forEach((name, source) -> {
            Valid.matching(CONTEXT, name, NAME, Valid.LONG);
            Valid.utf8Line(CONTEXT, Valid.present(CONTEXT, source), Valid.LONG);
            if (!SOURCE.matcher(source).matches()) {
                throw new InvalidValue(TroubleKind.CONTEXT_ELSEWHERE, Valid.shown(source));
            }
        });
        cacheFrom = Valid.list(FROM, cacheFrom, MOST);
        cacheFrom.forEach(c -> Valid.matching(FROM, c, CACHE, Valid.LONG));
        cacheTo = Valid.list(TO, cacheTo, MOST);
        cacheTo.forEach(c -> Valid.matching(TO, c, CACHE, Valid.LONG));
        Stream.concat(cacheFrom.stream(), cacheTo.stream())
                .filter(c -> RELATIVE.matcher(c).find())
                .forEach(c -> {
                    throw new InvalidValue(TroubleKind.CONTEXT_ELSEWHERE, Valid.shown(c));
                });
        contexts = java.util.Collections.unmodifiableMap(contexts);
    }

    /** The first option that only docker's newer client knows, the plugin buildx; empty for none. */
    String needsBuildx() {
        return !contexts.isEmpty() ? CONTEXT : cacheTo.isEmpty() ? "" : TO;
    }

    /** The words that docker takes for them. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        contexts.forEach((name, source) -> words.addAll(List.of(CONTEXT, name + "=" + source)));
        cacheFrom.forEach(c -> words.addAll(List.of(FROM, c)));
        cacheTo.forEach(c -> words.addAll(List.of(TO, c)));
        return words;
    }
}
