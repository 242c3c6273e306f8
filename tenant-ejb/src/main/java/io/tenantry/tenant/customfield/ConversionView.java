package io.tenantry.tenant.customfield;

import java.util.List;
import java.util.UUID;

/**
 * What became of a field's values, or would become of them.
 *
 * @param convertible how many have a value in the new type
 * @param inconvertible how many have none
 * @param rows whose values have none, the first ones
 * @param field as it is now
 */
public record ConversionView(int convertible, int inconvertible, List<UUID> rows, CustomFieldView field) {}
