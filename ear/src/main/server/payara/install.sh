#!/bin/sh
# Configures a domain of Payara Server for Tenantry and deploys the EAR. May be repeated. It restarts the domain.
#
#   PAYARA_HOME=/opt/payara6 ./install.sh
#
# The environment it needs is the one the domain needs whenever it runs: see docs/operations.md.
set -eu

fail() {
    echo "install.sh: $*" >&2
    exit 1
}

here=$(cd "$(dirname "$0")" && pwd)
ear=${TENANTRY_EAR:-$(dirname "$here")/tenantry.ear}

for variable in PAYARA_HOME TENANTRY_DB_URL TENANTRY_DB_APP_PASSWORD TENANTRY_DB_OWNER_PASSWORD \
    MP_JWT_VERIFY_PUBLICKEY_LOCATION TENANTRY_JWT_PRIVATE_KEY_LOCATION; do
    eval "value=\${$variable:-}"
    [ -n "$value" ] || fail "$variable is not set"
done
domain=${TENANTRY_DOMAIN:-domain1}
[ -x "$PAYARA_HOME/bin/asadmin" ] || fail "no Payara Server in $PAYARA_HOME"
[ -d "$PAYARA_HOME/glassfish/domains/$domain" ] || fail "no domain $domain in $PAYARA_HOME"
[ -r "$ear" ] || fail "no application at $ear"

answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

asadmin() {
    "$PAYARA_HOME/bin/asadmin" --interactive=false "$@" > "$answer" 2>&1
}

must() {
    asadmin "$@" || { cat "$answer" >&2; fail "asadmin $1 failed"; }
}

# the driver is found, and the environment read, only when a domain starts
asadmin stop-domain "$domain" || true
cp "$(dirname "$here")/lib/postgresql.jar" "$PAYARA_HOME/glassfish/domains/$domain/lib/"
must start-domain "$domain"

# pool, role, variable with its password, most connections
pool() {
    asadmin list-jdbc-connection-pools
    grep -qx "$1" "$answer" || must create-jdbc-connection-pool --restype javax.sql.DataSource \
        --datasourceclassname org.postgresql.ds.PGSimpleDataSource "$1"
    asadmin list-jdbc-resources
    grep -qx "jdbc/$1" "$answer" || must create-jdbc-resource --connectionpoolid "$1" "jdbc/$1"
    of=resources.jdbc-connection-pool.$1
    must set "$of.property.url=\${ENV=TENANTRY_DB_URL}" "$of.property.user=$2" "$of.property.password=\${ENV=$3}" \
        "$of.property.stringType=unspecified" "$of.property.ApplicationName=tenantry" \
        "$of.steady-pool-size=0" "$of.max-pool-size=$4" "$of.transaction-isolation-level=read-committed" \
        "$of.is-isolation-level-guaranteed=false" \
        "$of.connection-validation-method=custom-validation" \
        "$of.validation-classname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation" \
        "$of.is-connection-validation-required=true" "$of.fail-all-connections=true"
}

pool tenantry tenantry_app TENANTRY_DB_APP_PASSWORD "${TENANTRY_DB_POOL_SIZE:-16}"
pool tenantry-owner tenantry_owner TENANTRY_DB_OWNER_PASSWORD 2
http=configs.config.server-config.network-config.protocols.protocol.http-listener-1.http
# else a DELETE with a body is refused before the application sees it
must set "$http.allow-payload-for-undefined-http-methods=true" "$http.server-header=false"
must ping-connection-pool tenantry-owner; cat "$answer"
must ping-connection-pool tenantry; cat "$answer"

must deploy --force --name tenantry "$ear"
echo done
