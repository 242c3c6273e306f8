package io.tenantry.tenant.dashboard;

import io.tenantry.tenant.dashboard.Layout.Widget;
import java.util.List;

/**
 * The widgets that are shown: those of a layout that still exist and that the plan has.
 *
 * @param own whether the layout is the member's own
 * @param version 0 where nothing was stored yet
 */
public record DashboardView(List<Widget> widgets, boolean own, long version) {}
