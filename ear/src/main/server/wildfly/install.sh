#!/bin/sh
# Configures a stopped WildFly for Tenantry and deploys the EAR. May be repeated.
#
#   JBOSS_HOME=/opt/wildfly ./install.sh
#
# The environment it needs is the one the server needs whenever it runs: see docs/operations.md.
set -eu

fail() {
    echo "install.sh: $*" >&2
    exit 1
}

here=$(cd "$(dirname "$0")" && pwd)
lib=$(dirname "$here")/lib
ear=${TENANTRY_EAR:-$(dirname "$here")/tenantry.ear}

for variable in JBOSS_HOME TENANTRY_DB_URL TENANTRY_DB_APP_PASSWORD TENANTRY_DB_OWNER_PASSWORD \
    MP_JWT_VERIFY_PUBLICKEY_LOCATION TENANTRY_JWT_PRIVATE_KEY_LOCATION; do
    eval "value=\${$variable:-}"
    [ -n "$value" ] || fail "$variable is not set"
done
[ -x "$JBOSS_HOME/bin/jboss-cli.sh" ] || fail "no WildFly in $JBOSS_HOME"
[ -r "$ear" ] || fail "no application at $ear"

log=$(mktemp)
trap 'rm -f "$log"' EXIT

cli() {
    "$JBOSS_HOME/bin/jboss-cli.sh" "$@"
}

# EclipseLink joins the server's own half of that module, beside the server's files instead of among them
modules=$JBOSS_HOME/tenantry-modules
persistence=$JBOSS_HOME/modules/system/layers/base/org/eclipse/persistence/main
mkdir -p "$modules/org/eclipse/persistence/main" "$modules/org/postgresql/main"
cp "$here/modules/org/postgresql/main/module.xml" "$lib/postgresql.jar" "$modules/org/postgresql/main/"
cp "$persistence"/jipijapa-eclipselink-*.jar "$lib/eclipselink.jar" "$modules/org/eclipse/persistence/main/"
sed -e 's|<module name="java.logging"/>|<module name="java.se"/>|' \
    -e 's|<resources>|&<resource-root path="eclipselink.jar"><filter><exclude path="jakarta/**"/></filter></resource-root>|' \
    "$persistence/module.xml" > "$modules/org/eclipse/persistence/main/module.xml"
export JBOSS_MODULEPATH="$modules:$JBOSS_HOME/modules"
grep -qs "^JBOSS_MODULEPATH=.*tenantry-modules" "$JBOSS_HOME/bin/standalone.conf" ||
    printf '\n# EclipseLink and the PostgreSQL driver for Tenantry\nJBOSS_MODULEPATH="%s"\n' "$JBOSS_MODULEPATH" \
        >> "$JBOSS_HOME/bin/standalone.conf"

data_source() {
    cat << CLI
if (outcome != success) of /subsystem=datasources/data-source=$1:read-resource
    /subsystem=datasources/data-source=$1:add(jndi-name="java:/jdbc/$1",driver-name=postgresql,connection-url="\${env.TENANTRY_DB_URL}")
    /subsystem=datasources/data-source=$1/connection-properties=stringtype:add(value=unspecified)
    /subsystem=datasources/data-source=$1/connection-properties=ApplicationName:add(value=tenantry)
end-if
/subsystem=datasources/data-source=$1:write-attribute(name=user-name,value=$2)
/subsystem=datasources/data-source=$1:write-attribute(name=password,value="\${env.$3}")
/subsystem=datasources/data-source=$1:write-attribute(name=min-pool-size,value=0)
/subsystem=datasources/data-source=$1:write-attribute(name=max-pool-size,value=$4)
/subsystem=datasources/data-source=$1:write-attribute(name=validate-on-match,value=true)
/subsystem=datasources/data-source=$1:write-attribute(name=valid-connection-checker-class-name,value=org.jboss.jca.adapters.jdbc.extensions.postgres.PostgreSQLValidConnectionChecker)
/subsystem=datasources/data-source=$1:write-attribute(name=exception-sorter-class-name,value=org.jboss.jca.adapters.jdbc.extensions.postgres.PostgreSQLExceptionSorter)
CLI
}

extension() {
    cat << CLI
if (outcome != success) of /extension=$1:read-resource
    /extension=$1:add
end-if
if (outcome != success) of /subsystem=$2:read-resource
    /subsystem=$2:add
end-if
CLI
}

cat > "$log.cli" << CLI
embed-server --server-config=${TENANTRY_SERVER_CONFIG:-standalone.xml} --std-out=discard
$(extension org.wildfly.extension.microprofile.health-smallrye microprofile-health-smallrye)
$(extension org.wildfly.extension.microprofile.openapi-smallrye microprofile-openapi-smallrye)
if (outcome != success) of /subsystem=datasources/jdbc-driver=postgresql:read-resource
    /subsystem=datasources/jdbc-driver=postgresql:add(driver-name=postgresql,driver-module-name=org.postgresql)
end-if
$(data_source tenantry tenantry_app TENANTRY_DB_APP_PASSWORD "${TENANTRY_DB_POOL_SIZE:-16}")
$(data_source tenantry-owner tenantry_owner TENANTRY_DB_OWNER_PASSWORD 2)
stop-embedded-server
CLI
cat "$log.cli"
cli --file="$log.cli"
