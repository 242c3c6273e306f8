package io.tenantry.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.text.Text;
import jakarta.ejb.ApplicationException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemExceptionTest {

    @Test
    void rollsTheTransactionBack() {
        assertThat(ProblemException.class
                        .getAnnotation(ApplicationException.class)
                        .rollback())
                .isTrue();
    }

    @Test
    void itsMessageHoldsNoArgument() {
        ProblemException problem = ProblemException.conflict("cmo.transito-step", "secret");

        assertThat(problem).hasMessage("conflict cmo.transito-step").hasNoCause();
        assertThat(problem.getStackTrace()).isEmpty();
        assertThat(problem.detail()).isEqualTo(Text.of("cmo.transito-step", "secret"));
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void speaksTheGeneralTextOfItsType(ProblemType type) {
        ProblemException problem = ProblemException.of(type);

        assertThat(problem.type()).isEqualTo(type);
        assertThat(problem.detail().key()).isEqualTo("problem." + type.slug() + ".detail");
        assertThat(problem.errors()).isEmpty();
        assertThat(problem.members()).isEmpty();
    }

    @Test
    void keepsWhatItWasMadeOf() {
        List<FieldError> errors = new ArrayList<>(List.of(FieldError.of("/code", "validation.blank")));
        ProblemException problem = ProblemException.invalid(errors);
        errors.clear();

        assertThat(problem.type()).isEqualTo(ProblemType.VALIDATION);
        assertThat(problem.errors()).containsExactly(FieldError.of("/code", "validation.blank"));
        assertThatThrownBy(() -> problem.errors().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThat(ProblemException.of(ProblemType.LIMIT_EXCEEDED, Map.of("limit", 5))
                        .members())
                .isEqualTo(Map.of("limit", 5));
    }

    @Test
    void everyTypeHasASlugOfItsOwn() {
        assertThat(Arrays.stream(ProblemType.values()).map(ProblemType::slug))
                .doesNotHaveDuplicates()
                .allMatch(slug -> slug.matches("[a-z]+(-[a-z]+)*"));
    }

    @ParameterizedTest
    @CsvSource({
        "401, UNAUTHENTICATED",
        "403, FORBIDDEN",
        "404, NOT_FOUND",
        "405, METHOD_NOT_ALLOWED",
        "406, NOT_ACCEPTABLE",
        "409, CONFLICT",
        "412, PRECONDITION_FAILED",
        "413, PAYLOAD_TOO_LARGE",
        "415, UNSUPPORTED_MEDIA_TYPE",
        "429, RATE_LIMITED",
        "503, UNAVAILABLE",
        "400, VALIDATION",
        "418, VALIDATION",
        "499, VALIDATION",
        "302, INTERNAL",
        "500, INTERNAL",
        "502, INTERNAL"
    })
    void aStatusOfTheContainerHasAType(int status, ProblemType type) {
        assertThat(ProblemType.ofStatus(status)).isEqualTo(type);
    }
}
