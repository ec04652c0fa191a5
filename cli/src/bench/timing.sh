# For scripts that time hew. Needs root, the clone, and work, a folder to work in.

# Sets hew to the installed one, with a class-data archive of its own: made at the first start, used from the second on.
# Until then a start runs Java as a child, which outlives a kill.
installed() {
  "$root/hew" --version >"$work/hew.version"
  for hew in "$root"/cli/target/hew-*/hew-*/bin/hew; do :; done
  export XDG_CACHE_HOME="$work/cache"
  "$hew" stacks >"$work/log"
  while [ -z "$(find "$work/cache" -name '*.for')" ]; do sleep 1; done
}

time=$(command -v /usr/bin/time || command -v gtime || true)

# Runs a command and appends its wall seconds, CPU seconds and peak memory in MB to a file.
timed() { # file, command...
  [ -n "$time" ] || {
    echo 'error: GNU time is missing' >&2
    exit 4
  }
  file=$1
  shift
  "$time" -f '%e %U %S %M' -o "$work/time" "$@" >"$work/log" 2>&1 || {
    cat "$work/log" >&2
    echo "error: $* failed" >&2
    exit 1
  }
  awk '{ printf "%s %.2f %.0f\n", $1, $2 + $3, $4 / 1024 }' "$work/time" >>"$file"
}

median() { # of a column of numbers
  sort -n | awk '{ v[NR] = $1 } END { print (NR % 2) ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}
