#!/bin/sh
# Compares the pairs of classes that `hew split map` finds in sources with those that jdeps finds in what was built of
# them: see docs/benchmarks.md.
#
#   cli/src/bench/jdeps.sh SOURCES CLASSES
#
# SOURCES is a folder of Java sources (without tests), CLASSES the folder or jar of their class files. Prints a row of a
# table, and what is missed and too much into the files missed and extra of the current folder. Needs a JDK 17 or newer,
# Maven and Maven Central.
set -eu

root=$(CDPATH='' cd -P -- "$(dirname "$0")/../../.." && pwd -P)
[ $# -eq 2 ] && [ -d "$1" ] && [ -e "$2" ] || {
  echo "usage: $0 SOURCES CLASSES" >&2
  exit 2
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM HUP
export LC_ALL=C

"$root/hew" split map "$1" --no-history --no-cache --format json >"$work/map"
# The members of an array stand four blanks in, their keys six.
section() { # key
  awk -v start="  \"$1\": [" 'index($0, start) == 1 { on = 1; next } /^  \]/ { on = 0 } on' "$work/map"
}
section uses | awk -F '"' '/^      "from": / { from = $4 } /^      "to": / { if (from != $4) print from " -> " $4 }' |
  sort -u >"$work/found"
section classes | awk -F '"' '/^      "name": / { print $4 }' | sort -u >"$work/classes"
# A nested class counts for the one around it; what the sources do not declare (packages' and modules' files, what a tool
# wrote) is not asked for.
jdeps --ignore-missing-deps -verbose:class -filter:none --multi-release base "$2" |
  awk -v classes="$work/classes" '
    BEGIN { while ((getline name <classes) > 0) known[name] = 1 }
    $2 == "->" { from = $1; to = $3 }
    $1 == "->" { to = $2 }
    /->/ { sub(/\$.*/, "", from); sub(/\$.*/, "", to) }
    /->/ && known[from] && known[to] && from != to { print from " -> " to }
    /^   [^ ]/ && $2 != "->" { from = $1 }' | sort -u >"$work/expected"
comm -12 "$work/found" "$work/expected" >"$work/both"
comm -13 "$work/found" "$work/expected" >missed
comm -23 "$work/found" "$work/expected" >extra
awk -v classes="$(wc -l <"$work/classes")" -v expected="$(wc -l <"$work/expected")" \
  -v found="$(wc -l <"$work/found")" -v both="$(wc -l <"$work/both")" -v name="$1" '
  BEGIN { printf "| %s | %d | %d | %.3f | %.3f |\n", name, classes, expected, both / found, both / expected }'
