#!/usr/bin/env bash
# Waits until both nodes take requests, and the proxy gives them some.
set -euo pipefail
. "$(dirname "$0")/compose.sh"

await_both
