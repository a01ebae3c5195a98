#!/usr/bin/env bash
# For machines that have no Docker engine running or reach no image registry: starts Debian's engine and
# makes a stand-in for Keycloak's base image out of Debian's Java and the distribution that Maven fetched.
#   docker/test/engine.sh start | stop          as root, after ./mvnw package -DskipTests
set -euo pipefail
cd "$(dirname "$0")/../.."
work="$PWD/target/docker"
version=$(sed -n 's:.*<keycloak.version>\(.*\)</keycloak.version>.*:\1:p' pom.xml)
image="quay.io/keycloak/keycloak:$version"

start() {
  mkdir -p "$work"
  if ! docker info >/dev/null 2>&1; then
    setsid dockerd --iptables=false --ip6tables=false --ip-forward=false --ip-masq=false --ip 127.0.0.1 \
      --data-root "$work/data" --exec-root "$work/exec" --pidfile "$work/pid" >"$work/log" 2>&1 &
    timeout 30 bash -c 'until docker info >/dev/null 2>&1; do sleep 0.2; done'
  fi
  docker image inspect "$image" >/dev/null 2>&1 || docker pull -q "$image" 2>/dev/null || stand_in
}

stand_in() {
  echo "Making a stand-in for $image"
  local java="portal-stand-in/java:17" distribution="$work/base"
  docker image inspect "$java" >/dev/null 2>&1 ||
    mmdebstrap --quiet --variant=minbase --essential-hook='mkdir -p "$1/usr/share/man/man1"' \
      --include=openjdk-17-jre-headless bookworm - | docker import - "$java"
  rm -rf "$distribution" && mkdir -p "$distribution"
  (cd "$distribution" && jar xf "$HOME/.m2/repository/org/keycloak/keycloak-quarkus-dist/$version/keycloak-quarkus-dist-$version.zip")
  mv "$distribution/keycloak-$version" "$distribution/keycloak"
  chmod +x "$distribution"/keycloak/bin/*.sh
  cat >"$distribution/Dockerfile" <<EOF
FROM $java
COPY --chown=1000:0 keycloak /opt/keycloak
USER 1000
EXPOSE 8080 8443 9000
ENTRYPOINT ["/opt/keycloak/bin/kc.sh"]
EOF
  docker build -q -t "$image" "$distribution"
}

stop() {
  [ ! -f "$work/pid" ] || kill "$(cat "$work/pid")"
  timeout 30 bash -c "while [ -f '$work/pid' ]; do sleep 0.2; done"
  ip link delete docker0 2>/dev/null || true
}

"${1:?start or stop}"
