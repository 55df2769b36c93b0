package org.maxdock.store;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.maxdock.image.identity.RecordSignature;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Valid;

/**
 * What differs from cluster to cluster; app/docs/site.md has each field and what it is used for.
 *
 * @param squashedRoots folders on file servers that treat root as nobody
 * @param sharedRoots folders below which all hosts of the site see the same
 * @param beamtimes shell patterns of the folders that hold beamtimes
 * @param places folders that people of the site start from; $USER stands for the user
 * @param jobFiles what scripts of the site keep for each job: paths with $JOB, its number, in them, and maybe $USER
 * @param allowedSigners a file that says who may sign records (ssh-keygen(1), ALLOWED SIGNERS), beside the user's own
 * @param signedBy who must have signed what is started (ssh-keygen(1), ALLOWED SIGNERS); none where that is free
 * @param example what the main job is shown with; none where a site has nothing to play with
 */
public record Site(
        String name,
        List<String> squashedRoots,
        List<String> sharedRoots,
        List<String> beamtimes,
        List<String> places,
        List<String> jobFiles,
        Optional<String> allowedSigners,
        List<String> signedBy,
        Optional<SiteExample> example) {

    private static final int MOST = 100;
    private static final int LONGEST_NAME = 100;
    private static final String USER = "$USER";
    private static final String JOB = "[$]JOB";

    /** @throws InvalidValue where the name is none, a path is not absolute, or one of a job's does not say which */
    public Site {
        name = Valid.line("name", Valid.present("name", name), LONGEST_NAME);
        squashedRoots = paths("squashedRoots", squashedRoots);
        sharedRoots = paths("sharedRoots", sharedRoots);
        beamtimes = paths("beamtimes", beamtimes);
        places = paths("places", places);
        jobFiles = paths("jobFiles", jobFiles);
        for (String path : jobFiles) {
            if (path.split(JOB, -1).length != 2) {
                throw new InvalidValue(TroubleKind.BAD_ARGUMENT, "jobFiles", Valid.shown(path));
            }
        }
        allowedSigners = Valid.optional(allowedSigners);
        paths("allowedSigners", allowedSigners.stream().toList());
        signedBy = RecordSignature.names("signedBy", signedBy);
        example = Valid.optional(example);
    }

    private static List<String> paths(String what, List<String> given) {
        List<String> paths = Valid.list(what, given, MOST);
        for (String path : paths) {
            if (!Valid.line(what, path, Valid.LONG).startsWith("/")) {
                throw new InvalidValue(TroubleKind.BAD_ARGUMENT, what, Valid.shown(path));
            }
        }
        return paths;
    }

    /** The folders that a user of the site starts from. */
    public List<String> placesOf(String user) {
        return places.stream().map(p -> p.replace(USER, user)).toList();
    }

    /** Those of them that are the user's own, the best first; at least one. */
    public List<String> ownPlacesOf(String user) {
        List<String> own = places.stream()
                .filter(p -> p.contains(USER))
                .map(p -> p.replace(USER, user))
                .toList();
        return own.isEmpty() ? Stream.of("/home/" + user).toList() : own;
    }
}
