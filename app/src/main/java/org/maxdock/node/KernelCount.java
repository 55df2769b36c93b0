package org.maxdock.node;

/** What the kernel counts of a container: in control groups, of version 1 or 2 (cgroups(7)), until it ends. */
final class KernelCount {

    /** A function of bash, without single quotes: {@code count PROCESS} sets {@code peak} and {@code time}. */
    static final String LINES = """
            # sets peak, the most memory at once in bytes, and time, in ns, of what that process is in; 0 where unknown:
            # one that has just ended is in the root, where all of the machine is counted
            count() {
              local kinds path memory="" cpu="" group=""
              peak="" time=""
              while IFS=: read -r _ kinds path; do
                [[ $path == /?* ]] || continue
                case ,$kinds, in
                  *,memory,*) memory=/sys/fs/cgroup/memory$path/memory.max_usage_in_bytes ;;
                  *,cpuacct,*) cpu=/sys/fs/cgroup/cpuacct$path/cpuacct.usage ;;
                  ,,) group=/sys/fs/cgroup$path ;;
                esac
              done < "/proc/$1/cgroup"
              peak=$(cat "$memory" || cat "$group/memory.peak") || true
              time=$(cat "$cpu" || sed -n "s/^usage_usec \\(.*\\)/\\1000/p" "$group/cpu.stat") || true
              peak=${peak:-0} time=${time:-0}
            } 2>/dev/null
            """;

    private KernelCount() {}
}
