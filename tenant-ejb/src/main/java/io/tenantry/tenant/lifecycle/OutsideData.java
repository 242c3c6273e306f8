package io.tenantry.tenant.lifecycle;

/** What a tenant has outside of the database; make it a bean, and it goes before the rows that tell where it is. */
public interface OutsideData {

    /**
     * Removes all of it for the thread's tenant, outside of transactions; may be repeated.
     *
     * @throws RuntimeException if something is left: the purge is tried again later
     */
    void remove();
}
