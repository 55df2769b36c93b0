package org.maxdock.launch;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maxdock.host.shell.Shell;
import org.maxdock.image.identity.Identity;
import org.maxdock.image.identity.IdentityText;
import org.maxdock.image.identity.Tarball;

/** The steps of a script that bring the image to a node and hold it against its record. */
final class ImageSteps {

    /** Linux takes 128 kB for an argument, and the script is one; bytes may be four times the characters. */
    private static final int LONG = 16_000;

    private ImageSteps() {}

    /**
     * Finds it, or where {@code MAXDOCK_STARTED} is set what that names, and reads its identity in one look, so that
     * what is compared is what {@code $id} names.
     */
    static String find(LaunchPlan plan) {
        Optional<String> pull = plan.record().identity().pullName(plan.record().reference());
        Optional<Tarball> tarball = plan.record().tarball();
        StringBuilder script = new StringBuilder("""
                # if this node lacks it, it comes %s
                image=${MAXDOCK_STARTED:-%s} verified=no
                %sif [[ $verified == no ]]; then
                  format=%s
                  find_image() { found=$(timeout 60 docker image inspect --format "$format" -- "$image"); }
                  if ! find_image 2>/dev/null; then
                    said=$(find_image 2>&1) || [[ $said == *'o such image'* ]] ||
                      stop "no Docker Engine tells you on $(uname -n) whether it has $image: ${said:-none answers}"
                """.formatted(
                pull.isPresent()
                        ? "from its registry, by digest"
                        : tarball.isPresent() ? "from the saved file" : "from nowhere: it was neither pushed nor saved",
                Shell.quoteForBash(plan.record().reference().toString()),
                hasShortWay(plan) ? byId(plan) : "",
                Shell.quoteForBash("{{.ID}}\n" + IdentityText.FORMAT)));
        pull.ifPresent(name -> script.append("""
                  # by its recorded name, which nothing has here: then it is found the next time, too
                  if docker pull --quiet %1$s >/dev/null; then docker tag %1$s %2$s || image=%1$s; fi
                """.formatted(
                        Shell.quoteForBash(name),
                        Shell.quoteForBash(plan.record().reference().toString()))
                .indent(4)));
        tarball.ifPresent(file -> script.append(
                """
                if ! find_image 2>/dev/null && [[ -r %1$s ]]; then
                  [[ $(sha256sum < %1$s) == %2$s* ]] ||
                    stop "the saved image has changed since it was recorded, and is not loaded:" %1$s
                  docker load --quiet --input %1$s >/dev/null
                fi
                """.formatted(Shell.quoteForBash(file.path()), file.sha256()).indent(4)));
        return script.append("""
                    # docker's own words stand above: it may be there and not be read
                    find_image || stop "$(uname -n) does not have the image $image, and it could not be fetched"
                  fi
                  id=${found%%$'\\n'*} here=${found#*$'\\n'}
                fi
                """).toString();
    }

    /** A signature is checked against what is here, every time; an ID that is no digest says nothing. */
    private static boolean hasShortWay(LaunchPlan plan) {
        return plan.demanded().isEmpty() && plan.record().identity().id().matches("sha256:[0-9a-f]{64}");
    }

    /**
     * Asks the engine without Docker's client, whose start takes longer than all else here. That a record says of an ID
     * what its image is proves nothing: the short way is taken where an engine has said the same to this user before.
     * Then it is so on every node, since an ID is a digest of all that an image is (of one platform, where it is an
     * index). It stands first in the answer, where nothing that an image says of itself can stand. Anything but a plain
     * yes, be it that there is no curl, leaves it to the client.
     */
    private static String byId(LaunchPlan plan) {
        return """
                # where this ID was seen to be the recorded content before, the engine itself is asked first,
                # and its client, which takes a while to start, where it does not name this ID
                id=%1$s
                seen=$HOME/.cache/maxdock/images/%2$s-${id#*:}-$HOSTTYPE
                ask=(curl -q --silent --fail --noproxy '*' --max-time 3)
                engine=${DOCKER_HOST:-unix:///var/run/docker.sock}
                case $engine in
                  unix://*) ask+=(--unix-socket "${engine#unix://}") engine=http://engine ;;
                  tcp://*)
                    engine=http${DOCKER_TLS_VERIFY:+s}://${engine#tcp://} keys=${DOCKER_CERT_PATH:-$HOME/.docker}
                    ask+=(${DOCKER_TLS_VERIFY:+--cacert "$keys/ca.pem" --cert "$keys/cert.pem" --key "$keys/key.pem"})
                    ;;
                esac
                contexts='' config=${DOCKER_CONFIG:-$HOME/.docker}/config.json
                if [[ -r $config ]]; then contexts=$(<"$config"); fi
                if [[ -O $seen && -z ${DOCKER_CONTEXT:-} && $contexts != *'"currentContext"'* && \
                $("${ask[@]}" "$engine/images/$image/json" 2>/dev/null) == '{"Id":"'$id'",'* ]]; then verified=yes; fi
                """.formatted(plan.record().identity().id(), plan.record().content());
    }

    /** Notes for later starts that this ID is this content, as the engine has just said. */
    private static String seen(LaunchPlan plan) {
        return !hasShortWay(plan) ? "" : """
                if [[ $verified == no && $id == %s ]]; then
                  (umask 077 && mkdir -p -- "${seen%%/*}" && : >"$seen") 2>/dev/null || : # the next start is shorter
                fi
                """.formatted(plan.record().identity().id());
    }

    static String check(LaunchPlan plan) {
        Identity identity = plan.record().identity();
        String recorded = withoutBlanksAtLineEnds(IdentityText.content(identity));
        if (recorded.length() > LONG) {
            return checkByDigest(plan);
        }
        return """
                # is it the recorded image? every layer and every setting must agree, each with its length before it
                recorded=%s
                if [[ $verified == no && $here != "$recorded" ]]; then
                  printable() { tr -cd '[:print:]\\n' | cut -c1-200; }
                  comm -23 <(sort <<<"$recorded") <(sort <<<"$here") | sed 's/^/  recorded: /' | printable >&2
                  comm -13 <(sort <<<"$recorded") <(sort <<<"$here") | sed 's/^/  here:     /' | printable >&2
                  printf '%%s\\n' %s >&2
                  stop "on $(uname -n), $image is not the image that was recorded on %s.\
                 ${happened:-Nothing was started.}"
                fi
                """.formatted(
                                recorded,
                                Shell.quoteForBash(mend(plan)),
                                plan.record().recordedAt().substring(0, 10))
                + seen(plan)
                + SignatureSteps.text(plan);
    }

    /** Quoted, with no blank at the end of a line: editors take those away. */
    static String withoutBlanksAtLineEnds(String text) {
        return Arrays.stream(text.split(" \n", -1)).map(Shell::quoteForBash).collect(Collectors.joining("$' \\n'"));
    }

    private static String checkByDigest(LaunchPlan plan) {
        return """
                # is it the recorded image? every layer and every setting must agree;
                # they are many, so their digest is compared
                digest=''
                if [[ $verified == no ]]; then digest=$(sha256sum <<<"$here"); fi
                if [[ $verified == no && ${digest%%%% *} != %s ]]; then
                  printf '%%s\\n' %s >&2
                  stop "on $(uname -n), $image is not the image that was recorded on %s.\
                 ${happened:-Nothing was started.}"
                fi
                """.formatted(
                                plan.record().content(),
                                Shell.quoteForBash(mend(plan)),
                                plan.record().recordedAt().substring(0, 10))
                + seen(plan)
                + SignatureSteps.text(plan);
    }

    /** How to bring the recorded image back, by hand. */
    private static String mend(LaunchPlan plan) {
        String image = Shell.quoteForBash(plan.record().reference().toString());
        String bring = plan.record()
                .identity()
                .pullName(plan.record().reference())
                .map(name -> "docker pull " + Shell.quoteForBash(name) + " && docker tag " + Shell.quoteForBash(name)
                        + " " + image)
                .or(() -> plan.record().tarball().map(t -> "docker load --input " + Shell.quoteForBash(t.path())))
                .orElse("record it anew");
        return "  mend, on that node: " + bring;
    }
}
