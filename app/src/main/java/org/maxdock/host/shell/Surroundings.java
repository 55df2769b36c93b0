package org.maxdock.host.shell;

/** The environment that a script of ours is run in. */
public enum Surroundings {
    /**
     * For our own questions, whose answers we read: without what the user has set to have commands behave or print in
     * another way. What says where SLURM and the engine are, and on whose account, stays.
     */
    OURS("""
            for name in "${!SLURM_@}" "${!SBATCH_@}" "${!SALLOC_@}" "${!SRUN_@}" "${!SQUEUE_@}" "${!SINFO_@}" \\
              "${!SACCT_@}" "${!SCONTROL_@}" "${!SCANCEL_@}" "${!DOCKER_@}" "${!BUILDKIT_@}" "${!BUILDX_@}" \\
              "${!LC_@}"; do
              case $name in
                SLURM_CONF | SLURM_CONF_SERVER | SLURM_JWT | S*_ACCOUNT) ;;
                DOCKER_HOST | DOCKER_TLS | DOCKER_TLS_VERIFY | DOCKER_CERT_PATH | DOCKER_CONFIG | DOCKER_CONTEXT) ;;
                DOCKER_API_VERSION | DOCKER_AUTH_CONFIG | DOCKER_CONTENT_TRUST*) ;;
                *) unset "$name" ;;
              esac
            done
            unset BASH_ENV ENV CDPATH GLOBIGNORE GREP_OPTIONS TAR_OPTIONS GZIP TIME_STYLE QUOTING_STYLE COLUMNS LINES \\
              BLOCK_SIZE BLOCKSIZE LS_BLOCK_SIZE DF_BLOCK_SIZE DU_BLOCK_SIZE LANGUAGE FUNCNEST BASH_COMPAT
            for name in $(compgen -A function); do unset -f "$name"; done
            export LC_ALL=C
            """),
    /** The user's own as it is, for what the user runs, but for how SLURM is to print, which scripts read. */
    USERS("unset \"${!SQUEUE_@}\" \"${!SINFO_@}\" \"${!SACCT_@}\" SLURM_TIME_FORMAT\n");

    private final String setting;

    Surroundings(String setting) {
        this.setting = setting;
    }

    /** A bash in it: functions that are exported, a docker of the site's for one, are the user's. */
    public String bash() {
        return this == OURS ? "bash --norc -p" : "bash";
    }

    /** Lines of bash that set it. */
    String setting() {
        return setting;
    }
}
