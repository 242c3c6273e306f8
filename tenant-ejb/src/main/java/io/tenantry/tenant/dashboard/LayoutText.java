package io.tenantry.tenant.dashboard;

import static io.tenantry.platform.json.Jsonp.JSON;

import io.tenantry.platform.json.Jsonp;
import io.tenantry.tenant.dashboard.Layout.Widget;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A layout as it is stored. */
final class LayoutText {

    private LayoutText() {}

    static String write(List<Widget> widgets) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        for (Widget widget : widgets) {
            array.add(JSON.createObjectBuilder()
                    .add("type", widget.type())
                    .add("x", widget.x())
                    .add("y", widget.y())
                    .add("w", widget.w())
                    .add("h", widget.h())
                    .add("options", JSON.createObjectBuilder(widget.options())));
        }
        return array.build().toString();
    }

    static List<Widget> read(String text) {
        return Jsonp.read(text).asJsonArray().getValuesAs(JsonObject.class).stream()
                .map(LayoutText::widget)
                .toList();
    }

    private static Widget widget(JsonObject json) {
        Map<String, Object> options = new LinkedHashMap<>();
        json.getJsonObject("options").forEach((name, value) -> options.put(name, value(value)));
        return new Widget(
                json.getString("type"),
                json.getInt("x"),
                json.getInt("y"),
                json.getInt("w"),
                json.getInt("h"),
                options);
    }

    private static Object value(JsonValue value) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        return value instanceof JsonNumber number ? number.intValue() : (Object) (value == JsonValue.TRUE);
    }
}
