#!/usr/bin/env bash
# The first day of a generated service: makes the sample orders anew, runs it as its README says, and uses it by curl.
# Ends at the first answer that differs from what it should be; what the service wrote is printed then.
#
#   cli/src/bench/day-one.sh
#
# Needs a JDK 17 or newer, Maven, Maven Central, curl, and PostgreSQL's own programs (Debian's package postgresql).
set -euo pipefail
set -m # each program that is started is a group of its own, and is stopped with all that it started

root=$(cd -P -- "$(dirname "$0")/../../.." && pwd -P)
work=$(mktemp -d)
service=
database=
log=$work/service.log

finish() {
  local code=$?
  set +e
  jobs -p | while read -r group; do kill -TERM -- "-$group"; done 2>/dev/null
  [ -z "$database" ] || pg pg_ctl -s -D "$database" -m immediate stop
  wait
  if [ $code -ne 0 ] && [ -s "$log" ]; then tail -n 40 "$log" >&2; fi
  rm -rf "$work"
  [ $code -eq 0 ] || echo "day-one: failed" >&2
  exit $code
}
trap finish EXIT
trap 'exit 130' INT TERM HUP

fail() { echo "day-one: $*" >&2; exit 1; }
say() { echo "== $*"; }

# The commands of a block of shell in the README, by its number.
readme() { # number
  awk -v wanted="$1" '/^```sh$/ { on = ++block == wanted; next } /^```/ { on = 0 } on' README.md
}

# Starts a program in the background and waits until it listens on a port of its own choice. Sets url.
start() { # command of a shell
  : >"$log"
  SERVER_PORT=0 SERVER_ADDRESS=127.0.0.1 bash -c "$1" >"$log" 2>&1 &
  service=$!
  local port=
  until [ -n "$port" ]; do
    kill -0 "$service" 2>/dev/null || fail "\`$1\` ended before the service listened"
    sleep 0.5
    port=$(sed -n 's/.*Tomcat started on port \([0-9]*\).*/\1/p' "$log" | head -n 1)
  done
  url=http://127.0.0.1:$port
}

# Asks the program that was started last to stop, and waits until it has.
stop() {
  kill -TERM -- "-$service"
  wait "$service" || true # a program that ends by a signal says so
  service=
}

# Sends a request and holds the status of the answer, whose body is in $work/body afterwards.
call() { # status, method, path, more of curl's arguments
  local wanted=$1 method=$2 path=$3 status
  shift 3
  status=$(curl -sS -o "$work/body" -w '%{http_code}' -X "$method" -H "Authorization: Bearer $TOKEN" "$@" "$url$path") ||
    fail "$method $path: no answer"
  [ "$status" = "$wanted" ] || fail "$method $path: $status instead of $wanted: $(cat "$work/body")"
}

# Asks for a path without credentials.
page() { # path, status
  local status
  status=$(curl -sS -o /dev/null -w '%{http_code}' "$url$1")
  [ "$status" = "$2" ] || fail "GET $1 without a token: $status instead of $2"
}

holds() { # text
  grep -qF -- "$1" "$work/body" || fail "no $1 in $(cat "$work/body")"
}

lacks() { # text
  ! grep -qF -- "$1" "$work/body" || fail "$1 in $(cat "$work/body")"
}

# The id in the last answer.
sent_id() {
  sed -n 's/.*"id":"\([^"]*\)".*/\1/p' "$work/body"
}

json='Content-Type: application/json'
order='{"customerId":"7b1d4a43-5f0e-4a0c-8f55-3a1b2c9d7e60","shippingAddress":{"street":"Marktstrasse 5","city":"Bern","postalCode":"3011","country":"CH"},"note":"Ring twice"}'

# What a first user does; leaves one order. Sets kept to its id.
use() {
  local other
  page /orders 401
  call 200 GET /orders
  holds '"total":0'
  call 201 POST /orders -H "$json" -d "$order"
  holds '"note":"Ring twice"'
  kept=$(sent_id)
  call 200 GET "/orders/$kept"
  holds '"street":"Marktstrasse 5"'
  call 201 POST /orders -H "$json" -d "${order/Ring twice/Leave it}"
  other=$(sent_id)
  call 200 PATCH "/orders/$kept" -H 'Content-Type: application/merge-patch+json' -d '{"status":"paid","note":null}'
  holds '"status":"paid"'
  lacks 'Ring twice'
  call 200 GET '/orders?status=paid'
  holds '"total":1'
  holds "$kept"
  lacks "$other"
  call 200 GET '/orders?size=1&page=1&sort=createdAt'
  holds '"total":2'
  holds "$other"
  lacks "$kept"
  call 204 DELETE "/orders/$other"
  call 404 GET "/orders/$other"
  used
}

# What is there after that, and after any new start.
used() {
  call 200 GET "/orders/$kept"
  holds '"status":"paid"'
  lacks 'Ring twice'
  call 200 GET /orders
  holds '"total":1'
}

# Runs a program of PostgreSQL, which refuses to run as root.
pg() { # program, arguments
  local program
  program=$(command -v "$1" || ls -d /usr/lib/postgresql/*/bin/"$1" 2>/dev/null | tail -n 1)
  [ -x "$program" ] || fail "no program $1: install PostgreSQL"
  shift
  if [ "$(id -u)" = 0 ]; then
    (cd / && runuser -u "$owner" -- "$program" "$@")
  else
    "$program" "$@"
  fi
}

# Places orders one after another until no answer comes; writes the id of each that was acknowledged.
place() { # file
  local answer status
  while answer=$(curl -s -w '\n%{http_code}' -H "Authorization: Bearer $TOKEN" -H "$json" -d "$order" "$url/orders"); do
    status=${answer##*$'\n'}
    [ "$status" = 201 ] || { echo "$status" >"$work/refused"; return; }
    sed -n 's/.*"id":"\([^"]*\)".*/\1/p' <<<"$answer" >>"$1"
  done
}

say 'a service of the contract'
"$root/hew" new "$root/generated-samples/spring-boot-orders/hew.yaml" "$work/orders" --quiet
cd "$work/orders"

say 'run as the README says'
eval "$(readme 1 | sed '$d')"
local_run=$(readme 1 | sed -n '$p')
start "$local_run"
page /docs/lib/swagger-ui/swagger-ui-bundle.js 200
use
stop
say 'and again'
start "$local_run"
used
stop

say 'packaged as the README says'
eval "$(readme 2 | sed '$d')" >"$log" 2>&1
packaged=$(readme 2 | sed -n '$p')

say 'with a database of its own, as the image is configured'
owner=$(id -un postgres 2>/dev/null || echo nobody)
database=$work/postgres
socket=$work/socket
mkdir "$database" "$socket"
if [ "$(id -u)" = 0 ]; then
  chmod 711 "$work"
  chown "$owner" "$database" "$socket"
fi
port=$(jshell -s - <<<'try (var s = new java.net.ServerSocket(0)) { System.out.println(s.getLocalPort()); }' 2>/dev/null)
password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
echo "$password" >"$work/password"
pg initdb -D "$database" -U orders --auth=scram-sha-256 --pwfile="$work/password" >"$log"
pg pg_ctl -s -w -D "$database" -l "$database/server.log" -o "-p $port -h 127.0.0.1 -k $socket" start
pg psql -q "postgresql://orders:$password@127.0.0.1:$port/postgres" -c 'create database orders'
eval "export $(sed -n 's/^ENV //p' Dockerfile) MANAGEMENT_SERVER_PORT=0"
export SPRING_DATASOURCE_URL=jdbc:postgresql://127.0.0.1:$port/orders
export SPRING_DATASOURCE_USERNAME=orders SPRING_DATASOURCE_PASSWORD=$password
start "exec $packaged"
page /docs/index.html 404
use
stop
say 'and again'
start "exec $packaged"
used

say 'stopped under load'
writers=()
for n in 1 2 3 4 5 6 7 8; do
  place "$work/placed.$n" &
  writers+=($!)
done
until [ "$(cat "$work"/placed.* 2>/dev/null | wc -l)" -ge 500 ]; do
  kill -0 "$service" || fail 'the service ended under load'
  sleep 0.2
done
kill -TERM "$service"
code=0
wait "$service" || code=$?
[ $code = 143 ] || fail "the service ended with $code"
wait "${writers[@]}" || true
[ ! -e "$work/refused" ] || fail "an order was refused with $(cat "$work/refused")"
placed=$(cat "$work"/placed.* | wc -l)
start "exec $packaged"
sed "s|.*|url = \"$url/orders/&\"|" "$work"/placed.* >"$work/ask"
found=$(curl -sS -H "Authorization: Bearer $TOKEN" -K "$work/ask" -w '\n%{http_code}\n' | grep -cx 200)
[ "$found" = "$placed" ] || fail "$placed orders were acknowledged, $found are there"
stop
say "all $placed acknowledged orders are there"
