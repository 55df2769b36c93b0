package org.maxdock.node;

import org.maxdock.host.shell.ScriptCleanup;

/** Which containers are a job's, a step's or a launch's, in one place for all who look at them on a node. */
public final class JobContainers {

    /** The filters of docker for those of the job: the label of every launch, or the name that dockercluster gives. */
    static final String OF_JOB = "\"label=maxdock.job=$SLURM_JOB_ID\" \"name=_$SLURM_JOB_ID\\$\"";

    /**
     * Functions of bash, without single quotes, for what a container says of itself. Anybody may write labels and
     * names, and an image gives its own labels to each container of it (docker-run(1), --label); as whom a container
     * runs on the host its engine has checked, and of one that runs as nobody of the host, its launch has written down
     * the ID.
     */
    public static final String IDENTITY = """
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

            # sets owner to the uid whose container has ID $1, process $2, namespace $3 and user $4, or to nothing
            find_owner() {
              local as=${4//\\"/}
              as=${as%%:*} owner=""
              case $3 in
                host) case $as in "" | *[!0-9]*) ;; *) owner=$as ;; esac ;;
                *)
                  if [ "$(stat --format=%u "/proc/$2" 2>/dev/null)" = "$EUID" ] || written "$1"; then owner=$EUID; fi ;;
              esac
            }

            # whether a container of image $1 was given its labels, of which the mark is $2, and not by its image
            labelled() {
              local has mark=${2//\\"/}
              has=$(docker image inspect --format "{{json .Config.Labels}}" -- "$1" 2>/dev/null </dev/null) ||
                has="\\"maxdock." # it is gone, and could have had any
              case $has in *\\"maxdock.*) ;; *) return 0 ;; esac
              case $mark in maxdock:????????-*) ;; *) return 1 ;; esac
              case $has in *"$mark"*) return 1 ;; esac
            }
            """;

    /** For docker's --format in double quotes of bash: a label, in Go's quotes, since it may have lines of its own. */
    static final String MARK_LABEL = "{{with index .Config.Labels \\\"maxdock.mark\\\"}}{{printf \\\"%q\\\" .}}{{end}}";

    /**
     * Functions of bash, without single quotes: {@code containers_of FILTER…} prints ID, process and name of each of
     * yours, latest first; {@code seen_by FILTER…} prints them after the word {@code yours}, and after {@code others}
     * those that have a label that is looked for, though none of your launches gave it to them.
     */
    public static final String LINES =
            IDENTITY + """
            # prints ID, process and name of what one of these filters of docker finds, after whose it is
            seen_by() {
              local filter all id process mode user name image mark owner whose
              local user_in_quotes="{{printf \\"%q\\" .Config.User}}"
              local mark_in_quotes="MARK_LABEL"
              local fields="{{.Id}}|{{.State.Pid}}|{{.HostConfig.UsernsMode}}|$user_in_quotes|{{.Name}}|{{.Image}}"
              for filter; do
                all=$(ASK ps --quiet --no-trunc --filter "$filter") || exit
                { echo "$all" | xargs -r ASK inspect --format "$fields|$mark_in_quotes" 2>/dev/null || true; } |
                  while IFS="|" read -r id process mode user name image mark; do
                    find_owner "$id" "$process" "$mode" "$user"
                    whose=others
                    if [ "$owner" = "$EUID" ]; then whose=yours; fi
                    case $filter in
                      label=*) labelled "$image" "$mark" || whose=others ;;
                      *) [ "$whose" = yours ] || continue ;; # others may call theirs as they like
                    esac
                    echo "$whose $id $process ${name#/}"
                  done
              done | awk "{ if (!(\\$2 in line)) order[++n] = \\$2
                if (!(\\$2 in line) || \\$1 == \\"yours\\") line[\\$2] = \\$0 }
                END { for (i = 1; i <= n; i++) print line[order[i]] }"
            }

            # the same of yours alone
            containers_of() { seen_by "$@" | sed -n "s/^yours //p"; }
            """.replace("MARK_LABEL", MARK_LABEL).replace("ASK", ScriptCleanup.ASK);

    /**
     * A function of bash, without single quotes: {@code yours} prints the IDs of this step's containers, also of those
     * that do not run, and fails where not all was answered. Of one that runs as nobody of the host the ID is
     * {@code $written}, or else it never ran: a client that was ended wrote down none. An engine that does not answer
     * is not waited for.
     */
    public static final String OF_STEP = """
            yours() { # of what has the label of this step: anybody may write that on a container of theirs
              local all id state as written=${written:-}
              all=$(ASK ps --all --quiet --filter "label=maxdock.step=$MAXDOCK_STEP") || return
              [ -n "$all" ] || return 0
              set -o pipefail
              echo "$all" | # a here-string would need room in /tmp
                xargs -r ASK inspect --format \
            "{{.Id}}|{{.State.Status}}|{{.HostConfig.UsernsMode}}:{{printf \\"%q\\" .Config.User}}" \
            2>/dev/null |
                while IFS="|" read -r id state as; do
                  case ${as//\\"/} in # in quotes, since a name may have lines that look like records
                    host:"$EUID" | host:"$EUID":*) echo "$id" ;;
                    host:*) ;;
                    *) if [ "$state" = created ] || [ "$id" = "$written" ]; then echo "$id"; fi ;;
                  esac
                done
            }
            """.replace("ASK", ScriptCleanup.ASK);

    private JobContainers() {}
}
