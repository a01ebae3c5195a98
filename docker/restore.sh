#!/usr/bin/env bash
# Puts the database back to what a file of back-up.sh has. What is in the database now is lost; both nodes stop for it.
# If the file cannot be restored, nothing has changed.
#   docker/restore.sh keycloak.dump
set -euo pipefail
file=$(realpath "${1:?the file to restore}")
. "$(dirname "$0")/compose.sh"

database() { compose exec -T postgres "$1" --username=keycloak "${@:2}" </dev/null; }
forget() { database dropdb --if-exists --force keycloak_restored; }

[ "$(head -c 5 "$file")" = PGDMP ] || fail "$file is no back-up"
alone
own_database
# Beside the one in use, which goes when the file was read to its end, and is a Keycloak's.
forget
trap forget EXIT
database createdb keycloak_restored
compose exec -T postgres pg_restore --username=keycloak --dbname=keycloak_restored \
  --exit-on-error --single-transaction <"$file"
database psql --dbname=keycloak_restored --quiet --output=/dev/null --command='SELECT id FROM realm'
compose stop keycloak-1 keycloak-2
database dropdb --if-exists --force keycloak
database psql --dbname=postgres --quiet --command='ALTER DATABASE keycloak_restored RENAME TO keycloak'
compose start keycloak-1
await keycloak-1
compose start keycloak-2
await_both
