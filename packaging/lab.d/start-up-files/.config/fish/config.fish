echo Welcome to Maxwell
echo "config.fish: no display" >&2
