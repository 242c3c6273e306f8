package io.tenantry.tenant.dashboard;

import java.util.List;

/** A module's kinds of widgets; make it a bean, and the catalogue has them. */
public interface WidgetSource {

    List<WidgetType> widgets();
}
