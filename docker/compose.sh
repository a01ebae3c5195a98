# For the scripts beside it: the production deployment, by docker compose as a plugin or as a program of its own.
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# Which files: the environment says so, or .env, or else it is the one.
if [ -z "${COMPOSE_FILE:-}" ] && ! grep -q "^COMPOSE_FILE=" .env 2>/dev/null; then
  export COMPOSE_FILE=docker-compose.production.yml
fi

compose() {
  if docker compose version >/dev/null 2>&1; then docker compose "$@"; else docker-compose "$@"; fi
}

# Waits until a node takes requests, and the proxy gives it some.
await() {
  local status
  until status=$(docker inspect --format '{{.State.Health.Status}}' "$(compose ps -q "$1")") &&
    [ "$status" = healthy ]; do
    [ "$status" != unhealthy ] || { echo "$1 does not get ready: docker compose logs $1" >&2; exit 1; }
    sleep 1
  done
}

await_both() {
  await keycloak-1
  await keycloak-2
  until compose exec -T keycloak-1 bash -c '
    exec 3<>/dev/tcp/proxy/8404 && printf "GET / HTTP/1.0\r\n\r\n" >&3 &&
    read -r status <&3 && [[ $status == *" 200 "* ]]'
  do sleep 1; done </dev/null
}
