#!/bin/sh
# Kills `hew update` again and again, at another instant each time, and looks at what is left: the service has to be as
# before or as after, once the next call has been, and nothing may lie around. Then: does a shallow clone update like the
# original, and how much of a service's pack is hew's base?
#
#   cli/src/bench/kill.sh [KILLS]
#
# 200 without a number. Needs a JDK 17 or newer, Maven, Maven Central and git.
set -eu

kills=${1:-200}
root=$(CDPATH='' cd -P -- "$(dirname -- "$0")/../../.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
. "$root/cli/src/bench/timing.sh"
installed

sum() { # what a service holds, git and what only this machine remembers left out
  (cd "$1" && find . -type f ! -path './.git/*' ! -path './.hew/local/*' -exec cksum {} + | sort -k 3 | cksum)
}

cp "$root/generated-samples/spring-boot-orders/api/openapi.yaml" before.yaml
sed 's/^paths:/paths:\n  \/ping:\n    get: {operationId: ping, tags: [ping], responses: {"200": {description: there}}}/' \
  before.yaml >after.yaml
"$hew" new before.yaml service --quiet
echo '# mine' >>service/.gitignore
git -C service -c user.name=a -c user.email=a@example.org commit -qam 'Edit'
before=$(sum service)
start=$(date +%s%N)
cp -r service whole
"$hew" update whole --spec after.yaml --quiet
after=$(sum whole)
took=$((($(date +%s%N) - start) / 1000000))

early=0 late=0 finished=0
i=0
while [ "$i" -lt "$kills" ]; do
  i=$((i + 1))
  rm -rf one
  cp -r service one
  "$hew" update one --spec after.yaml --quiet >log 2>&1 &
  hit=$!
  # every other one where it writes, which is over in a moment; the others spread over the whole run
  if [ $((i % 2)) -eq 0 ]; then
    until [ -e one/.hew/local/run/list ] || [ -e one/.hew/local/undo/list ]; do kill -0 "$hit"; done
    delay=$((i / 2 % 20))
  else
    delay=$((took * i / kills))
  fi
  sleep "$(printf '%d.%03d' $((delay / 1000)) $((delay % 1000)))"
  kill -9 "$hit" 2>/dev/null || true
  wait "$hit" 2>/dev/null || true
  if [ -d one/.hew/local/run ] && [ -f one/.hew/local/run/list ]; then
    finished=$((finished + 1))
  fi
  "$hew" update one --quiet >log 2>&1 || { cat log; echo "kill $i: the next call failed"; exit 1; }
  now=$(sum one)
  if [ "$now" = "$before" ]; then
    early=$((early + 1))
  elif [ "$now" = "$after" ]; then
    late=$((late + 1))
  else
    echo "kill $i: neither before nor after"
    git -C one status --short | head
    exit 1
  fi
  if [ -e one/.hew/local/run ] || [ -n "$(find one -name '.hew-new-*')" ]; then
    echo "kill $i: something lies around"
    exit 1
  fi
done
echo "$kills kills: $early as before, $late as after, $finished of them finished by the next call; none in between"

git clone -q --depth 1 "file://$work/service" shallow
"$hew" update shallow --spec after.yaml --quiet
[ "$(sum shallow)" = "$after" ] && echo 'a shallow clone updates like the original'

size() { # kilobytes of everything that git keeps, packed
  git -C "$1" gc -q --prune=now && git -C "$1" count-objects -v | sed -n 's/^size-pack: //p'
}
cp -r service bare
rm -rf bare/.hew bare/.git
git -C bare init -q
git -C bare add -A
git -C bare -c user.name=a -c user.email=a@example.org commit -qm 'Without'
cp -r service full
rm -rf full/.git
git -C full init -q
git -C full add -A
git -C full -c user.name=a -c user.email=a@example.org commit -qm 'With'
with=$(size full) without=$(size bare)
echo "the pack with hew's base: $with kB, without: $without kB: $(((with - without) * 100 / without)) % more"
