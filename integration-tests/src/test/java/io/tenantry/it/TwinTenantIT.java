package io.tenantry.it;

/** Both isolation layers in force. */
class TwinTenantIT extends TwinTenants {}
