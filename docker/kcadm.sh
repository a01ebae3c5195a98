#!/usr/bin/env bash
# Keycloak's command line, within a node of the production deployment: with this folder first in the PATH, the commands
# of the documents work as they stand. Files come by standard input (-f -): the node does not see those of this machine.
set -euo pipefail
. "$(dirname "$0")/compose.sh"

# A terminal only where somebody sits at one, to be asked for a password: it would spoil what a script reads.
if [ -t 0 ] && [ -t 1 ]; then terminal=(); else terminal=(-T); fi
# The node's own files are read-only, but for this folder. What is kept there is gone when the node is made anew.
compose exec "${terminal[@]}" keycloak-1 /opt/keycloak/bin/kcadm.sh "$@" --config /tmp/kcadm.config
