package io.tenantry.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.ProductDatabase;
import io.tenantry.it.product.Tenants;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The database's layer switched off behind the product's back: the other layer holds alone, and the product says so. */
class TwinTenantWithoutRowSecurityIT extends TwinTenants {

    @BeforeAll
    static void opensTheTables() {
        ProductDatabase.disableRowSecurity();
    }

    @AfterAll
    static void protectsTheTables() {
        ProductDatabase.enableRowSecurity();
        Api.anonymous().get("/health/ready").expect(200);
    }

    @Test
    void readinessIsDown() {
        Answer health = Api.anonymous().get("/health/ready").expect(503);
        assertThat(health.text("status")).isEqualTo("DOWN");
    }

    @Test
    void theSelfCheckNamesTheTables() {
        List<String> tables = ProductDatabase.cmoTables();
        assertThat(tables).hasSize(3);
        Answer report = Tenants.platform().get("/api/admin/isolation").expect(200);
        List<String> subjects = StreamSupport.stream(
                        report.json().path("violations").spliterator(), false)
                .map(JsonNode::toString)
                .toList();
        assertThat(tables).allSatisfy(table -> assertThat(subjects).anyMatch(violation -> violation.contains(table)));
    }
}
