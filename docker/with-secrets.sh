#!/bin/sh
# Runs kc.sh with a variable for each secret that the engine gives as a file, such as KC_DB_PASSWORD:
# the process has it, but neither its command line nor what the engine tells of the container.
for secret in /run/secrets/[A-Z]*; do
  if [ -f "$secret" ]; then
    # Never the value of the one before.
    [ -r "$secret" ] || { echo "$secret is not readable for user $(id -u)" >&2; exit 1; }
    IFS= read -r value <"$secret" || true
    export "${secret##*/}=$value"
  fi
done
exec /opt/keycloak/bin/kc.sh "$@"
