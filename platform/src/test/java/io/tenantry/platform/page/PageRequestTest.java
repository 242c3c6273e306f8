package io.tenantry.platform.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.problem.FieldError;
import io.tenantry.platform.problem.ProblemException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {

    @ParameterizedTest
    @ValueSource(ints = {1, PageRequest.DEFAULT_LIMIT, PageRequest.MAX_LIMIT})
    void takesAPageOfAllowedSize(int limit) {
        assertThat(new PageRequest(limit, null, null).limit()).isEqualTo(limit);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, PageRequest.MAX_LIMIT + 1, Integer.MAX_VALUE})
    void refusesAnyOtherSize(int limit) {
        assertThatThrownBy(() -> new PageRequest(limit, null, null))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .satisfies(problem -> assertThat(problem.errors())
                        .containsExactly(FieldError.of("/limit", "validation.range", 1, 200)));
    }
}
