package io.tenantry.tenant.customfield.internal;

import io.tenantry.platform.problem.ProblemException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a custom field may be called and what a select may choose from. */
public final class FieldRules {

    private static final String KEY = "[a-z][A-Za-z0-9]{0,39}";

    /** Members every row has, and names that mean something to programs that read JSON. */
    private static final Set<String> RESERVED =
            Set.of("id", "tenantId", "version", "createdAt", "customFields", "constructor", "prototype");

    private static final int MAX_OPTIONS = 100;
    private static final int MAX_OPTION = 100;

    private FieldRules() {}

    /** @throws ProblemException {@code validation} */
    public static void requireKey(String key) {
        if (!key.matches(KEY)) {
            throw ProblemException.invalid("/key", "tenant.custom-field-key");
        }
        if (RESERVED.contains(key)) {
            throw ProblemException.invalid("/key", "tenant.custom-field-reserved");
        }
    }

    /**
     * The options as they are stored: a select has some, other types have none.
     *
     * @throws ProblemException {@code validation}
     */
    public static String options(FieldType type, List<String> options) {
        if (type != FieldType.SELECT) {
            if (!options.isEmpty()) {
                throw ProblemException.invalid("/options", "tenant.custom-field-no-options");
            }
            return "";
        }
        boolean distinct = new HashSet<>(options).size() == options.size();
        if (options.isEmpty() || options.size() > MAX_OPTIONS || !distinct) {
            throw ProblemException.invalid("/options", "tenant.custom-field-options", MAX_OPTIONS);
        }
        for (int i = 0; i < options.size(); i++) {
            if (!isOption(options.get(i))) {
                throw ProblemException.invalid("/options/" + i, "tenant.custom-field-option", MAX_OPTION);
            }
        }
        return String.join("\n", options);
    }

    private static boolean isOption(String option) {
        return option != null
                && !option.isBlank()
                && option.length() <= MAX_OPTION
                && option.chars().noneMatch(Character::isISOControl);
    }
}
