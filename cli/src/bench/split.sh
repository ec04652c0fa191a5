#!/bin/sh
# Times `hew split map` on a code base against javac that only parses the same files, a second run after ten files were
# touched against the first, and the git history against `git log --name-only`: see docs/benchmarks.md.
#
#   cli/src/bench/split.sh DIR
#
# DIR is a clone that may be touched. RUNS=5 says how often. Needs a JDK 17 or newer, Maven, Maven Central, git and GNU
# time (on Debian the package `time`).
set -eu

runs=${RUNS:-5}
root=$(CDPATH='' cd -P -- "$(dirname "$0")/../../.." && pwd -P)
time=$(command -v /usr/bin/time || command -v gtime) || {
  echo 'error: GNU time is missing' >&2
  exit 4
}
[ $# -eq 1 ] && [ -d "$1" ] || {
  echo "usage: $0 DIR" >&2
  exit 2
}
code=$(CDPATH='' cd -P -- "$1" && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM HUP

# hew as it is installed, with a class-data archive of its own: made at the first start, used from the second on.
"$root/hew" --version
for hew in "$root"/cli/target/hew-*/hew-*/bin/hew; do :; done
export XDG_CACHE_HOME="$work/cache"
"$hew" stacks >"$work/log"
while [ -z "$(find "$work/cache" -name '*.for')" ]; do sleep 1; done
javac -d "$work" "$root/cli/src/bench/Parse.java"
find "$code" -name '*.java' -type f >"$work/files"
awk 'NR % 400 == 7' "$work/files" | head -10 >"$work/ten"

# Runs a command and appends its wall seconds, CPU seconds and peak memory in MB to a file.
timed() { # file, command...
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

row() { # what, file
  printf '| %s ' "$1"
  for column in 1 2 3; do printf '| %s ' "$(cut -d ' ' -f $column "$2" | median)"; done
  echo '|'
}

for run in $(seq 1 "$runs"); do
  timed "$work/parse" java -XX:+UseSerialGC -cp "$work" Parse "$code"
  rm -rf "$work/cache/hew/split"
  timed "$work/first" "$hew" split map "$code" --no-history
  tr '\n' '\0' <"$work/ten" | xargs -0 touch
  timed "$work/second" "$hew" split map "$code" --no-history
  timed "$work/with" "$hew" split map "$code"
  timed "$work/log-names" git -C "$code" log --name-only
done
echo
echo "$(wc -l <"$work/files") Java files, $(tr '\n' '\0' <"$work/files" | xargs -0 cat | wc -l) lines, $(getconf _NPROCESSORS_ONLN) cores, $runs runs, medians"
echo
echo '| | wall s | CPU s | peak MB |'
echo '|---|---|---|---|'
row 'javac, parse only, one thread' "$work/parse"
row '`split map --no-history`, nothing kept' "$work/first"
row 'the same, ten files touched since' "$work/second"
row 'the same, with history' "$work/with"
row '`git log --name-only`' "$work/log-names"
