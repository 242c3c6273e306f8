#!/bin/sh
# Configures a stopped WildFly for Tenantry and deploys the EAR. May be repeated. Start the server afterwards.
#
#   JBOSS_HOME=/opt/wildfly sh install.sh
#
# It reads the environment that the server needs whenever it starts: see docs/operations.md. JBOSS_BASE_DIR names
# another directory than standalone.
set -eu

fail() {
    echo "install.sh: $*" >&2
    exit 1
}

for variable in JBOSS_HOME TENANTRY_DB_URL TENANTRY_DB_APP_PASSWORD TENANTRY_DB_OWNER_PASSWORD \
    TENANTRY_DB_BATCH_PASSWORD MP_JWT_VERIFY_PUBLICKEY_LOCATION TENANTRY_JWT_PRIVATE_KEY_LOCATION TENANTRY_SECRET_KEY; do
    eval "value=\${$variable:-}"
    [ -n "$value" ] || fail "$variable is not set"
done
here=$(cd "$(dirname "$0")" && pwd)
files=$(dirname "$here")
base=${JBOSS_BASE_DIR:-$JBOSS_HOME/standalone}
export TENANTRY_EAR="${TENANTRY_EAR:-$files/tenantry.ear}"
[ -x "$JBOSS_HOME/bin/jboss-cli.sh" ] || fail "there is no WildFly in $JBOSS_HOME"
[ -d "$base/configuration" ] || fail "there is no server configuration in $base"
JBOSS_HOME=$(cd "$JBOSS_HOME" && pwd)
base=$(cd "$base" && pwd)
[ -r "$TENANTRY_EAR" ] || fail "there is no application at $TENANTRY_EAR"

case $JBOSS_HOME$base in *" "*) fail "WildFly's own scripts do not work in a directory with a space in its name" ;; esac

command -v ps > /dev/null || fail "ps is missing, by which it is seen whether WildFly runs"
ps axww -o args | sed 's/$/ /' | grep -F "jboss.server.base.dir=$base " | grep -qv 'grep -F' &&
    fail "WildFly is running in $base: stop it first"

answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

cli() {
    script=$1
    shift
    JAVA_OPTS="${JAVA_OPTS:-} -Djboss.server.base.dir=$base" \
        "$JBOSS_HOME/bin/jboss-cli.sh" --file="$here/$script" "$@" > "$answer" 2>&1
}

# The driver, and EclipseLink joined to the server's own half of that module, beside the server's files and not among them
put() { # another running WildFly may have the file open
    cp "$1" "$2.new"
    mv "$2.new" "$2"
}
modules=$JBOSS_HOME/tenantry-modules
own=$JBOSS_HOME/modules/system/layers/base/org/eclipse/persistence/main
mkdir -p "$modules/org/eclipse/persistence/main" "$modules/org/postgresql/main"
put "$here/postgresql-module.xml" "$modules/org/postgresql/main/module.xml"
put "$files/lib/postgresql.jar" "$modules/org/postgresql/main/postgresql.jar"
put "$files/lib/eclipselink.jar" "$modules/org/eclipse/persistence/main/eclipselink.jar"
for jar in "$own"/jipijapa-eclipselink-*.jar; do
    put "$jar" "$modules/org/eclipse/persistence/main/$(basename "$jar")"
done
sed -e 's|<module name="java.logging"/>|<module name="java.se"/>|' \
    -e 's|<resources>|&<resource-root path="eclipselink.jar"><filter><exclude path="jakarta/**"/></filter></resource-root>|' \
    "$own/module.xml" > "$modules/org/eclipse/persistence/main/module.xml"
export JBOSS_MODULEPATH="$modules:${JBOSS_MODULEPATH:-$JBOSS_HOME/modules}"
grep -q "^JBOSS_MODULEPATH=.*tenantry-modules" "$JBOSS_HOME/bin/standalone.conf" || cat >> "$JBOSS_HOME/bin/standalone.conf" << 'CONF'

# EclipseLink and the PostgreSQL driver, for Tenantry
JBOSS_MODULEPATH="$JBOSS_HOME/tenantry-modules:${JBOSS_MODULEPATH:-$JBOSS_HOME/modules}"
CONF

# without --resolve-parameter-values: the configuration shall hold the names of the variables, not their values
cli configure.cli || fail "the configuration was refused: $(tail -n 1 "$answer")"
cli deploy.cli --resolve-parameter-values || {
    reason=$(sed -n 's/.*Caused by: //p' "$answer" | sed 's/"},".*//' | tail -n 1)
    case $(grep '^step: ' "$answer" | tail -n 1) in
        *owner) fail "no connection as tenantry_owner: check TENANTRY_DB_URL and TENANTRY_DB_OWNER_PASSWORD. Nothing was deployed." ;;
        *app) fail "no connection as tenantry_app: check TENANTRY_DB_URL and TENANTRY_DB_APP_PASSWORD. Nothing was deployed." ;;
        *batch) fail "no connection as tenantry_batch: check TENANTRY_DB_URL and TENANTRY_DB_BATCH_PASSWORD. Nothing was deployed." ;;
        *deploy) fail "the application did not start: $reason See $base/log/server.log" ;;
        *) fail "the server did not start, is another running? See $base/log/server.log" ;;
    esac
}
echo "Tenantry is deployed. Start WildFly with $JBOSS_HOME/bin/standalone.sh"
