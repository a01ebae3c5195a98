#!/bin/sh
# Makes the portal's realm with kcadm.sh, or brings it back to what the file says. Says what it changes, or "no change".
# Sign in with "kcadm.sh config credentials" first, as an administrator of the realm "master".
#
#   REALM        what the realm is called; "portal" if it is not set
#   REALM_FILE   the realm; as the build has made it if it is not set
#   PORTAL_SMTP_HOST, PORTAL_WEB_URL, …   what the realm leaves open; see docs/as-code.md
set -eu
here=$(dirname "$0")
realm=${REALM:-portal}
file=${REALM_FILE:-$here/../../realm-config/target/classes/portal-realm.json}
changes=no

# The realm's file, with what it leaves open filled in from the environment, as the server does it.
filled() {
  awk '{
    done = ""; rest = $0
    while (match(rest, /\$\{PORTAL_[A-Z_]+:[^}]*\}/)) {
      inner = substr(rest, RSTART + 2, RLENGTH - 3); colon = index(inner, ":")
      name = substr(inner, 1, colon - 1)
      value = name in ENVIRON ? ENVIRON[name] : substr(inner, colon + 1)
      gsub(/\\/, "\\\\", value); gsub(/"/, "\\\"", value)
      done = done substr(rest, 1, RSTART - 1) value
      rest = substr(rest, RSTART + RLENGTH)
    }
    print done rest
  }' "$file"
}

# Of pretty JSON: each text, number and switch, a line each, without a comma.
values() { sed -n -E 's/^ *("[^"]+" : ("([^"\\]|\\.)*"|true|false|-?[0-9]+|\[ .* \])),?$/\1/p'; }
# The same, of the outermost object only, and without lists.
settings() { grep -E '^  "[A-Za-z]+" : [^[{]' | values; }
# The object of the realm's file that is called $1.
object() {
  filled | awk -v start="  \"$1\" : {" '
    $0 == start { on = 1; print "{"; next }
    on && /^  }/ { print "}"; exit }
    on'
}
# The client of the realm's file that is called $1.
client() {
  filled | awk -v id="\"clientId\" : \"$1\"" '
    /^  "clients" : \[ \{/ { on = 1; next }
    on && /^  }/ { if (index(text, id)) { print "{" text "\n}"; exit } text = ""; if (/\]/) exit; next }
    on { text = text "\n" $0 }'
}
# The lines of $1 that $2 has not.
lacking() { printf '%s\n' "$1" | grep -v -x -F "$2" || true; }
# Lines as an object.
json() { printf '{%s}' "$(printf '%s' "$1" | paste -s -d ,)"; }
changed() { echo "changed: $1"; changes=yes; }

smtp=$(object smtpServer)
if ! kcadm.sh get "realms/$realm" --fields realm > /dev/null 2>&1; then
  kcadm.sh create realms -s "realm=$realm" -s enabled=true
  changed "the realm $realm is made"
fi

# A password is never told, so it is written only with something else of the mail server.
wanted=$(printf '%s\n' "$smtp" | values | grep -v -e '^"password" :' -e ' : ""$')
if [ -n "$(lacking "$wanted" "$(kcadm.sh get "realms/$realm" --fields 'smtpServer(*)' | values)")" ]; then
  kcadm.sh update "realms/$realm" -n -b "{\"smtpServer\": $smtp}"
  changed "the mail server"
fi

# Everything that the portal needs, and what an administrator would see of it.
if ! kcadm.sh create portal/set-up -r "$realm" -q dry-run=true -o | grep -q -F '"changes" : [ ]'; then
  kcadm.sh create portal/set-up -r "$realm" -q dry-run=false -o
  changed "what the portal needs, as it says above"
fi

# How long things last, and other settings that the portal recommends.
wanted=$(filled | settings | grep -v '^"realm" :')
lacks=$(lacking "$wanted" "$(kcadm.sh get "realms/$realm" | settings)")
if [ -n "$lacks" ]; then
  kcadm.sh update "realms/$realm" -n -b "$(json "$lacks")"
  changed "settings: $(echo "$lacks" | paste -s -d ,)"
fi

# The relying application. Which scopes it has is said when it is made, and left alone afterwards.
wanted=$(client portal-web | values | grep -v 'ClientScopes"')
has=$(kcadm.sh get clients -r "$realm" -q clientId=portal-web)
if ! echo "$has" | grep -q '"clientId"'; then
  kcadm.sh create clients -r "$realm" -b "$(client portal-web)"
  changed "the application portal-web is made"
elif [ -n "$(lacking "$wanted" "$(echo "$has" | values)")" ]; then
  id=$(echo "$has" | sed -n -E 's/^  "id" : "(.*)",?$/\1/p')
  kcadm.sh update "clients/$id" -r "$realm" -m -b "$(client portal-web)"
  changed "the application portal-web"
fi

kcadm.sh get portal/check -r "$realm"
[ "$changes" = yes ] || echo "no change"
