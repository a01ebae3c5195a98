#!/usr/bin/env bash
# Writes the whole database, as it is at one moment, to a file that only its owner can read. People go on meanwhile.
#   docker/back-up.sh keycloak.dump
set -euo pipefail
file=$(realpath "${1:?the file to write}")
. "$(dirname "$0")/compose.sh"

own_database
part=$(mktemp "$file.XXXXXX") && trap 'rm -f "$part"' EXIT
# Which nodes are in the cluster is no longer true when it is restored.
compose exec -T postgres pg_dump --username=keycloak --format=custom --exclude-table-data=jgroups_ping keycloak \
  </dev/null >"$part"
# Read to its end: a file that was cut off is no back-up.
compose exec -T postgres pg_restore --file=/dev/null <"$part"
mv -T "$part" "$file"
