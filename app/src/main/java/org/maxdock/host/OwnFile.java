package org.maxdock.host;

/**
 * Lines of bash for a new file in a folder in which others may write, too: who can, may put a link of their own in its
 * place at any moment. So it is made where there is nothing, and what is done to it is done to what was opened, never
 * by its name.
 */
public final class OwnFile {

    /**
     * Makes the file {@code $new}, for the user alone, as descriptor 7; it is {@code $opened} from then on. The mode
     * that a new file has in its folder is {@code $usual}: where the folder has a default ACL, that and not the umask
     * says it (acl(5), OBJECT CREATION AND DEFAULT ACLs).
     */
    public static final String CREATE = """
            before=$(umask)
            umask 0777
            set -C # nothing that is there is opened
            exec 7> "$new" || exit
            set +C
            umask "$before"
            opened=/proc/self/fd/7
            usual=$(stat -L -c %a -- "$opened") || exit
            [ "$usual" != 0 ] || usual=$(printf %o "$((0666 & ~$(umask)))")
            chmod 600 -- "$opened" 2>/dev/null # but where a file system has the same mode for all
            """;

    /** Ends the script where something else has its name by now. */
    public static final String STILL_THERE = """
            if [ -L "$new" ] || ! [ "$new" -ef "$opened" ]; then
              echo "somebody else has put another file in the place of $new" >&2
              exit 1
            fi
            """;

    private OwnFile() {}
}
