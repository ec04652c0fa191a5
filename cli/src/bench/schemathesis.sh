#!/bin/sh
# Sends each sample's service thousands of generated requests and fails on what docs/schemathesis.md does not list.
#
#   cli/src/bench/schemathesis.sh [--accept]
#
# What is listed stands, entry by entry, in schemathesis/<sample>.json beside this script; --accept writes it anew.
# Needs a JDK 17 or newer, Maven, Maven Central, Python 3.10 or newer with venv, and the Python Package Index.
set -eu

version=4.32.5
least=2000
accept=
[ "${1:-}" = --accept ] && accept=yes
here=$(CDPATH='' cd -P -- "$(dirname "$0")" && pwd -P)
root=$(CDPATH='' cd -P -- "$here/../../.." && pwd -P)
work=$(mktemp -d)
service=
stop() {
  [ -n "$service" ] && kill "$service" && wait "$service" || true
  service=
}
trap 'stop; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM HUP

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q "schemathesis==$version"

# Makes the service of a sample's contract anew.
make() { # sample
  "$root/hew" new "$root/generated-samples/spring-boot-$1/hew.yaml" "$work/$1" --no-git --quiet
}

# Starts it on a free port, as its README says. Sets url.
start() { # sample, run or test-run, what to set in its environment
  (cd "$work/$1" && exec env "$3" mvn -B -ntp "spring-boot:$2" \
    -Dspring-boot.run.arguments='--server.port=0 --server.address=127.0.0.1') >"$work/$1.log" 2>&1 &
  service=$!
  port=
  until [ -n "$port" ]; do
    kill -0 "$service" || {
      cat "$work/$1.log" >&2
      exit 1
    }
    sleep 1
    port=$(sed -n 's/.*Tomcat started on port \([0-9]*\).*/\1/p' "$work/$1.log")
  done
  url=http://127.0.0.1:$port
}

failed=
sent=0
# Tests the service that was started last.
check() { # sample, base path, header with the credential
  known=$here/schemathesis/$1.json
  [ -z "$accept" ] || rm -f "$known" # where there is no list, what is found becomes it
  echo "== $1"
  (cd "$work" && venv/bin/schemathesis run "$1/api/openapi.yaml" -u "$url$2" -H "$3" --checks all \
    --continue-on-failure --seed 1 -n 60 --no-shrink --baseline "$known") >"$work/$1.report" 2>&1 ||
    [ -n "$accept" ] || failed="$failed $1"
  sed -n '/ FAILURES =/,$p' "$work/$1.report"
  [ -z "$accept" ] || [ -s "$known" ] || failed="$failed $1"
  sent=$((sent + $(sed -n 's/^ *\([0-9]*\) generated.*/\1/p' "$work/$1.report")))
  stop
}

make orders
token=$(cd "$work/orders" && java src/test/token/Token.java)
start orders test-run "JWT_PUBLIC_KEY=file:$work/orders/target/token/public.pem"
check orders '' "Authorization: Bearer $token"

make library
start library run READER_CARD_KEY=card
check library /v1 'X-Reader-Card: card'

echo "$sent requests"
[ "$sent" -ge "$least" ] || failed="$failed too-few-requests"
if [ -n "$failed" ]; then
  echo "failed:$failed" >&2
  exit 1
fi
