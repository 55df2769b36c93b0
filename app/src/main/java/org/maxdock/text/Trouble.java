package org.maxdock.text;

import java.util.Arrays;
import java.util.List;

/**
 * Something that a user can meet and do something about. The bundles hold, for each key, what happened and why
 * ({@code trouble.KEY}) and what to do ({@code trouble.KEY.mend}).
 */
public final class Trouble extends Exception {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<String> arguments;

    public Trouble(String key, Object... arguments) {
        this(null, key, arguments);
    }

    public Trouble(Throwable cause, String key, Object... arguments) {
        super(key + " " + Arrays.toString(arguments), cause);
        this.key = key;
        this.arguments = Arrays.stream(arguments).map(String::valueOf).toList();
    }

    public String key() {
        return key;
    }

    public List<String> arguments() {
        return arguments;
    }
}
