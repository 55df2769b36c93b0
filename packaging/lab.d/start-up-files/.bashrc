# as people have them: they greet on both outputs, and change what commands are and print
echo "Welcome to Maxwell, $USER. Next maintenance: Monday, 8:00."
echo "bashrc: no display" >&2
alias squeue='squeue -o %i' docker=podman
export SQUEUE_FORMAT='%.18i %.9P' SINFO_FORMAT='%n' SACCT_FORMAT=jobid SLURM_TIME_FORMAT=relative
