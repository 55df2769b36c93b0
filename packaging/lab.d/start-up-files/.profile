echo "Welcome to Maxwell"
echo "profile: no display" >&2
