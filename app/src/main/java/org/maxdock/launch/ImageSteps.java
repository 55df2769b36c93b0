package org.maxdock.launch;

import java.util.Optional;
import org.maxdock.host.Shell;
import org.maxdock.image.Identity;
import org.maxdock.image.IdentityText;
import org.maxdock.image.Tarball;

/** The steps of a script that bring the image to a node and hold it against its record. */
final class ImageSteps {

    /** Linux takes 128 kB for an argument, and the script is one; bytes may be four times the characters. */
    private static final int LONG = 16_000;

    private ImageSteps() {
    }

    /** Finds it and reads its identity in one look, so that what is compared is what {@code $id} names. */
    static String find(LaunchPlan plan) {
        String reference = plan.record().reference();
        Optional<String> pull = plan.record().identity().pullName(reference);
        Optional<Tarball> tarball = plan.record().tarball();
        StringBuilder script = new StringBuilder("""
                # 2  the image: if this node lacks it, it comes %s
                image=%s
                format=%s
                find_image() { found=$(docker image inspect --format "$format" "$image" 2>/dev/null); }
                if ! find_image; then
                  docker version >/dev/null || stop "no Docker Engine answers you on $(uname -n)"
                """.formatted(pull.isPresent() ? "from its registry, by digest" : tarball.isPresent() ? "from the saved file" : "from nowhere: it was neither pushed nor saved",
                Shell.quote(reference), Shell.quote("{{.ID}}\n" + IdentityText.FORMAT)));
        pull.ifPresent(name -> script.append("""
                  if docker pull --quiet %1$s >/dev/null; then docker tag %1$s "$image"; fi
                """.formatted(Shell.quote(name)).indent(2)));
        tarball.ifPresent(file -> script.append("""
                if ! find_image && [[ -r %1$s ]]; then
                  [[ $(sha256sum < %1$s) == %2$s* ]] || stop "the saved image is not the recorded file:" %1$s
                  docker load --quiet --input %1$s >/dev/null
                fi
                """.formatted(Shell.quote(file.path()), file.sha256()).indent(2)));
        return script.append("""
                  find_image || stop "$(uname -n) does not have the image $image, and it could not be fetched"
                fi
                id=${found%%$'\\n'*} here=${found#*$'\\n'}
                """).toString();
    }

    static String check(LaunchPlan plan) {
        Identity identity = plan.record().identity();
        if (IdentityText.content(identity).length() > LONG) {
            return checkByDigest(plan);
        }
        return """
                # 3  is it the recorded image? every layer and every setting must agree
                recorded=%s
                if [[ $here != "$recorded" ]]; then
                  printable() { tr -cd '[:print:]\\n' | cut -c1-200; }
                  comm -23 <(sort <<<"$recorded") <(sort <<<"$here") | sed 's/^/  recorded: /' | printable >&2
                  comm -13 <(sort <<<"$recorded") <(sort <<<"$here") | sed 's/^/  here:     /' | printable >&2
                  printf '%%s\\n' %s >&2
                  stop "on $(uname -n), $image is not the image that was recorded on %s. Nothing was started."
                fi
                """.formatted(Shell.quote(IdentityText.content(identity)), Shell.quote(mend(plan)), plan.record().recordedAt().substring(0, 10));
    }

    private static String checkByDigest(LaunchPlan plan) {
        return """
                # 3  is it the recorded image? every layer and every setting must agree; they are many, so their digest is compared
                here=$(sha256sum <<<"$here")
                if [[ ${here%%%% *} != %s ]]; then
                  printf '%%s\\n' %s >&2
                  stop "on $(uname -n), $image is not the image that was recorded on %s. Nothing was started."
                fi
                """.formatted(plan.record().content(), Shell.quote(mend(plan)), plan.record().recordedAt().substring(0, 10));
    }

    /** How to bring the recorded image back, by hand. */
    private static String mend(LaunchPlan plan) {
        String image = Shell.quote(plan.record().reference());
        String bring = plan.record().identity().pullName(plan.record().reference()).map(name -> "docker pull " + Shell.quote(name) + " && docker tag " + Shell.quote(name) + " " + image)
                .or(() -> plan.record().tarball().map(t -> "docker load --input " + Shell.quote(t.path()))).orElse("record it anew");
        return "  mend, on that node: " + bring;
    }
}
