# For scripts in bash that run services, a database among them, and stop them all at their end. Sets work, a folder to work in.
set -euo pipefail
set -m # each program that is started is a group of its own, and is stopped with all that it started

work=$(mktemp -d)
log=$work/service.log
database=

finish() {
  local code=$?
  set +e
  jobs -p | while read -r group; do kill -TERM -- "-$group"; done 2>/dev/null
  [ -z "$database" ] || pg pg_ctl -s -D "$database" -m immediate stop
  wait
  if [ $code -ne 0 ] && [ -s "$log" ]; then tail -n 40 "$log" >&2; fi
  rm -rf "$work"
  [ $code -eq 0 ] || echo "$(basename "$0"): failed" >&2
  exit $code
}
trap finish EXIT
trap 'exit 130' INT TERM HUP

fail() { echo "$(basename "$0"): $*" >&2; exit 1; }
say() { echo "== $*"; }

# Starts a program in the background and waits until it listens on a port of its own choice. Sets service and url.
start() { # command of a shell
  : >"$log"
  SERVER_PORT=0 SERVER_ADDRESS=127.0.0.1 bash -c "$1" >"$log" 2>&1 &
  service=$!
  local port=
  until [ -n "$port" ]; do
    kill -0 "$service" 2>/dev/null || fail "\`$1\` ended before the service listened"
    sleep "${2:-0.5}"
    port=$(sed -n 's/.*Tomcat started on port \([0-9]*\).*/\1/p' "$log" | head -n 1)
  done
  url=http://127.0.0.1:$port
}

# Asks the program that was started last to stop, and waits until it has.
stop() {
  kill -TERM -- "-$service"
  wait "$service" || true # a program that ends by a signal says so
}

# Seconds from the command until a service listens, which the script's own `run` starts.
start_up() { # which
  local from to
  from=$(date +%s%N)
  run "$1"
  to=$(date +%s%N)
  stop
  awk "BEGIN { print ($to - $from) / 1e9 }"
}

# Of a column of numbers.
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

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

# Starts PostgreSQL on a free port and makes databases in it. Sets server, its address with user and password, and exports the latter two
# as services read them.
postgres() { # names of databases
  local port password socket=$work/socket name
  owner=$(id -un postgres 2>/dev/null || echo nobody)
  database=$work/postgres
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
  server=postgresql://orders:$password@127.0.0.1:$port
  for name in "$@"; do
    pg psql -q "$server/postgres" -c "create database $name"
  done
  database_url=jdbc:postgresql://127.0.0.1:$port
  export SPRING_DATASOURCE_USERNAME=orders SPRING_DATASOURCE_PASSWORD=$password
}
