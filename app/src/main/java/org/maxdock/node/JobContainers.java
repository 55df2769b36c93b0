package org.maxdock.node;

/** Which containers are a job's, a step's or a launch's, in one place for all who look at them on a node. */
public final class JobContainers {

    /** The filters of docker for those of the job: the label of every launch, or the name that dockercluster gives. */
    static final String OF_JOB = "\"label=maxdock.job=$SLURM_JOB_ID\" \"name=_$SLURM_JOB_ID\\$\"";

    /** A function of bash, without single quotes: whether a container's ID is one that only you can have noted. */
    public static final String WRITTEN = """
            # whether a launch of yours on this host has written that ID down
            written() {
              local file
              for file in /tmp/maxdock[-.]*/container.id; do
                if [ -O "$file" ] && [ -O "${file%/*}" ] && [ ! -L "${file%/*}" ] && grep -qx "$1" "$file"; then
                  return
                fi
              done
              return 1
            }
            """;

    /**
     * A function of bash, without single quotes: {@code containers_of FILTER…} prints ID, process and name of each,
     * latest first. Anybody may write labels and names; as whom a container runs on the host its engine has checked,
     * and of one that runs as nobody of the host, its launch has written down the ID.
     */
    public static final String LINES = WRITTEN + """
            # prints ID, process and name of what one of these filters of docker finds, of others nothing
            containers_of() {
              local filter id process mode user name
              local user_in_quotes="{{printf \\"%q\\" .Config.User}}"
              local fields="{{.Id}}|{{.State.Pid}}|{{.HostConfig.UsernsMode}}|$user_in_quotes|{{.Name}}"
              for filter; do docker ps --quiet --no-trunc --filter "$filter" || exit; done | awk "!seen[\\$1]++" |
                { xargs -r docker inspect --format "$fields" 2>/dev/null || true; } |
                while IFS="|" read -r id process mode user name; do
                  case $mode:${user//\\"/} in
                    host:"$EUID" | host:"$EUID":*) ;;
                    host:*) continue ;;
                    *) [ "$(stat --format=%u "/proc/$process" 2>/dev/null)" = "$EUID" ] || written "$id" || continue ;;
                  esac
                  echo "$id $process ${name#/}"
                done
            }
            """;

    /**
     * A function of bash, without single quotes: {@code yours} prints the IDs of this step's containers, also of those
     * that do not run, and fails where not all was answered. Of one that runs as nobody of the host the ID is
     * {@code $written}, or else it never ran: a client that was ended wrote down none.
     */
    public static final String OF_STEP = """
            yours() { # of what has the label of this step: anybody may write that on a container of theirs
              local all id state as written=${written:-}
              all=$(docker ps --all --quiet --filter "label=maxdock.step=$MAXDOCK_STEP") || return
              [ -n "$all" ] || return 0
              set -o pipefail
              xargs -r docker inspect --format \
                "{{.Id}}|{{.State.Status}}|{{.HostConfig.UsernsMode}}:{{printf \\"%q\\" .Config.User}}" <<<"$all" \
                2>/dev/null |
                while IFS="|" read -r id state as; do
                  case ${as//\\"/} in # in quotes, since a name may have lines that look like records
                    host:"$EUID" | host:"$EUID":*) echo "$id" ;;
                    host:*) ;;
                    *) if [ "$state" = created ] || [ "$id" = "$written" ]; then echo "$id"; fi ;;
                  esac
                done
            }
            """;

    private JobContainers() {}
}
