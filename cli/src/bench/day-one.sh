#!/usr/bin/env bash
# The first day of a generated service: makes the sample orders anew, runs it as its README says, and uses it by curl.
# Ends at the first answer that differs from what it should be; what the service wrote is printed then.
#
#   cli/src/bench/day-one.sh
#
# Needs a JDK 17 or newer, Maven, Maven Central, curl, and PostgreSQL's own programs (Debian's package postgresql).
root=$(cd -P -- "$(dirname "$0")/../../.." && pwd -P)
. "$(dirname "$0")/services.sh"

# The commands of a block of shell in the README, by its number.
readme() { # number
  awk -v wanted="$1" '/^```sh$/ { on = ++block == wanted; next } /^```/ { on = 0 } on' README.md
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
postgres orders
eval "export $(sed -n 's/^ENV //p' Dockerfile) MANAGEMENT_SERVER_PORT=0"
export SPRING_DATASOURCE_URL=$database_url/orders
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
