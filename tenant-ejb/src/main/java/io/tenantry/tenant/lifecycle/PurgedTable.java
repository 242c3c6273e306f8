package io.tenantry.tenant.lifecycle;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;

/** How many rows of one table, or references from one column, a purge has removed and how many it has counted since. */
@Embeddable
public class PurgedTable {

    private String name;

    @Column(name = "rows_removed")
    private long rowsRemoved;

    @Column(name = "rows_left")
    private Long rowsLeft;

    protected PurgedTable() {}

    PurgeView.Table view() {
        return new PurgeView.Table(name, rowsRemoved, rowsLeft);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PurgedTable that && Objects.equals(name, that.name);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name);
    }
}
