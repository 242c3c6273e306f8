package io.tenantry.web.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;

/** A text holds what PostgreSQL cannot store: NUL, or half of a surrogate pair. */
class BadCharacters extends JsonMappingException {

    private static final long serialVersionUID = 1L;

    BadCharacters(JsonParser parser) {
        super(parser, "characters that cannot be stored");
    }

    static boolean isFree(String text) {
        return text.codePoints().allMatch(c -> c != 0 && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }
}
