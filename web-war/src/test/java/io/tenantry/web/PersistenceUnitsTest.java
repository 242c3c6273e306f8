package io.tenantry.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What isolation needs of every persistence unit. */
class PersistenceUnitsTest {

    private record Unit(String name, Element element, Map<String, String> properties) {

        /** The texts of the child elements with this name. */
        List<String> texts(String child) {
            return elements(element.getElementsByTagName(child))
                    .map(found -> found.getTextContent().strip())
                    .toList();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Unit> units() throws IOException {
        return Collections.list(Thread.currentThread().getContextClassLoader().getResources("META-INF/persistence.xml"))
                .stream()
                .flatMap(PersistenceUnitsTest::read)
                .toList();
    }

    @Test
    void thereIsOneForEachModuleWithTables() throws IOException {
        assertThat(units())
                .extracting(Unit::name)
                .contains("tenantPU", "billingPU", "cmoPU")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("units")
    void theTenantIsSetOnItsSessions(Unit unit) {
        assertThat(unit.properties())
                .containsEntry(
                        "eclipselink.session-event-listener", "io.tenantry.platform.tenancy.TenantSessionListener");
    }

    @ParameterizedTest
    @MethodSource("units")
    void readsUseTheConnectionOfTheTransaction(Unit unit) {
        assertThat(unit.properties()).containsEntry("eclipselink.transaction.join-existing", "true");
        assertThat(unit.element().getAttribute("transaction-type")).isEqualTo("JTA");
        assertThat(unit.texts("jta-data-source")).containsExactly("jdbc/tenantry");
        assertThat(unit.texts("non-jta-data-source")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("units")
    void nothingIsCachedAcrossTenants(Unit unit) {
        assertThat(unit.texts("shared-cache-mode")).containsExactly("NONE");
        assertThat(unit.properties())
                .containsEntry("eclipselink.multitenant.tenants-share-cache", "false")
                .containsEntry("eclipselink.session-name", unit.name());
    }

    @ParameterizedTest
    @MethodSource("units")
    void noTenantIsFixed(Unit unit) {
        assertThat(unit.properties()).doesNotContainKey("eclipselink.tenant-id");
    }

    private static Stream<Unit> read(URL file) {
        try (InputStream xml = file.openStream()) {
            return elements(DocumentBuilderFactory.newDefaultInstance()
                            .newDocumentBuilder()
                            .parse(xml)
                            .getElementsByTagName("persistence-unit"))
                    .map(unit -> new Unit(unit.getAttribute("name"), unit, properties(unit)))
                    .toList()
                    .stream();
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    private static Map<String, String> properties(Element unit) {
        Map<String, String> properties = new HashMap<>();
        elements(unit.getElementsByTagName("property"))
                .forEach(property -> properties.put(property.getAttribute("name"), property.getAttribute("value")));
        return properties;
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i));
    }
}
