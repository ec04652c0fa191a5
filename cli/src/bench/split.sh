#!/bin/sh
# Times `hew split map` on a code base against javac that only parses the same files, second runs after ten files got new
# dates, and a new statement or method each, against the first, and the git history against `git log --name-only`: see
# docs/benchmarks.md.
#
#   cli/src/bench/split.sh DIR
#
# DIR is a clone that may be touched. RUNS=5 says how often. Needs a JDK 17 or newer, Maven, Maven Central, git and GNU
# time (on Debian the package `time`).
set -eu

runs=${RUNS:-5}
root=$(CDPATH='' cd -P -- "$(dirname "$0")/../../.." && pwd -P)
[ $# -eq 1 ] && [ -d "$1" ] || {
  echo "usage: $0 DIR" >&2
  exit 2
}
code=$(CDPATH='' cd -P -- "$1" && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM HUP

. "$root/cli/src/bench/timing.sh"
installed
javac -d "$work" "$root/cli/src/bench/Parse.java"
find "$code" -name '*.java' -type f | LC_ALL=C sort >"$work/files"
awk 'NR % 400 == 7' "$work/files" | head -10 >"$work/ten"

row() { # what, file
  printf '| %s ' "$1"
  for column in 1 2 3; do printf '| %s ' "$(cut -d ' ' -f $column "$2" | median)"; done
  echo '|'
}

# A statement more in the first method of each of the ten files.
edited() {
  while read -r file; do
    cp "$file" "$work/edited"
    awk '{ print }
      !done && /^    [a-zA-Z].*\) (throws .*)?\{$/ { print "        java.util.Objects.hash(1);"; done = 1 }' \
      "$work/edited" >"$file"
  done <"$work/ten"
}

# A method more at the end of each of the ten files.
extended() {
  while read -r file; do
    cp "$file" "$work/edited"
    awk '{ line[NR] = $0 }
      END {
        for (last = NR; line[last] !~ /^}/ && last > 1; last--) { }
        for (i = 1; i < last; i++) print line[i]
        print "    public int addedByBench() { return 1; }"
        for (i = last; i <= NR; i++) print line[i]
      }' "$work/edited" >"$file"
  done <"$work/ten"
}

(cd "$code" && git diff --quiet) || {
  echo "$code: what is edited there is to be committed first" >&2
  exit 2
}
restored() {
  (cd "$code" && tr '\n' '\0' <"$work/ten" | xargs -0 git checkout -q --)
}
trap 'restored; rm -rf "$work"' EXIT

for run in $(seq 1 "$runs"); do
  timed "$work/parse" java -XX:+UseSerialGC -cp "$work" Parse "$code"
  rm -rf "$work/cache/hew/split"
  timed "$work/first" "$hew" split map "$code" --no-history
  tr '\n' '\0' <"$work/ten" | xargs -0 touch
  timed "$work/second" "$hew" split map "$code" --no-history
  edited
  timed "$work/edit" "$hew" split map "$code" --no-history
  restored
  "$hew" split map "$code" --no-history >"$work/log"
  extended
  timed "$work/method" "$hew" split map "$code" --no-history
  restored
  timed "$work/without" "$hew" split map "$code" --no-cache --no-history
  timed "$work/with" "$hew" split map "$code" --no-cache
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
row 'the same, a statement more in ten files' "$work/edit"
row 'the same, a method more in ten files' "$work/method"
row 'without history, `--no-cache`' "$work/without"
row 'with history, `--no-cache`' "$work/with"
row '`git log --name-only`' "$work/log-names"
