package org.maxdock.image.context;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.maxdock.engine.KeptFolder;
import org.maxdock.engine.OwnDockerfile;
import org.maxdock.host.StreamTrouble;
import org.maxdock.image.identity.Sha256;
import org.maxdock.text.IoReason;
import org.maxdock.text.Message;
import org.maxdock.text.Reason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Untrusted;

/** A build folder of which the engine's host keeps a copy. */
public final class ContextCopy implements KeptFolder {

    private static final int NAME_DIGITS = 32;
    private static final String COPIES = "~/.cache/maxdock/contexts";
    /** Characters that a host may list. */
    private static final int MOST_LISTED = 256 << 20;
    /** Left out of the copy: an empty list would count as none. */
    private static final byte[] NOTHING = "# nothing\n".getBytes(StandardCharsets.US_ASCII);
    /** What a copy is in which nothing is yet. */
    private static final String FRESH = "-";

    private final Path folder;
    private final CopyWalk walk;
    private final List<ContextFile> files;
    private final ContextFile dockerfile;
    private final byte[] text;
    private final ContextIndexes indexes;
    private final String name;
    private final FutureTask<Looked> look;
    private volatile Map<String, ContextFile> firsts = Map.of();
    private ContextIndex known = ContextIndex.NONE;
    private ContextIndex now = ContextIndex.NONE;
    private Optional<ContextTar> sentWhole = Optional.empty();

    /**
     * @param walk what is in the copy
     * @param dockerfile need not be in it
     * @param text of the Dockerfile, a byte a character
     */
    ContextCopy(Path folder, CopyWalk walk, ContextFile dockerfile, String text, ContextIndexes indexes) {
        this.folder = folder;
        this.walk = walk;
        this.files = walk.files();
        this.look = new FutureTask<>(this::look);
        this.dockerfile = dockerfile;
        this.text = text.getBytes(StandardCharsets.ISO_8859_1);
        this.indexes = indexes;
        this.name = Sha256.of((indexes.machine() + "\0" + folder.toUri()).getBytes(StandardCharsets.UTF_8))
                .substring(0, NAME_DIGITS);
    }

    /** The same folder with another Dockerfile. */
    public ContextCopy with(String otherDockerfile) {
        return new ContextCopy(folder, walk, dockerfile, otherDockerfile, indexes);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String dockerfile() {
        return dockerfile.name();
    }

    @Override
    public OwnDockerfile ownDockerfile() {
        return new OwnDockerfile(text, NOTHING);
    }

    @Override
    public Optional<Change> change(Optional<String> there, Listing listing) throws Trouble, IOException {
        Looked looked = looked();
        boolean fresh = there.isPresent() && there.get().equals(FRESH);
        now = looked.isWhole() || fresh ? looked.now() : readAnew();
        known = looked.before();
        if (there.isPresent() && there.get().equals(now.now())) {
            return Optional.empty();
        }
        SortedMap<String, FileState> old =
                there.isPresent() && there.get().equals(known.now()) ? known.states() : listed(listing.read());
        return Optional.of(new FolderChange(new CopyDifference(old, now.states())));
    }

    @Override
    public boolean canBeKept() throws Trouble {
        return looked().now().entries().values().stream().allMatch(e -> ContextTar.isOpenToOwner(e.what()));
    }

    static SortedMap<String, FileState> listed(byte[] listing) throws Trouble {
        return Untrusted.of(MOST_LISTED, TroubleKind.FOLDER_UNREADABLE, COPIES).bytes(listing, CopyListing::read);
    }

    /**
     * What is known of the folder, and what it is.
     *
     * @param isWhole whether all that is in it has been read: of a folder that is sent for the first time, it is while
     *     that is sent
     */
    private record Looked(ContextIndex before, ContextIndex now, boolean isWhole) {}

    @Override
    public void begin() {
        Thread.ofVirtual().name("build-folder").start(look);
    }

    private Looked looked() throws Trouble {
        look.run(); // where it has not begun
        try {
            return look.get();
        } catch (ExecutionException e) {
            Throwable why = e.getCause();
            throw StreamTrouble.in(why)
                    .orElseGet(() -> new Trouble(
                            why,
                            TroubleKind.CONTEXT_UNREADABLE,
                            why instanceof IOException io ? IoReason.of(io) : Reason.said(why.toString())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble(e, TroubleKind.CANCELLED);
        }
    }

    /** Bytes of all files in it. */
    public long bytes() {
        return walk.bytes();
    }

    private ContextIndex readAnew() throws Trouble {
        try {
            return look(ContextIndex.NONE, true);
        } catch (IOException e) {
            throw StreamTrouble.in(e).orElseGet(() -> new Trouble(e, TroubleKind.CONTEXT_UNREADABLE, IoReason.of(e)));
        }
    }

    private Looked look() throws IOException {
        ContextIndex before = indexes.read(name());
        boolean whole = !before.entries().isEmpty();
        return new Looked(before, look(before, whole), whole);
    }

    private ContextIndex look(ContextIndex before, boolean whole) throws IOException {
        SortedMap<String, ContextIndex.Entry> entries = new TreeMap<>();
        HardLinks links = new HardLinks();
        for (ContextFile file : files) {
            look(file, before, whole, links).ifPresent(entry -> entries.put(file.name(), entry));
        }
        firsts = links.firsts();
        firsts.forEach((name, first) -> entries.computeIfPresent(
                name, (same, entry) -> entry.as(HardLinks.asLink(entry.what(), first.name()))));
        return ContextIndex.of(entries);
    }

    /** Nothing of what has gone since the folder was looked through, as an editor's own files do. */
    private static Optional<ContextIndex.Entry> look(
            ContextFile file, ContextIndex before, boolean whole, HardLinks links) throws IOException {
        try {
            FileFacts facts = FileFacts.of(file.path());
            Optional<ContextIndex.Entry> found = look(file, facts, before, whole);
            links.add(file, facts);
            return found;
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw ContextTar.unreadable(file, e);
        }
    }

    private static Optional<ContextIndex.Entry> look(
            ContextFile file, FileFacts facts, ContextIndex before, boolean whole) throws IOException {
        if (facts.kind() == FileFacts.NONE) {
            return Optional.empty();
        }
        String stamp = facts.stamp(System.currentTimeMillis());
        Optional<String> same = before.what(file.name(), stamp).map(HardLinks::asFile);
        String what = same.isPresent()
                ? same.get()
                : whole ? ContextTar.what(file, facts) : ContextTar.what(facts.kind(), facts.permissions(), "");
        return Optional.of(new ContextIndex.Entry(what, FileState.time(facts.modified()), stamp));
    }

    @Override
    public void kept() {
        if (!now.equals(known)) {
            indexes.write(name(), now);
        }
    }

    /** A digest of what was built from, as {@link BuildContext#digest} has it. */
    public String digest() {
        return sentWhole.map(t -> BuildContext.digest(t.sent())).orElseGet(now::digest);
    }

    @Override
    public InputStream whole() throws Trouble {
        ContextTar tar = ContextTar.ofSeconds(Map.of(dockerfile.name(), text));
        sentWhole = Optional.of(tar);
        boolean inIt = files.stream().anyMatch(f -> f.name().equals(dockerfile.name()));
        return open(
                tar,
                inIt
                        ? files
                        : Stream.concat(files.stream(), Stream.of(dockerfile)).toList());
    }

    private InputStream open(ContextTar tar, List<ContextFile> what) throws Trouble {
        try {
            return tar.open(what);
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.FOLDER_UNREADABLE, folder, IoReason.of(e));
        }
    }

    /** What is sent of it. */
    private final class FolderChange implements Change {

        private final CopyDifference difference;
        private final ContextTar tar;

        FolderChange(CopyDifference difference) {
            this.difference = difference;
            this.tar = ContextTar.exact(difference.replaced(), firsts);
        }

        @Override
        public List<String> gone() {
            return difference.gone();
        }

        @Override
        public Map<String, List<String>> touched() {
            return NewTimes.of(difference.touched(), now.digest());
        }

        @Override
        public InputStream tar() throws Trouble {
            return open(
                    tar,
                    files.stream()
                            .filter(f -> difference.comes().contains(f.name()))
                            .toList());
        }

        /** A file may have changed once more since it was looked at: what was sent counts. */
        @Override
        public String now() throws Trouble {
            if (!tar.sent().keySet().containsAll(difference.comes())) { // such as what has become a socket
                throw new Trouble(
                        TroubleKind.CONTEXT_UNREADABLE, Reason.of("reason.changed", "it changed while it was sent"));
            }
            SortedMap<String, ContextIndex.Entry> entries = new TreeMap<>(now.entries());
            tar.sentStates().forEach((name, sent) -> {
                ContextIndex.Entry looked = entries.get(name);
                boolean same = looked != null
                        && sent.what().startsWith(looked.what())
                        && sent.time() == looked.state().time();
                entries.put(name, new ContextIndex.Entry(sent, same ? looked.stamp() : ""));
            });
            now = ContextIndex.of(entries);
            return now.now();
        }

        @Override
        public Message told() {
            int touched = difference.touched().size();
            return Message.of(
                    touched == 0 ? "build.log.changed" : "build.log.touched",
                    difference.comes().size(),
                    now.entries().size(),
                    touched);
        }
    }
}
