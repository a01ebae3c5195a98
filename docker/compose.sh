# For the scripts beside it: the production deployment, by docker compose as a plugin or as a program of its own.
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# Which files: the environment says so, or .env, or else it is the one.
if [ -z "${COMPOSE_FILE:-}" ] && ! grep -q "^COMPOSE_FILE=" .env 2>/dev/null; then
  export COMPOSE_FILE=docker-compose.production.yml
fi

compose() {
  if docker compose version >/dev/null 2>&1; then docker compose "$@"; else docker-compose "$@"; fi
}

fail() {
  echo "$*" >&2
  exit 1
}

# For what must not be under way twice: goes on, holding a lock until the script ends, or says that another one runs.
alone() {
  exec 9<docker/compose.sh
  flock --nonblock 9 || fail "An upgrade or a restore is under way."
}

# Back-ups are of the database beside the nodes; where they use another one, it is empty.
own_database() {
  local config
  config=$(compose config)
  [[ $config == *jdbc:postgresql://postgres:5432/* ]] ||
    fail "The nodes use a database elsewhere (PORTAL_DATABASE_HOST): this script is not for that one."
}

# Waits until a node takes requests.
await() {
  local id seen state status end=$((SECONDS + 600))
  id=$(compose ps -q "$1") && [ -n "$id" ] || fail "$1 is not there: docker compose up -d"
  seen=$(docker inspect --format '{{.RestartCount}}' "$id")
  while state=$(docker inspect --format '{{.State.Health.Status}} {{.RestartCount}}' "$id"); do
    status=${state% *}
    [ "$status" != healthy ] || return 0
    # A node that ends, and is started, and ends, is never called unhealthy.
    [ "$status" != unhealthy ] && [ "${state#* }" -lt $((seen + 3)) ] && [ $SECONDS -lt $end ] ||
      fail "$1 does not get ready: docker compose logs $1"
    sleep 1
  done
  fail "$1 is no longer there: docker compose up -d"
}

# Waits until both take requests, and the proxy gives them some.
await_both() {
  await keycloak-1
  await keycloak-2
  local end=$((SECONDS + 120))
  until compose exec -T keycloak-1 bash -c '
    exec 3<>/dev/tcp/proxy/8404 && printf "GET / HTTP/1.0\r\n\r\n" >&3 &&
    read -r status <&3 && [[ $status == *" 200 "* ]]'
  do
    [ $SECONDS -lt $end ] || fail "The proxy does not use both nodes: docker compose logs proxy"
    sleep 1
  done </dev/null
}
