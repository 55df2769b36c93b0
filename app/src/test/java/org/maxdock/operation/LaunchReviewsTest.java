package org.maxdock.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.engine.RunConfiguration;
import org.maxdock.host.local.LocalHost;
import org.maxdock.image.identity.Identity;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.RunMode;
import org.maxdock.mount.Mapping;
import org.maxdock.store.Json;
import org.maxdock.store.KnownLaunches;
import org.maxdock.store.Site;
import org.maxdock.text.Message;

/** What a colleague can write, the launch, its image's record, a link in a folder of all, is looked at anew. */
class LaunchReviewsTest {

    @TempDir
    Path folder;

    private final Connection connection = mock(Connection.class);
    private final Site site = mock(Site.class);
    private LaunchReviews reviews;

    @BeforeEach
    void begin() throws Exception {
        Files.createDirectories(folder.resolve("home/me/.ssh"));
        Files.createDirectories(folder.resolve("data/run"));
        Files.createSymbolicLink(folder.resolve("data/innocent"), folder.resolve("home/me/.ssh"));
        Server server = mock(Server.class);
        when(server.host()).thenReturn(new LocalHost());
        when(connection.server()).thenReturn(server);
        ServerFacts facts = new ServerFacts(new ServerFacts.Asked<>(), new ServerFacts.Asked<>(), OptionalLong.empty());
        when(connection.state())
                .thenReturn(new ConnectionState.Connected(1, "server", new Account("me", "server"), facts));
        when(site.placesOf(any())).thenReturn(List.of(folder.resolve("data").toString()));
        when(site.beamtimes()).thenReturn(List.of());
        reviews = new LaunchReviews(new KnownLaunches(folder.resolve("known.json"), new Json()), connection, site);
    }

    private Launch launch(String mapped) throws Exception {
        return new Launch(
                "l",
                ImageReference.parse("r/i:1"),
                List.of(new Mapping(folder.resolve(mapped).toString(), "/data", true)),
                List.of(),
                RunMode.ME,
                LaunchPlace.Allocation.of("maxcpu", 1, "5"),
                List.of("true"),
                "");
    }

    private static ImageRecord record(String layer) {
        Identity identity = new Identity(
                List.of(), "", "", "", List.of("sha256:" + layer.repeat(64)), RunConfiguration.NONE, "linux/amd64");
        return ImageRecord.of(ImageReference.parse("r/i:1"), identity, Instant.EPOCH, "server", "other");
    }

    private Optional<List<String>> needed(Launch launch, ImageRecord record) throws Exception {
        return reviews.needed(launch, launch, record)
                .map(all -> all.stream().map(Message::key).toList());
    }

    @Test
    void anExchangedRecordIsLookedAtAlsoWhereTheLaunchIsKnown() throws Exception {
        reviews.accept(launch("data/run"), record("1"));
        assertThat(needed(launch("data/run"), record("1"))).isEmpty();
        assertThat(needed(launch("data/run"), record("2"))).contains(List.of("unusual.image"));
    }

    private static ImageRecord withId(ImageRecord record, String id) {
        Identity identity = record.identity();
        return record.withIdentity(new Identity(
                identity.repoDigests(),
                id,
                identity.config(),
                identity.manifest(),
                identity.layers(),
                identity.run(),
                identity.platform()));
    }

    /** An engine's word that it has that ID is enough for a launch. */
    @Test
    void aRecordThatNamesAnotherIdIsOfAnotherImage() throws Exception {
        reviews.accept(launch("data/run"), record("1"));
        assertThat(needed(launch("data/run"), withId(record("1"), "sha256:" + "6".repeat(64))))
                .contains(List.of("unusual.image"));
    }

    @Test
    void aLaunchMadeJustNowIsLookedAtWhereItsImageIsNotTheOneThatIsKnownByThatName() throws Exception {
        assertThat(reviews.exchanged(record("1"))).as("the first by that name").isEmpty();
        reviews.accept(launch("data/run"), record("1"));
        assertThat(reviews.exchanged(record("1"))).isEmpty();
        assertThat(reviews.exchanged(record("2"))).isPresent();
        reviews.accept(launch("data/run"), record("2"));
        assertThat(reviews.exchanged(record("2"))).isEmpty();
        assertThat(reviews.exchanged(record("1"))).as("it was known before").isEmpty();
    }

    /** As a version kept it that knew launches by the names of their plans, too. */
    @Test
    void aLaunchThatNamesAPlanStaysKnown() throws Exception {
        Launch kept = launch("data/run").withPlans(List.of("std"));
        reviews.accept(kept, record("1"));
        assertThat(reviews.needed(kept, kept.withPlans(List.of()), record("1"))).isEmpty();
        assertThat(reviews.needed(kept, launch("data"), record("1"))).isPresent();
    }

    /** As a home on another file system is. */
    @Test
    void aPlaceOfTheSitesThatIsALinkIsOneAllTheSame() throws Exception {
        Files.createSymbolicLink(folder.resolve("linked"), folder.resolve("data"));
        when(site.placesOf(any())).thenReturn(List.of(folder.resolve("linked").toString()));
        reviews.accept(launch("data"), record("1"));
        assertThat(needed(launch("linked/run"), record("1"))).contains(List.of());
    }

    @Test
    void aFolderIsWhatItLeadsTo() throws Exception {
        reviews.accept(launch("data/run"), record("1"));
        assertThat(needed(launch("data"), record("1"))).contains(List.of());
        assertThat(needed(launch("data/innocent"), record("1"))).contains(List.of("unusual.folder"));
    }
}
