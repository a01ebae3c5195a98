#!/usr/bin/env bash
# For machines that have no Docker engine running or reach no image registry: starts Debian's engine, and makes
# stand-ins for the images that cannot be fetched, out of Debian's packages and the Keycloak that Maven fetched.
#   docker/test/engine.sh start [distribution.zip] | stop      as root, after ./mvnw package -DskipTests
# While stand-ins are in use there is a file target/docker/stand-ins, with the compose files that name them.
set -euo pipefail
cd "$(dirname "$0")/../.."
work="$PWD/target/docker"
version=$(sed -n 's:.*<keycloak.version>\(.*\)</keycloak.version>.*:\1:p' pom.xml)
image() { sed -n "s|.*image: \($1:.*\)|\1|p" "$2"; }
images=(
  "$(sed -n 's/^ARG KEYCLOAK_IMAGE=//p' docker/Dockerfile)"
  "$(image postgres docker-compose.yml)"
  "$(image axllent/mailpit docker-compose.yml)"
  "$(image haproxy docker-compose.production.yml)"
)

start() {
  mkdir -p "$work"
  rm -f "$work/stand-ins"
  if ! docker info >/dev/null 2>&1; then
    # Debian's place for servers is not in everybody's PATH.
    PATH="$PATH:/usr/sbin" setsid dockerd --iptables=false --ip6tables=false --ip-forward=false --ip-masq=false \
      --ip 127.0.0.1 --data-root "$work/data" --exec-root "$work/exec" --pidfile "$work/pid" >"$work/log" 2>&1 &
    timeout 60 bash -c 'until docker info >/dev/null 2>&1; do sleep 0.2; done' || { tail "$work/log"; exit 1; }
    # What a run that was killed has left; the engine is ours alone.
    docker ps --all --quiet | xargs --no-run-if-empty docker rm --force --volumes >/dev/null
  fi
  local one
  for one in "${images[@]}"; do
    if ! docker image inspect "$one" >/dev/null 2>&1 && ! docker pull -q "$one" 2>/dev/null; then
      stand_ins "$one" "${1:-}"
      return
    fi
  done
}

stand_ins() {
  echo "=================================================================================================="
  echo "  No image registry is reached for $1."
  for one in "${images[@]}"; do echo "  STAND-IN for $one, made of Debian's packages"; done
  echo "  What runs on them says nothing about those images, but much about what is put into them."
  echo "=================================================================================================="
  local debian="portal-stand-in/debian:bookworm"
  docker image inspect "$debian" >/dev/null 2>&1 ||
    mmdebstrap --quiet --variant=minbase --aptopt='APT::Install-Recommends "false"' \
      --essential-hook='mkdir -p "$1/usr/share/man/man1" "$1/usr/share/man/man7"' \
      --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
      --include=haproxy,openjdk-17-jre-headless,postgresql-15,python3 bookworm - | docker import - "$debian" >/dev/null
  keycloak_stand_in "${2:-$HOME/.m2/repository/org/keycloak/keycloak-quarkus-dist/$version/keycloak-quarkus-dist-$version.zip}"
  for one in postgres mailpit haproxy; do
    docker build -q -t "portal-stand-in/$one" -f "docker/test/stand-ins/$one.Dockerfile" docker/test/stand-ins >/dev/null
  done
  echo "docker/test/stand-ins/compose.yml docker/test/stand-ins/compose.production.yml" >"$work/stand-ins"
}

keycloak_stand_in() {
  local stand_in="portal-stand-in/keycloak:$version" distribution="$work/keycloak"
  if docker image inspect "$stand_in" >/dev/null 2>&1; then
    docker tag "$stand_in" portal-stand-in/keycloak
    return
  fi
  rm -rf "$distribution" && mkdir -p "$distribution"
  (cd "$distribution" && jar xf "$1")
  mv "$distribution"/keycloak-* "$distribution/keycloak"
  chmod +x "$distribution"/keycloak/bin/*.sh
  docker build -q -t "$stand_in" -t portal-stand-in/keycloak -f docker/test/stand-ins/keycloak.Dockerfile "$distribution" >/dev/null
  rm -rf "$distribution"
}

stop() {
  [ ! -f "$work/pid" ] || kill "$(cat "$work/pid")"
  timeout 60 bash -c "while [ -f '$work/pid' ]; do sleep 0.2; done"
  ip link delete docker0 2>/dev/null || true
}

"${1:?start or stop}" "${2:-}"
