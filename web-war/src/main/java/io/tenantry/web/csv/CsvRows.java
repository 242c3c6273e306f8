package io.tenantry.web.csv;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.platform.problem.FieldError;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.tenant.customfield.CustomFieldView;
import io.tenantry.web.json.Json;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes JSON bodies of rows: columns are named as the members of the body, and {@code cf.key} as the tenant's fields. */
final class CsvRows {

    private static final String CUSTOM = "customFields";
    private static final String PREFIX = "cf.";

    private final List<Column> columns = new ArrayList<>();

    private record Column(String name, Function<String, JsonNode> value) {}

    /** @throws ProblemException {@code validation} for columns that nothing is known of, or that come twice */
    CsvRows(List<String> head, Class<?> body, List<CustomFieldView> fields) {
        Map<String, Column> known = Stream.concat(
                        Stream.of(body.getRecordComponents())
                                .filter(member -> !member.getName().equals(CUSTOM))
                                .map(member -> new Column(member.getName(), reading(member))),
                        fields.stream().map(field -> new Column(PREFIX + field.key(), reading(field))))
                .collect(Collectors.toMap(Column::name, Function.identity()));
        List<FieldError> errors = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String name : head) {
            if (!known.containsKey(name)) {
                errors.add(FieldError.of("/1/" + printable(name), "validation.csv-column", names(known.keySet())));
            } else if (!seen.add(name)) {
                errors.add(FieldError.of("/1/" + name, "validation.repeated-parameter"));
            }
            columns.add(known.get(name));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors.subList(0, Math.min(errors.size(), 20)));
        }
    }

    int width() {
        return columns.size();
    }

    /** An empty cell stands for no value. */
    ObjectNode body(List<String> cells) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        for (int i = 0; i < cells.size(); i++) {
            Column column = columns.get(i);
            String cell = cells.get(i);
            if (cell.isEmpty()) {
                continue;
            }
            if (column.name().startsWith(PREFIX)) {
                body.withObjectProperty(CUSTOM)
                        .set(
                                column.name().substring(PREFIX.length()),
                                column.value().apply(cell));
            } else {
                body.set(column.name(), column.value().apply(cell));
            }
        }
        return body;
    }

    private static Function<String, JsonNode> reading(RecordComponent member) {
        if (Number.class.isAssignableFrom(member.getType())) {
            return CsvRows::number;
        }
        return member.getType() == Boolean.class ? CsvRows::bool : CsvRows::text;
    }

    private static Function<String, JsonNode> reading(CustomFieldView field) {
        return switch (field.type()) {
            case "number" -> CsvRows::number;
            case "boolean" -> CsvRows::bool;
            default -> CsvRows::text;
        };
    }

    /** What is no number stays a text, and is refused as such. */
    private static JsonNode number(String cell) {
        if (!cell.matches("-?[0-9]{1,40}(\\.[0-9]{1,40})?")) {
            return text(cell);
        }
        BigDecimal number = new BigDecimal(cell);
        return cell.contains(".")
                ? JsonNodeFactory.instance.numberNode(number)
                : JsonNodeFactory.instance.numberNode(number.toBigInteger());
    }

    private static JsonNode bool(String cell) {
        return switch (cell) {
            case "true" -> JsonNodeFactory.instance.booleanNode(true);
            case "false" -> JsonNodeFactory.instance.booleanNode(false);
            default -> text(cell);
        };
    }

    private static JsonNode text(String cell) {
        return JsonNodeFactory.instance.textNode(cell);
    }

    private static String names(Set<String> known) {
        return known.stream().sorted().limit(50).collect(Collectors.joining(", "));
    }

    private static String printable(String name) {
        String clean = name.replaceAll("[^A-Za-z0-9._-]", "?");
        return clean.length() > 50 ? clean.substring(0, 50) : clean;
    }
}
