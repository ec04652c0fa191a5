#!/usr/bin/env bash
# Sets the service of the sample orders beside the one that JHipster makes of the same entity: see docs/benchmarks.md.
#
#   cli/src/bench/jhipster.sh
#
# Needs what load.sh needs, a JDK 21 or newer, Node.js with npm, and the network: JHipster comes from npm, with the Node.js that it needs.
here=$(cd -P -- "$(dirname "$0")" && pwd -P)
root=$(cd -P -- "$here/../../.." && pwd -P)
. "$here/services.sh"
runs=${RUNS:-5}
version=9.4.0

say 'two services'
"$root/hew" new "$root/generated-samples/spring-boot-orders/hew.yaml" "$work/hew" --quiet --no-git
mkdir -p "$work/npm" "$work/jhipster"
(cd "$work/npm" && npm init -y && npm install --no-audit --no-fund node@24 "generator-jhipster@$version") >"$log" 2>&1
cp "$here/jhipster/orders.jdl" "$work/jhipster/"
(cd "$work/jhipster" && PATH=$work/npm/node_modules/.bin:$PATH jhipster import-jdl orders.jdl --skip-install --skip-git --force --defaults) >"$log" 2>&1
(cd "$work/hew" && mvn -B -ntp -q -DskipTests package) >"$log" 2>&1
(cd "$work/jhipster" && mvn -B -ntp -q -Pprod -DskipTests -Dcheckstyle.skip package) >"$log" 2>&1
hew_jar=$work/hew/target/orders.jar
jhipster_jar=$(ls "$work"/jhipster/target/*.jar | head -n 1)

cd "$work/hew"
hew_token=$(java src/test/token/Token.java)
export JWT_PUBLIC_KEY=file:$work/hew/target/token/public.pem
# JHipster signs by a secret, of which it generates a sample.
secret=$(sed -n 's/.*base64-secret: *//p' "$work"/jhipster/src/main/resources/config/application-secret-samples.yml | base64 -d | od -An -v -tx1 | tr -d ' \n')
url64() { base64 -w 0 | tr '+/' '-_' | tr -d '='; }
claims=$(printf '{"alg":"HS512"}' | url64).$(printf '{"sub":"user","auth":"ROLE_USER","iat":%d,"exp":%d}' "$(date +%s)" "$(($(date +%s) + 86400))" | url64)
jhipster_token=$claims.$(printf %s "$claims" | openssl dgst -sha512 -mac HMAC -macopt "hexkey:$secret" -binary | url64)
postgres hew jhipster

run() { # which
  local jar=${1}_jar profiles=
  [ "$1" = hew ] || profiles='--spring.profiles.active=prod,secret-samples --logging.level.org.springframework.boot=INFO'
  SPRING_DATASOURCE_URL=$database_url/$1 start "exec java -jar ${!jar} $profiles" 0.02
}

say 'start-up'
for one in hew jhipster; do start_up $one >/dev/null; done # makes the tables
for ((i = 0; i < runs; i++)); do
  for one in hew jhipster; do start_up $one >>"$work/$one.start"; done
done

say 'throughput'
address='{"street":"Marktstrasse 5","city":"Bern","postalCode":"3011","country":"CH"}'
customer=7b1d4a43-5f0e-4a0c-8f55-3a1b2c9d7e60
id=00000000-0000-4000-8000-000000000001
pg psql -q "$server/hew" -c "insert into orders (id, customer_id, shipping_address) values ('$id', '$customer', '$address')"
pg psql -q "$server/jhipster" -c "insert into orders (id, customer_id, status, shipping_address, created_at) values (1, '$customer', 'placed', '$address', now())"
load() { # which, seconds
  local token=${1}_token
  wrk -t 2 -c 64 -d "$2s" --timeout 30s -H "Authorization: Bearer ${!token}" "$(cat "$work/$1.url")"
}
for one in hew jhipster; do
  log=$work/$one.log
  run $one
  [ $one = hew ] && echo "$url/orders/$id" >"$work/$one.url" || echo "$url/api/orders/1" >"$work/$one.url"
  load $one 10 >/dev/null # warms up
  awk '/^VmRSS/ { printf "%.0f\n", $2 / 1024 }' "/proc/$service/status" >"$work/$one.memory"
done
for ((i = 0; i < runs; i++)); do
  for one in hew jhipster; do
    report=$(load $one "${SECONDS_EACH:-10}")
    ! grep -q 'Non-2xx\|Socket errors' <<<"$report" || fail "$one: $report"
    sed -n 's/^Requests\/sec: *//p' <<<"$report" >>"$work/$one.rate"
  done
done

row() { # what, of hew, of JHipster
  echo "| $1 | $2 | $3 | $(awk "BEGIN { printf \"%.2f\", $2 / $3 }") |"
}
java_lines() { find "$work/$1/src/main/java" -name '*.java' -print0 | xargs -0 cat | wc -l; }
echo "JHipster $version, Java $(java -XshowSettings:properties -version 2>&1 | sed -n 's/ *java.version = //p'), $(getconf _NPROCESSORS_ONLN) cores, $runs runs, medians"
echo
echo '| | hew | JHipster | ratio |'
echo '|---|---|---|---|'
row 'start-up, s' "$(median <"$work/hew.start")" "$(median <"$work/jhipster.start")"
row '`GET /orders/{id}`, requests a second' "$(median <"$work/hew.rate")" "$(median <"$work/jhipster.rate")"
row 'memory after the first load, MB' "$(cat "$work/hew.memory")" "$(cat "$work/jhipster.memory")"
row 'the jar, MB' "$(($(stat -c %s "$hew_jar") / 1048576))" "$(($(stat -c %s "$jhipster_jar") / 1048576))"
row 'lines of Java without tests' "$(java_lines hew)" "$(java_lines jhipster)"
