#!/usr/bin/env bash
# Loads the service of the sample orders for a minute, and compares it with by-hand/, the least that somebody would write: the same
# starters, the same tables, the same query.
#
#   cli/src/bench/load.sh
#
# Fails on an answer that is no success, a connection that is kept, a heap that grows, or a ratio that docs/benchmarks.md does not allow.
# Needs what day-one.sh needs, and wrk. RUNS says how often each figure is taken, 5 by default.
here=$(cd -P -- "$(dirname "$0")" && pwd -P)
root=$(cd -P -- "$here/../../.." && pwd -P)
. "$here/services.sh"
runs=${RUNS:-5}

ratio() { awk "BEGIN { printf \"%.2f\", $1 / $2 }"; }
holds() { # what, condition
  awk "BEGIN { exit !($2) }" || fail "$1: not $2"
}

say 'two services'
"$root/hew" new "$root/generated-samples/spring-boot-orders/hew.yaml" "$work/hew" --quiet --no-git
cp -R "$here/by-hand" "$work/hand"
cp "$work/hew/pom.xml" "$work/hand/"
cp -R "$work/hew/src/main/resources/db" "$work/hand/src/main/resources/"
for one in hew hand; do
  (cd "$work/$one" && mvn -B -ntp -q -DskipTests package) >"$log" 2>&1
done
cd "$work/hew"
TOKEN=$(java src/test/token/Token.java)
export JWT_PUBLIC_KEY=file:$work/hew/target/token/public.pem
postgres hew hand

# Starts a service from its jar.
run() { # which
  SPRING_DATASOURCE_URL=$database_url/$1 start "exec java -jar $work/$1/target/orders.jar" 0.02
}

say 'start-up'
start_up hew >/dev/null # makes the tables
start_up hand >/dev/null
for ((i = 0; i < runs; i++)); do
  for one in hew hand; do
    start_up $one >>"$work/$one.start"
  done
done

# Asks for one order over and over at 64 connections.
load() { # which, seconds
  wrk -t 2 -c 64 -d "$2s" --timeout 30s -H "Authorization: Bearer $TOKEN" "$(cat "$work/$1.url")"
}

# Requests a second for one order.
throughput() { # which
  local report
  report=$(load "$1" "${SECONDS_EACH:-10}")
  ! grep -q 'Non-2xx\|Socket errors' <<<"$report" || fail "$report"
  sed -n 's/^Requests\/sec: *//p' <<<"$report"
}

say 'throughput'
for one in hew hand; do
  pg psql -q "$server/$one" -c "insert into orders (id, customer_id, shipping_address) values
    ('00000000-0000-4000-8000-000000000001', '7b1d4a43-5f0e-4a0c-8f55-3a1b2c9d7e60',
     '{\"street\":\"Marktstrasse 5\",\"city\":\"Bern\",\"postalCode\":\"3011\",\"country\":\"CH\"}')"
  log=$work/$one.log
  run $one
  [ $one = hand ] || loaded=$service
  echo "$url/orders/00000000-0000-4000-8000-000000000001" >"$work/$one.url"
  load $one 10 >/dev/null # warms up
done
for ((i = 0; i < runs; i++)); do
  for one in hew hand; do
    throughput $one >>"$work/$one.rate"
  done
done

# Bytes that are still in use after a collection.
heap() { jcmd "$loaded" GC.class_histogram | awk '/^Total/ { print $3 }'; }

say 'a minute of load'
load hew 60 >"$work/minute" &
minute=$!
sleep 20
early=$(heap)
sleep 38
late=$(heap)
wait $minute
! grep -q 'Non-2xx\|Socket errors' "$work/minute" || fail "$(cat "$work/minute")"
sleep 2
busy=$(pg psql -qtA "$server/postgres" -c "select count(*) from pg_stat_activity where datname = 'hew' and state <> 'idle'")
open=$(pg psql -qtA "$server/postgres" -c "select count(*) from pg_stat_activity where datname = 'hew'")

for one in hew hand; do
  declare "start_$one=$(median <"$work/$one.start")" "rate_$one=$(median <"$work/$one.rate")"
done
echo "| | hew | by hand | ratio |"
echo "|---|---|---|---|"
echo "| start-up, s | $start_hew | $start_hand | $(ratio "$start_hew" "$start_hand") |"
echo "| GET /orders/{id}, requests a second | $rate_hew | $rate_hand | $(ratio "$rate_hew" "$rate_hand") |"
echo
echo "heap after a collection: $early bytes after 20 s, $late after 58 s, $(ratio "$late" "$early")"
echo "connections of the pool afterwards: $busy busy, $open open; $(sed -n 's/ *\([0-9]* requests in .*\)/\1/p' "$work/minute")"
holds 'busy connections' "$busy == 0"
holds 'open connections' "$open <= 10"
holds heap "$late / $early <= 1.05"
holds start-up "$start_hew / $start_hand <= 1.15"
holds throughput "$rate_hew / $rate_hand >= 0.9"
