#!/bin/sh
# Makes the portal's realm, or brings it back to what the file says, with keycloak-config-cli.
#
#   KEYCLOAK_URL, KEYCLOAK_USER, KEYCLOAK_PASSWORD   the server, and an administrator of its realm "master"
#   PORTAL_SMTP_HOST, PORTAL_WEB_URL, …              what the realm leaves open; see docs/as-code.md
#   CONFIG_CLI   the tool's jar; keycloak-config-cli.jar in this folder if it is not set
#   REALM_FILE   the realm; as the build has made it if it is not set
#   JAVA         Java 21 or newer; "java" if it is not set
#
# What is given after the name of this script is given to the tool.
set -eu
here=$(dirname "$0")
exec "${JAVA:-java}" -jar "${CONFIG_CLI:-$here/keycloak-config-cli.jar}" \
  --import.files.locations="${REALM_FILE:-$here/../../realm-config/target/classes/config-cli/portal-realm.json}" \
  --import.var-substitution.enabled=true \
  --import.managed.client-scope=full \
  "$@"
