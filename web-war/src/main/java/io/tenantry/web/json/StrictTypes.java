package io.tenantry.web.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.tenantry.platform.id.Ids;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Texts, ids, instants and days in exactly one form each. */
class StrictTypes extends SimpleModule {

    private static final long serialVersionUID = 1L;

    StrictTypes() {
        addDeserializer(String.class, new Strict<>(String.class) {
            private static final long serialVersionUID = 1L;

            @Override
            String read(String text) {
                return text;
            }
        });
        addDeserializer(UUID.class, new Strict<>(UUID.class) {
            private static final long serialVersionUID = 1L;

            @Override
            UUID read(String text) {
                return Ids.parse(text).orElseThrow(IllegalArgumentException::new);
            }
        });
        addDeserializer(Instant.class, new Strict<>(Instant.class) {
            private static final long serialVersionUID = 1L;

            @Override
            Instant read(String text) {
                return Instants.parse(text);
            }
        });
        addDeserializer(LocalDate.class, new Strict<>(LocalDate.class) {
            private static final long serialVersionUID = 1L;

            @Override
            LocalDate read(String text) {
                return Instants.parseDay(text);
            }
        });
    }

    private abstract static class Strict<T> extends StdDeserializer<T> {

        private static final long serialVersionUID = 1L;

        Strict(Class<T> type) {
            super(type);
        }

        abstract T read(String text);

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                context.reportInputMismatch(this, "not a string");
            }
            String text = parser.getText();
            if (!BadCharacters.isFree(text)) {
                throw new BadCharacters(parser);
            }
            try {
                return read(text);
            } catch (DateTimeException | IllegalArgumentException e) {
                return context.reportInputMismatch(this, "another form");
            }
        }
    }
}
