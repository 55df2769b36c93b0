echo Welcome to Maxwell
sh -c "echo cshrc: no display >&2"
