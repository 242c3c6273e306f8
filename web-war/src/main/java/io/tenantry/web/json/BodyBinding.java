package io.tenantry.web.json;

import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.platform.problem.FieldError;
import io.tenantry.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes records of JSON and checks their constraints. Every mistake is told with the place where it is. */
@ApplicationScoped
public class BodyBinding {

    @Inject
    Validator validator;

    /** @throws ProblemException {@code validation} */
    public <T> T bind(byte[] body, Class<T> type) {
        if (body.length == 0) {
            throw ProblemException.invalid("", "validation.body");
        }
        T value = read(() -> Json.MAPPER.readValue(body, type));
        if (value == null) {
            throw ProblemException.invalid("", "validation.type");
        }
        return value instanceof JsonNode ? value : valid(value);
    }

    /**
     * Binds a part of a body by itself, where one that is wrong leaves the others alone.
     *
     * @throws ProblemException {@code validation}
     */
    public <T> T bind(JsonNode part, Class<T> type) {
        if (!part.isObject()) {
            throw ProblemException.invalid("", "validation.type");
        }
        return valid(read(() -> Json.MAPPER.treeToValue(part, type)));
    }

    /**
     * Applies a JSON merge patch (RFC 7396) to the present values.
     *
     * @throws ProblemException {@code validation}
     */
    public <T> T patch(JsonNode patch, T present, Class<T> type) {
        if (!patch.isObject()) {
            throw ProblemException.invalid("", "validation.type");
        }
        ObjectNode merged = Json.MAPPER.valueToTree(present);
        merge(merged, (ObjectNode) patch);
        return valid(read(() -> Json.MAPPER.treeToValue(merged, type)));
    }

    private static void merge(ObjectNode target, ObjectNode patch) {
        patch.properties().forEach(member -> {
            if (member.getValue().isNull()) {
                target.putNull(member.getKey());
            } else if (member.getValue() instanceof ObjectNode inner
                    && target.get(member.getKey()) instanceof ObjectNode there) {
                merge(there, inner);
            } else {
                target.set(member.getKey(), member.getValue());
            }
        });
    }

    private <T> T valid(T value) {
        List<FieldError> errors =
                validator.validate(value).stream().map(BodyBinding::error).toList();
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return value;
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        String pointer = "/"
                + violation
                        .getPropertyPath()
                        .toString()
                        .replaceAll("[.\\[]", "/")
                        .replace("]", "")
                        .replace("/<list element>", "");
        Map<String, Object> attributes = violation.getConstraintDescriptor().getAttributes();
        return switch (violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName()) {
            case "NotNull" -> FieldError.of(pointer, "validation.required");
            case "NotBlank" ->
                violation.getInvalidValue() == null
                        ? FieldError.of(pointer, "validation.required")
                        : FieldError.of(pointer, "validation.blank");
            case "Size" -> FieldError.of(pointer, "validation.size", attributes.get("min"), attributes.get("max"));
            case "Min", "Max" -> FieldError.of(pointer, "validation.invalid");
            case "Email" -> FieldError.of(pointer, "validation.email");
            case "Pattern" -> FieldError.of(pointer, "validation.pattern");
            default -> FieldError.of(pointer, "validation.invalid");
        };
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (UnrecognizedPropertyException e) {
            throw ProblemException.invalid(pointer(e), "validation.unknown-member");
        } catch (BadCharacters e) {
            throw ProblemException.invalid(pointer(e), "validation.characters");
        } catch (InvalidFormatException e) {
            throw wrongForm(e);
        } catch (JsonMappingException e) {
            if (e.getCause() instanceof ProblemException problem) {
                throw problem;
            }
            throw isBrokenJson(e.getCause())
                    ? ProblemException.invalid("", "validation.json")
                    : ProblemException.invalid(pointer(e), "validation.type");
        } catch (IOException e) {
            throw ProblemException.invalid("", "validation.json");
        }
    }

    /** The parser, not the binding, gave up; a number beyond its type is well-formed. */
    private static boolean isBrokenJson(Throwable cause) {
        return cause instanceof StreamReadException && !(cause instanceof InputCoercionException);
    }

    private static ProblemException wrongForm(InvalidFormatException e) {
        if (!e.getTargetType().isEnum()) {
            return ProblemException.invalid(pointer(e), "validation.type");
        }
        String names = Arrays.stream(e.getTargetType().getEnumConstants())
                .map(Object::toString)
                .collect(Collectors.joining(", "));
        return ProblemException.invalid(pointer(e), "validation.one-of", names);
    }

    /** RFC 6901; member names of a client are cut short. */
    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(part -> part.getFieldName() == null
                        ? Integer.toString(part.getIndex())
                        : part.getFieldName().replace("~", "~0").replace("/", "~1"))
                .map(part -> part.length() > 100 ? part.substring(0, 100) : part)
                .map(part -> "/" + part)
                .collect(Collectors.joining());
    }
}
