#!/usr/bin/env bash
# Writes the whole database, as it is at one moment, to a file that only its owner can read. People go on meanwhile.
#   docker/back-up.sh keycloak.dump
set -euo pipefail
umask 077
file=$(realpath "${1:?the file to write}")
. "$(dirname "$0")/compose.sh"

# Which nodes are in the cluster is no longer true when it is restored.
compose exec -T postgres pg_dump --username=keycloak --format=custom --exclude-table-data=jgroups_ping keycloak \
  </dev/null >"$file.part"
mv "$file.part" "$file"
