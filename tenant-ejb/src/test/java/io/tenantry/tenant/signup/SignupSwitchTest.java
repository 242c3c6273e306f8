package io.tenantry.tenant.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.tenant.registry.CreateTenant;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SignupSwitchTest {

    private final SignupSwitch signup = new SignupSwitch();

    @Test
    void oneSignsUpAtThePlatformWhereItIsOn() {
        signup.on = true;
        assertThatCode(() -> signup.requireOn(Optional.empty())).doesNotThrowAnyException();
        isNotFound(() -> signup.requireOn(Optional.of(CreateTenant.newId())));
    }

    @Test
    void whereItIsOffThereIsNothing() {
        signup.on = false;
        isNotFound(() -> signup.requireOn(Optional.empty()));
    }

    private static void isNotFound(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.NOT_FOUND));
    }
}
