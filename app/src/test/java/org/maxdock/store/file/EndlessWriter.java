package org.maxdock.store.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.maxdock.image.identity.Sha256;
import org.maxdock.text.Trouble;

/** Counts in a file until it is killed: each content is its number, its padding, and the digest of both. */
public final class EndlessWriter {

    private EndlessWriter() {}

    public static void main(String[] arguments) throws Exception {
        LockedFile file = file(arguments[1], Path.of(arguments[0]));
        count(file);
        System.out.println("ready");
        while (true) {
            count(file);
        }
    }

    /** @param whose mine, or shared */
    static LockedFile file(String whose, Path path) {
        return whose.equals("mine") ? LockedFile.mine(path) : LockedFile.shared(path);
    }

    static void count(LockedFile file) throws Trouble {
        file.change(now -> Optional.of(content(now.isEmpty() ? 0 : number(now.get()) + 1)));
    }

    static byte[] content(long number) {
        String text = number + " " + "x".repeat(new Random(number).nextInt(200_000)) + " ";
        return (text + Sha256.of(text.getBytes(StandardCharsets.US_ASCII))).getBytes(StandardCharsets.US_ASCII);
    }

    /** Throws where the content is not whole. */
    static long number(byte[] content) {
        String text = new String(content, StandardCharsets.US_ASCII);
        int end = text.lastIndexOf(' ') + 1;
        if (!Sha256.of(text.substring(0, end).getBytes(StandardCharsets.US_ASCII))
                .equals(text.substring(end))) {
            throw new IllegalStateException("not whole, " + content.length + " bytes");
        }
        return Long.parseLong(text.substring(0, text.indexOf(' ')));
    }
}
