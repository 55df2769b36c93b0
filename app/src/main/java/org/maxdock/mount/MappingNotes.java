package org.maxdock.mount;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What to know of a mapping that the engine accepts; warnings first. */
record MappingNotes(SiteStorage storage, ContainerConditions circumstances) {

    private static final long LITTLE = 1_000_000_000;

    List<Note> of(Mapping mapping, List<Mapping> plan, PathFacts facts, Optional<Note> nested) {
        List<Note> notes = new ArrayList<>();
        String host = Paths.clean(mapping.host());
        PathFacts.PathEntry self = facts.self();
        if (host.endsWith("/docker.sock") || facts.real().endsWith("/docker.sock")) {
            notes.add(Note.warning("mount.docker-socket"));
        } else if (MappingSyntax.secret(host) || MappingSyntax.secret(facts.real())) {
            notes.add(Note.warning("mount.secrets", host));
        }
        String container = Paths.clean(mapping.container());
        if (container.equals("/etc") || container.equals("/sys")) {
            notes.add(Note.warning("mount.hides-settings", container));
        }
        boolean stranger = circumstances.strangerTo(self, storage);
        if (stranger && !mapping.readOnly() && !self.othersMayWrite()) {
            notes.add(Note.warning("mount.isolated-not-writable", mapping.host(), Permissions.text(self.mode())));
        }
        DanglingLinks.leaving(mapping, facts, plan).ifPresent(notes::add);
        if (storage.onlyHere(self)) {
            notes.add(Note.warning("mount.only-here", mapping.host(), self.mountPoint()));
        }
        if (!mapping.readOnly() && self.free() < LITTLE) {
            notes.add(Note.warning("mount.space-low", self.mountPoint(), self.free() / 1_000_000));
        }
        nested.ifPresent(notes::add);
        if (facts.byGroup() && circumstances.who() == ContainerConditions.Who.USER) {
            notes.add(Note.info("mount.by-group", self.group()));
        }
        long hidden = circumstances.imageFolders().stream()
                .filter(f -> Paths.below(f, container))
                .count();
        if (hidden > 0) {
            notes.add(Note.info("mount.hides", container, hidden));
        }
        notes.sort(java.util.Comparator.comparing(n -> !n.warning()));
        return notes;
    }
}
