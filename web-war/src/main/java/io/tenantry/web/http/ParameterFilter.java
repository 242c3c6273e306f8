package io.tenantry.web.http;

import io.tenantry.platform.problem.FieldError;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.secret.Secrets;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Refuses query parameters a resource does not know, repeated ones, and characters no text may hold. */
@Provider
@ApplicationScoped
@Priority(Priorities.USER)
public class ParameterFilter implements ContainerRequestFilter {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Context
    ResourceInfo resource;

    @Inject
    CurrentRequest current;

    @Inject
    TenantParameter tenantParameter;

    @Override
    public void filter(ContainerRequestContext request) {
        Set<String> names = known.computeIfAbsent(resource.getResourceMethod(), ParameterFilter::namesOf);
        List<FieldError> errors = new ArrayList<>();
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            if (!name.equals(TenantParameter.NAME) || !tenantParameter.isAllowed()) {
                check(name, values, names, errors);
            }
        });
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        String key = idempotencyKey(request);
        if (key != null) {
            current.idempotencyKey(key);
            // for calls without a body; whoever reads one tells another
            current.hash(Secrets.hash(
                            request.getMethod() + ' ' + request.getUriInfo().getPath())
                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void check(String name, List<String> values, Set<String> names, List<FieldError> errors) {
        boolean custom = name.startsWith(CustomFieldParameters.PREFIX) && names.contains(CustomFieldParameters.PREFIX);
        if (!custom && !names.contains(name)) {
            errors.add(FieldError.of("/" + printable(name), "validation.unknown-parameter"));
        } else if (values.size() > 1) {
            errors.add(FieldError.of("/" + printable(name), "validation.repeated-parameter"));
        } else if (values.get(0).indexOf('\0') >= 0) {
            errors.add(FieldError.of("/" + printable(name), "validation.characters"));
        }
    }

    private static String printable(String name) {
        String clean = name.replaceAll("[^A-Za-z0-9._-]", "?");
        return clean.length() > 50 ? clean.substring(0, 50) : clean;
    }

    private static String idempotencyKey(ContainerRequestContext request) {
        String key = request.getHeaderString(IDEMPOTENCY_KEY);
        if (key != null && !key.matches("[\\x21-\\x7e]{1,200}")) {
            throw ProblemException.invalid("/" + IDEMPOTENCY_KEY, "validation.idempotency-key");
        }
        return key;
    }

    private static Set<String> namesOf(Method method) {
        Set<String> names = new HashSet<>();
        for (Parameter parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(QueryParam.class)) {
                names.add(parameter.getAnnotation(QueryParam.class).value());
            } else if (parameter.getType() == CustomFieldParameters.class) {
                names.add(CustomFieldParameters.PREFIX);
            } else if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Field field : parameter.getType().getDeclaredFields()) {
                    if (field.isAnnotationPresent(QueryParam.class)) {
                        names.add(field.getAnnotation(QueryParam.class).value());
                    }
                }
            }
        }
        return names;
    }
}
