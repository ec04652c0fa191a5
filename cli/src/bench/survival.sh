#!/bin/sh
# Does to services of JHipster and Copier what `mvn -Psurvival verify` does to those of hew and OpenAPI Generator, and writes their rows
# beside those in docs/benchmarks.md.
#
#   cli/src/bench/survival.sh [jhipster] [copier]
#
# Without arguments, both. Needs a JDK 17 or newer, Maven, git, Node.js with npm, Python 3.10 or newer with venv, and the network: JHipster
# comes from npm, with the Node.js that it needs, Copier from PyPI.
set -eu

jhipster=9.4.0
copier=9.19.1
here=$(CDPATH='' cd -P -- "$(dirname "$0")" && pwd -P)
root=$(CDPATH='' cd -P -- "$here/../../.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM HUP

benchmark() { # class, property of the program, program
  (cd "$root" && mvn -B -ntp -q test -pl cli -am -Dtest="$1" -Dsurefire.failIfNoSpecifiedTests=false "-D$2=$3")
}

[ $# -gt 0 ] || set -- jhipster copier
for tool in "$@"; do
  echo "== $tool"
  case $tool in
    jhipster)
      mkdir "$work/npm"
      (cd "$work/npm" && npm init -y && npm install --no-audit --no-fund node@24 "generator-jhipster@$jhipster") >"$work/log" 2>&1 ||
        { cat "$work/log" >&2; exit 1; }
      PATH=$work/npm/node_modules/.bin:$PATH
      benchmark JHipsterBenchmark hew.jhipster "$work/npm/node_modules/.bin/jhipster"
      ;;
    copier)
      python3 -m venv "$work/venv"
      "$work/venv/bin/pip" install -q "copier==$copier"
      benchmark CopierBenchmark hew.copier "$work/venv/bin/copier"
      ;;
    *)
      echo "survival.sh: jhipster or copier, not $tool" >&2
      exit 2
      ;;
  esac
done
