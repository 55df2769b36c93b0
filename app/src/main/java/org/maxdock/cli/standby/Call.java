package org.maxdock.cli.standby;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A call of the program, as it is handed to a process that stands by.
 *
 * @param world of whom a call is, of which program, and with which settings ({@link World})
 * @param folder the current one
 */
record Call(String world, String folder, List<String> words) {

    private static final int MOST_WORDS = 200;

    Call {
        words = List.copyOf(words);
    }

    /** Whether it may be handed on: words of usual number and length ({@link DataOutputStream#writeUTF}). */
    boolean isShort() {
        return words.size() <= MOST_WORDS && words.stream().allMatch(w -> w.length() < 4096) && folder.length() < 4096;
    }

    void write(DataOutputStream to) throws IOException {
        to.writeUTF(world);
        to.writeUTF(folder);
        to.writeInt(words.size());
        for (String word : words) {
            to.writeUTF(word);
        }
        to.flush();
    }

    static Call read(DataInputStream from) throws IOException {
        String world = from.readUTF();
        String folder = from.readUTF();
        int count = from.readInt();
        if (count < 0 || count > MOST_WORDS) {
            throw new IOException(count + " words");
        }
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(from.readUTF());
        }
        return new Call(world, folder, words);
    }
}
