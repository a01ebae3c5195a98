#!/usr/bin/env bash
# Moves both nodes to the image childrens-portal-keycloak:$PORTAL_VERSION, one after the other, while people go on.
# Before: back up, and set PORTAL_VERSION in .env.
# Ends with status 3, and has changed nothing, if the old and the new version must not run at the same time.
set -euo pipefail
. "$(dirname "$0")/compose.sh"

alone
await_both
old=$(mktemp) && trap 'rm -f "$old"' EXIT && chmod 644 "$old"
kc() { compose exec -T keycloak-1 sh /opt/keycloak/bin/with-secrets.sh "$@" </dev/null; }
kc update-compatibility metadata --optimized --file=/tmp/metadata.json >/dev/null
compose exec -T keycloak-1 bash -c 'echo "$(</tmp/metadata.json)"' </dev/null >"$old"
answer=0
compose run --rm -T --no-deps -v "$old:/metadata.json:ro" keycloak-1 \
  update-compatibility check --optimized --file=/metadata.json </dev/null || answer=$?
case $answer in
  0) ;;
  3)
    echo "The old and the new version must not run at the same time: stop both nodes, then start them." >&2
    exit 3
    ;;
  *) fail "The new version could not be asked (status $answer); nothing was changed." ;;
esac
for node in keycloak-1 keycloak-2; do
  # Told to end, the node says so to the proxy, serves on until nobody comes any more, and hands over what it holds.
  compose up -d --no-deps --no-build "$node"
  await_both
done
