package org.maxdock.text;

import java.util.Arrays;
import java.util.List;

/**
 * A sentence for the user, as a key of the message bundles and what is filled in. It becomes text only where it is
 * shown, in the user's language ({@link Texts}).
 *
 * @param key the key in the bundle
 * @param arguments what stands for {0}, {1}, … in the sentence: texts, and what becomes one only where it is shown, too
 */
public record Message(String key, List<Object> arguments) {

    public Message {
        arguments = List.copyOf(arguments);
    }

    public static Message of(String key, Object... arguments) {
        return new Message(
                key,
                Arrays.stream(arguments)
                        .<Object>map(a -> Trouble.isSentence(a) ? a : String.valueOf(a))
                        .toList());
    }
}
