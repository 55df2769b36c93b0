package org.maxdock.mount;

import java.util.Arrays;
import java.util.List;
import org.maxdock.fuzz.Fuzzed;

/** The readers of this room that get what others wrote. */
public final class MountParsers {

    private static final String MOUNTS =
            "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n36 35 98:0 /m /m\\0402 rw - nfs4 s:/x rw\n";

    private MountParsers() {}

    public static List<Fuzzed> all() {
        return List.of(
                Fuzzed.text(
                        "mountinfo",
                        text -> {
                            MountTable table = new MountTable();
                            table.read(text);
                            table.of("/m 2/a");
                        },
                        MOUNTS),
                Fuzzed.text(
                        "what a host says of paths",
                        text -> PathAnswer.parse(Arrays.asList(text.split("\0", -1)), new MountTable()),
                        "W\0/a\0/\0/a\0\0S\0/a\0" + "755\0me\0users\0directory\0P\0/a\0/a\0\0own\0F\0/a\0" + "7\0"
                                + "4096\0M\0" + MOUNTS + "\0L\0/a/\0b\0/c\0A\0# file: a\nuser::rwx\n\0"),
                Fuzzed.text(
                        "access lists",
                        text -> AccessList.byFile(text).values().forEach(AccessList::letsNobodySearch),
                        "# file: /a\\040b\nuser::rwx\nuser:nobody:--x\nmask::r-x\nother::---\n",
                        "# file: b\nA::EVERYONE@:x\nspecial:everyone@:r-x-:allow\n"),
                Fuzzed.text(
                        "a path",
                        text -> {
                            Paths.clean(text);
                            Paths.unescape(text);
                            MappingSyntax.objection(new Mapping("/h", "/c", false));
                        },
                        "/a/../b\\040c//d/."));
    }
}
