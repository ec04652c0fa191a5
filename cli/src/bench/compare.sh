#!/bin/sh
# Times hew against OpenAPI Generator, and its start against that of a bare JVM: see docs/benchmarks.md.
#
#   cli/src/bench/compare.sh [SPEC...]
#
# Each SPEC becomes a Spring Boot service of both, in turn. Without one, two specs of OpenAPI Generator's own tests are
# taken, one of them larger than 1 MB. RUNS=5 says how often. Needs a JDK 17 or newer, Maven and Maven Central, and GNU
# time (on Debian the package `time`).
set -eu

version=7.25.0
runs=${RUNS:-5}
root=$(CDPATH='' cd -P -- "$(dirname "$0")/../../.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM HUP

fetched() { # artifact: copies it to the working folder
  mvn -B -ntp -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy -Dartifact="$1" -DoutputDirectory="$work"
}

fetched "org.openapitools:openapi-generator-cli:$version"
generator=$work/openapi-generator-cli-$version.jar
if [ $# -eq 0 ]; then
  fetched "org.openapitools:openapi-generator:$version:jar:tests"
  (cd "$work" && jar xf "openapi-generator-$version-tests.jar" 3_0/petstore.yaml 3_0/jetbrains/ManagementService-v3.json)
  set -- "$work/3_0/petstore.yaml" "$work/3_0/jetbrains/ManagementService-v3.json"
fi

. "$root/cli/src/bench/timing.sh"
installed

mkdir "$work/hello"
echo 'class Hello { public static void main(String[] a) { System.out.println("hello"); } }' >"$work/hello/Hello.java"
javac -d "$work/hello" "$work/hello/Hello.java"

# A line of the table: each figure's median, and the median of the ratios of run to run.
row() { # what, file of hew, file of the other
  printf '| %s ' "$1"
  for column in 1 2 3; do
    a=$(cut -d ' ' -f $column "$2" | median)
    b=$(cut -d ' ' -f $column "$3" | median)
    ratio=$(paste -d ' ' "$2" "$3" | awk -v c=$column '{ printf "%.3f\n", $c / ($(c + 3) + 0.0001) }' | median)
    printf '| %s | %s | %.2f ' "$a" "$b" "$ratio"
  done
  echo '|'
}

echo "$(cat "$work/hew.version"), OpenAPI Generator $version, Java $(java -XshowSettings:properties -version 2>&1 |
  sed -n 's/ *java.version = //p'), $(getconf _NPROCESSORS_ONLN) cores, $runs runs"
echo
echo '| | wall s, hew | other | ratio | CPU s, hew | other | ratio | peak MB, hew | other | ratio |'
echo '|---|---|---|---|---|---|---|---|---|---|'
for spec in "$@"; do
  name=$(basename "$spec")
  for run in $(seq 0 "$runs"); do
    [ "$run" -gt 0 ] || name=$name.warm-up
    # a folder for each, removed at the end: ext4 is slow at making files where some were removed seconds ago
    timed "$work/$name.a" "$hew" new "$spec" "$work/hew-$run"
    timed "$work/$name.b" java -jar "$generator" generate -g spring -i "$spec" -o "$work/other-$run"
    name=${name%.warm-up}
  done
  rm -rf "$work"/hew-* "$work"/other-*
  row "\`new\` of $name, $(($(wc -c <"$spec") / 1024)) kB" "$work/$name.a" "$work/$name.b"
done
# A start is short: ten of them are one run.
tenfold='for i in 1 2 3 4 5 6 7 8 9 10; do "$@"; done'
for run in $(seq 0 "$runs"); do
  timed "$work/start.a" sh -c "$tenfold" - "$hew" stacks
  timed "$work/start.b" sh -c "$tenfold" - java -cp "$work/hello" Hello
done
row 'ten times `stacks`, against a bare JVM' "$work/start.a" "$work/start.b"
