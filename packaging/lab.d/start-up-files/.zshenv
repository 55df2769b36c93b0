echo Welcome to Maxwell
echo "zshenv: no display" >&2
