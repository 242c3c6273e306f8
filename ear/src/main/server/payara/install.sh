#!/bin/sh
# Configures a domain of Payara Server for Tenantry and deploys the EAR. May be repeated. It restarts the domain.
#
#   PAYARA_HOME=/opt/payara6 sh install.sh
#
# It reads the environment that the domain needs whenever it starts: see docs/operations.md. TENANTRY_DOMAIN names
# another domain than domain1; asadmin's own AS_ADMIN_USER and AS_ADMIN_PASSWORDFILE are heeded.
set -eu

fail() {
    echo "install.sh: $*" >&2
    exit 1
}

for variable in PAYARA_HOME TENANTRY_DB_URL TENANTRY_DB_APP_PASSWORD TENANTRY_DB_OWNER_PASSWORD \
    TENANTRY_DB_BATCH_PASSWORD MP_JWT_VERIFY_PUBLICKEY_LOCATION TENANTRY_JWT_PRIVATE_KEY_LOCATION TENANTRY_SECRET_KEY; do
    eval "value=\${$variable:-}"
    [ -n "$value" ] || fail "$variable is not set"
done
files=$(cd "$(dirname "$0")/.." && pwd)
ear=${TENANTRY_EAR:-$files/tenantry.ear}
domain=${TENANTRY_DOMAIN:-domain1}
directory=$PAYARA_HOME/glassfish/domains/$domain
log=$directory/logs/server.log
[ -x "$PAYARA_HOME/bin/asadmin" ] || fail "there is no Payara Server in $PAYARA_HOME"
[ -d "$directory" ] || fail "there is no domain $domain in $PAYARA_HOME"
[ -r "$ear" ] || fail "there is no application at $ear"

# the domain's own administration port: else asadmin would speak to whichever domain has the usual one
AS_ADMIN_PORT=$(grep '<network-listener .*name="admin-listener"' "$directory/config/domain.xml" |
    sed -n 's/.* port="\([0-9][0-9]*\)".*/\1/p' | head -n 1)
[ -n "$AS_ADMIN_PORT" ] || fail "the domain $domain has no administration port"
export AS_ADMIN_PORT

answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

asadmin() {
    "$PAYARA_HOME/bin/asadmin" --interactive=false "$@" > "$answer" 2>&1
}

must() {
    asadmin "$@" || fail "asadmin $1: $(head -n 1 "$answer")"
}

has() { # a line, in these
    printf '%s\n' "$2" | grep -qx "$1"
}

pool() { # its name, role, variable with the password, most connections, whether they stay out of transactions
    has "$1" "$pools" || must create-jdbc-connection-pool --restype javax.sql.DataSource \
        --datasourceclassname org.postgresql.ds.PGSimpleDataSource "$1"
    has "jdbc/$1" "$resources" || must create-jdbc-resource --connectionpoolid "$1" "jdbc/$1"
    # only references: address and passwords stay in the environment
    of=resources.jdbc-connection-pool.$1
    must set \
        "$of.property.url=\${ENV=TENANTRY_DB_URL}" \
        "$of.property.user=$2" \
        "$of.property.password=\${ENV=$3}" \
        "$of.property.stringType=unspecified" \
        "$of.property.ApplicationName=tenantry" \
        "$of.steady-pool-size=0" \
        "$of.max-pool-size=$4" \
        "$of.transaction-isolation-level=read-committed" \
        "$of.is-isolation-level-guaranteed=false" \
        "$of.non-transactional-connections=$5" \
        "$of.connection-validation-method=custom-validation" \
        "$of.validation-classname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation" \
        "$of.is-connection-validation-required=true" \
        "$of.fail-all-connections=true"
}

connect() { # pool, role, variable with the password
    asadmin ping-connection-pool "$1" ||
        fail "no connection as $2: check TENANTRY_DB_URL and $3. Nothing was deployed.$gone"
}

runs() {
    must list-domains
    grep -q "^$domain running" "$answer"
}

# Payara does not recover from an application that failed to load, so an earlier one goes first
gone=
if grep -q '<application-ref .*ref="tenantry"' "$directory/config/domain.xml"; then
    runs || must start-domain --timeout 300 "$domain"
    must undeploy tenantry
    gone=" The earlier version was taken off."
fi

# the domain may be running, with the driver open
cp "$files/lib/postgresql.jar" "$directory/lib/postgresql.jar.new"
mv "$directory/lib/postgresql.jar.new" "$directory/lib/postgresql.jar"
runs || must start-domain --timeout 300 "$domain"

must list-jdbc-connection-pools
pools=$(cat "$answer")
must list-jdbc-resources
resources=$(cat "$answer")
pool tenantry tenantry_app TENANTRY_DB_APP_PASSWORD "${TENANTRY_DB_POOL_SIZE:-16}" false
pool tenantry-owner tenantry_owner TENANTRY_DB_OWNER_PASSWORD 4 false
pool tenantry-batch tenantry_batch TENANTRY_DB_BATCH_PASSWORD 4 true
for listener in http-listener-1 http-listener-2; do
    http=configs.config.server-config.network-config.protocols.protocol.$listener.http
    asadmin get "$http.server-header" || continue
    must set \
        "$http.server-header=false" \
        "$http.xpowered-by=false" \
        "$http.allow-payload-for-undefined-http-methods=true" # else a DELETE with a body never reaches the application
done
# a domain reads its environment and finds a driver only when it starts; and a listener that is changed while it runs may
# be gone for good
must stop-domain "$domain"
must start-domain --timeout 300 "$domain"

connect tenantry-owner tenantry_owner TENANTRY_DB_OWNER_PASSWORD
connect tenantry tenantry_app TENANTRY_DB_APP_PASSWORD
connect tenantry-batch tenantry_batch TENANTRY_DB_BATCH_PASSWORD
before=$(wc -l < "$log" || echo 0)
asadmin deploy --name tenantry "$ear" ||
    fail "the application did not start: $(tail -n "+$((before + 1))" "$log" | sed -n 's/^ *Caused by: //p' | tail -n 1)" \
        "See $log.$gone"
echo "Tenantry is deployed on domain $domain."
