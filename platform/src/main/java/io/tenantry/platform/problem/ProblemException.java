package io.tenantry.platform.problem;

import io.tenantry.platform.text.Text;
import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.Map;

/**
 * Ends a call with a {@link ProblemType}; the transaction rolls back. Its texts are for the client, so they never carry
 * SQL, class names or anything of another tenant.
 */
@ApplicationException(rollback = true)
public class ProblemException extends RuntimeException {

    private final ProblemType type;
    private final transient Text detail;
    private final transient List<FieldError> errors;
    private final transient Map<String, Object> members;

    public ProblemException(ProblemType type, Text detail, List<FieldError> errors, Map<String, Object> members) {
        super(type.slug() + " " + detail.key(), null, false, false);
        this.type = type;
        this.detail = detail;
        this.errors = List.copyOf(errors);
        this.members = Map.copyOf(members);
    }

    /** With the general text of the type. */
    public static ProblemException of(ProblemType type) {
        return of(type, Text.of("problem." + type.slug() + ".detail"));
    }

    public static ProblemException of(ProblemType type, Text detail) {
        return new ProblemException(type, detail, List.of(), Map.of());
    }

    public static ProblemException of(ProblemType type, Map<String, Object> members) {
        return new ProblemException(type, Text.of("problem." + type.slug() + ".detail"), List.of(), members);
    }

    public static ProblemException notFound() {
        return of(ProblemType.NOT_FOUND);
    }

    public static ProblemException conflict(String key, Object... arguments) {
        return of(ProblemType.CONFLICT, Text.of(key, arguments));
    }

    public static ProblemException invalid(List<FieldError> errors) {
        return new ProblemException(ProblemType.VALIDATION, Text.of("problem.validation.detail"), errors, Map.of());
    }

    public static ProblemException invalid(String pointer, String key, Object... arguments) {
        return invalid(List.of(FieldError.of(pointer, key, arguments)));
    }

    public ProblemType type() {
        return type;
    }

    public Text detail() {
        return detail;
    }

    /** Only for {@link ProblemType#VALIDATION}. */
    public List<FieldError> errors() {
        return errors;
    }

    /** Further members of the answer, such as {@code limit} and {@code used}. */
    public Map<String, Object> members() {
        return members;
    }
}
