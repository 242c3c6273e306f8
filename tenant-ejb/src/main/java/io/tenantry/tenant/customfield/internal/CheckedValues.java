package io.tenantry.tenant.customfield.internal;

import io.tenantry.platform.problem.FieldError;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.tenant.customfield.TenantCustomField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks values a client sends against the fields there are, and tells all mistakes at once. */
public final class CheckedValues {

    private final List<FieldError> errors = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    private CheckedValues() {}

    /**
     * The values as they are shown, in the order of the fields.
     *
     * @param wanted members of a JSON object; {@code null} stands for no value
     * @throws ProblemException {@code validation}
     */
    public static Map<String, Object> of(
            List<TenantCustomField> fields, Map<String, Object> wanted, boolean requiredMatters) {
        CheckedValues checked = new CheckedValues();
        fields.forEach(field -> checked.check(field, wanted.get(field.key()), requiredMatters));
        wanted.keySet().stream()
                .filter(key -> fields.stream().noneMatch(field -> field.key().equals(key)))
                .limit(20)
                .forEach(key -> checked.errors.add(FieldError.of(pointer(key), "validation.unknown-member")));
        if (!checked.errors.isEmpty()) {
            throw ProblemException.invalid(checked.errors);
        }
        return checked.values;
    }

    private void check(TenantCustomField field, Object json, boolean requiredMatters) {
        if (json == null) {
            if (field.isRequired() && requiredMatters) {
                errors.add(FieldError.of(pointer(field.key()), "validation.required"));
            }
            return;
        }
        Optional<Object> value = field.type().read(json, field.options());
        value.ifPresentOrElse(read -> values.put(field.key(), FieldType.shown(read)), () -> errors.add(wrong(field)));
    }

    /** What the field wants instead. */
    private static FieldError wrong(TenantCustomField field) {
        String pointer = pointer(field.key());
        return switch (field.type()) {
            case TEXT -> FieldError.of(pointer, "tenant.custom-value-text", FieldType.MAX_TEXT);
            case NUMBER -> FieldError.of(pointer, "tenant.custom-value-number");
            case BOOLEAN -> FieldError.of(pointer, "validation.one-of", "true, false");
            case DATE -> FieldError.of(pointer, "tenant.custom-value-date");
            case SELECT -> FieldError.of(pointer, "tenant.custom-value-option");
        };
    }

    /** RFC 6901; member names of a client are cut short. */
    public static String pointer(String key) {
        String escaped = key.replace("~", "~0").replace("/", "~1");
        return "/customFields/" + (escaped.length() > 100 ? escaped.substring(0, 100) : escaped);
    }
}
