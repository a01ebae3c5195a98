#!/usr/bin/env bash
# Puts the database back to what a file of back-up.sh has. What is in the database now is lost; both nodes stop for it.
#   docker/restore.sh keycloak.dump
set -euo pipefail
file=$(realpath "${1:?the file to restore}")
. "$(dirname "$0")/compose.sh"

[ "$(head -c 5 "$file")" = PGDMP ] || { echo "$file is no back-up" >&2; exit 1; }
compose stop keycloak-1 keycloak-2
compose exec -T postgres dropdb --username=keycloak --if-exists --force keycloak </dev/null
compose exec -T postgres createdb --username=keycloak keycloak </dev/null
compose exec -T postgres pg_restore --username=keycloak --dbname=keycloak --exit-on-error --single-transaction <"$file"
compose start keycloak-1
await keycloak-1
compose start keycloak-2
await_both
