package io.tenantry.it;

import static io.tenantry.it.product.Domain.ALERTAS;
import static io.tenantry.it.product.Domain.PRECINTOS;
import static io.tenantry.it.product.Domain.TRANSITOS;
import static io.tenantry.it.product.Domains.DOMAINS;
import static io.tenantry.it.product.Fields.CUSTOM_FIELDS;
import static io.tenantry.it.product.Keys.API_KEYS;
import static io.tenantry.it.product.Webhooks.WEBHOOKS;

import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Requests nobody should be able to do harm with, and what each is answered. */
final class BadRequests {

    /** @param problems slugs of which the answer is one */
    record Bad(String name, String method, String path, Object body, List<String> header, Set<String> problems) {

        Answer send(Api api) {
            Api client = header.isEmpty() ? api : api.with(header.get(0), header.get(1));
            return client.send(method, path, body);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final int MANY = 1_000_000;
    private static final String FIELD =
            "{\"entity\":\"precintos\",\"key\":\"a\",\"label\":\"A\",\"type\":\"%s\",\"options\":%s}";
    private static final int DEEP = 10_000;

    private BadRequests() {}

    static Stream<Bad> all() {
        List<Bad> all = new ArrayList<>();
        bodies(all);
        parameters(all);
        representations(all);
        places(all);
        return all.stream();
    }

    private static void bodies(List<Bad> all) {
        all.add(body("number for text", "{\"code\":1}"));
        all.add(body("object for text", "{\"code\":{}}"));
        all.add(body("array for text", "{\"code\":[\"a\"]}"));
        all.add(body("null for text", "{\"code\":null}"));
        all.add(body("blank text", "{\"code\":\"  \"}"));
        all.add(body("missing member", "{}"));
        all.add(body("text for number", "{\"code\":\"a\",\"batteryPct\":\"full\"}"));
        all.add(body("number as text", "{\"code\":\"a\",\"batteryPct\":\"80\"}"));
        all.add(body("fraction for whole number", "{\"code\":\"a\",\"batteryPct\":1.5}"));
        all.add(body("number out of range", "{\"code\":\"a\",\"batteryPct\":101}"));
        all.add(body("number too big for its type", "{\"code\":\"a\",\"batteryPct\":99999999999999999999}"));
        all.add(body("huge exponent", "{\"code\":\"a\",\"batteryPct\":1e999999}"));
        all.add(body("huge negative exponent", "{\"code\":\"a\",\"batteryPct\":1e-999999999}"));
        all.add(body("endless digits", "{\"code\":\"a\",\"batteryPct\":" + "9".repeat(100_000) + "}"));
        all.add(body("unknown state", "{\"code\":\"a\",\"status\":\"lost\"}"));
        all.add(body("number for state", "{\"code\":\"a\",\"status\":0}"));
        all.add(body("state in capitals", "{\"code\":\"a\",\"status\":\"ARMED\"}"));
        all.add(body("no instant", "{\"code\":\"a\",\"lastSeenAt\":\"yesterday\"}"));
        all.add(body(
                "instant of the year 999999999", "{\"code\":\"a\",\"lastSeenAt\":\"+999999999-01-01T00:00:00Z\"}"));
        all.add(body("unknown member", "{\"code\":\"a\",\"colour\":\"red\"}"));
        all.add(body("id chosen by the client", "{\"code\":\"a\",\"id\":\"" + UUID.randomUUID() + "\"}"));
        all.add(body("tenant chosen by the client", "{\"code\":\"a\",\"tenantId\":\"" + UUID.randomUUID() + "\"}"));
        all.add(body("same member twice", "{\"code\":\"a\",\"code\":\"b\"}"));
        all.add(body("null character", "{\"code\":\"a\\u0000b\"}"));
        all.add(body("lone surrogate", "{\"code\":\"a\\ud800\"}"));
        all.add(body("broken", "{\"code\":\"a\""));
        all.add(body("two values", "{\"code\":\"a\"} {}"));
        all.add(body("empty", ""));
        all.add(body("null", "null"));
        all.add(body("array", "[]"));
        all.add(body("text", "\"a\""));
        all.add(body("deep array", "{\"code\":" + "[".repeat(DEEP) + "]".repeat(DEEP) + "}"));
        all.add(body("deep object", "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP)));
        // above the limit that WildFly has by itself
        all.add(post("eleven megabytes of text", "{\"code\":\"" + "a".repeat(11 * MANY) + "\"}", "payload-too-large"));
        all.add(post("megabyte of text", "{\"code\":\"" + "a".repeat(MANY) + "\"}", "validation", "payload-too-large"));
        all.add(at(
                ALERTAS, "no id", "{\"precintoId\":\"1\",\"type\":\"tamper\",\"severity\":\"low\",\"message\":\"m\"}"));
        all.add(at(ALERTAS, "unknown kind", "{\"type\":\"fire\",\"severity\":\"low\",\"message\":\"m\"}"));
        all.add(at(TRANSITOS, "empty object", "{}"));
        all.add(at(TRANSITOS, "number for expected arrival", "{\"code\":\"a\",\"expectedAt\":1}"));
        reports(all);
        all.add(at("/api/auth/login", "login with numbers", "{\"email\":1,\"password\":2}"));
        all.add(at("/api/auth/login", "login without password", "{\"email\":\"a@b.test\"}"));
        all.add(at("/api/auth/password/forgot", "number for address", "{\"email\":1}"));
        all.add(at("/api/auth/password/forgot", "two addresses", "{\"email\":\"a@b.test,c@d.test\"}"));
        all.add(at("/api/auth/password/reset", "reset with a short password", "{\"token\":\"a\",\"password\":\"b\"}"));
        all.add(at("/api/auth/email/verify", "proof without token", "{\"slug\":\"acme-2\"}"));
        all.add(at("/api/signup", "sign-up for nothing", "{}"));
        all.add(at(API_KEYS, "key without scopes", "{\"name\":\"a\",\"scopes\":[]}"));
        all.add(at(API_KEYS, "number for scope", "{\"name\":\"a\",\"scopes\":[1]}"));
        all.add(at(API_KEYS, "null for scope", "{\"name\":\"a\",\"scopes\":[null]}"));
        all.add(at(API_KEYS, "text for scopes", "{\"name\":\"a\",\"scopes\":\"precintos:read\"}"));
        all.add(at(DOMAINS, "number for domain", "{\"domain\":1}"));
        all.add(at(DOMAINS, "domain with a null character", "{\"domain\":\"a\\u0000.example.com\"}"));
        all.add(at(DOMAINS, "domain of another record", "{\"domain\":\"a.example.com\",\"status\":\"verified\"}"));
        all.add(at(CUSTOM_FIELDS, "field of nothing", "{}"));
        all.add(at(CUSTOM_FIELDS, "null for option", FIELD.formatted("select", "[null]")));
        all.add(at(CUSTOM_FIELDS, "number for option", FIELD.formatted("select", "[1]")));
        all.add(at(CUSTOM_FIELDS, "text for options", FIELD.formatted("select", "\"a\"")));
        all.add(at(CUSTOM_FIELDS, "unknown type", FIELD.formatted("json", "null")));
        all.add(body("custom field nobody made", "{\"code\":\"a\",\"customFields\":{\"a\":1}}"));
        all.add(body("array of custom fields", "{\"code\":\"a\",\"customFields\":[]}"));
        all.add(at("/api/usage/events", "text for events", "{\"events\":\"a\"}"));
        all.add(at("/api/usage/events", "null for events", "{\"events\":null}"));
        all.add(at("/api/usage/events", "events of another tenant", "{\"events\":[{}],\"tenantId\":\"a\"}"));
        all.add(at("/api/auth/switch", "switch without tenant", "{}"));
        all.add(at("/api/billing/coupons", "number for coupon", "{\"code\":1}"));
        all.add(at("/api/billing/coupons", "coupon with a null character", "{\"code\":\"A\\u0000\"}"));
        all.add(at("/api/billing/coupons", "coupon of another tenant", "{\"code\":\"A\",\"tenant\":\"acme\"}"));
        all.add(settings("no name", "{\"name\":null}"));
        all.add(settings("unknown language", "{\"locale\":\"fr\"}"));
        all.add(settings("unknown time zone", "{\"timeZone\":\"Mars/Phobos\"}"));
        all.add(settings("no e-mail address", "{\"contactEmail\":\"nobody\"}"));
        all.add(settings("status chosen by the client", "{\"status\":\"active\"}"));
        all.add(settings("slug chosen by the client", "{\"slug\":\"other\"}"));
        all.add(settings("plan chosen by the client", "{\"plan\":\"enterprise\"}"));
        all.add(at("/api/billing/subscription/preview", "number for plan", "{\"plan\":1,\"when\":\"now\"}"));
        all.add(at("/api/billing/subscription/preview", "plan at no time", "{\"plan\":\"starter\",\"when\":null}"));
        all.add(new Bad(
                "unknown plan",
                "PUT",
                "/api/billing/subscription",
                "{\"plan\":\"dragon\",\"when\":\"now\"}",
                List.of(),
                Set.of("validation")));
        all.add(at(WEBHOOKS, "webhook to nowhere", "{\"eventTypes\":[\"*\"]}"));
        all.add(at(WEBHOOKS, "number for address", "{\"url\":1,\"eventTypes\":[\"*\"]}"));
        all.add(at(WEBHOOKS, "null for type", "{\"url\":\"http://127.0.0.77:1/\",\"eventTypes\":[null]}"));
        all.add(at(WEBHOOKS, "secret of one's own", "{\"url\":\"a\",\"eventTypes\":[\"*\"],\"secret\":\"b\"}"));
        all.add(at("/api/auth/impersonation", "hand-over without token", "{}"));
        all.add(at("/api/auth/impersonation", "number for token", "{\"token\":1}"));
    }

    private static void reports(List<Bad> all) {
        String reports = PRECINTOS + "/events";
        all.add(at(reports, "no reports", "{}"));
        all.add(at(reports, "null for reports", "{\"events\":null}"));
        all.add(at(reports, "object for reports", "{\"events\":{}}"));
        all.add(at(reports, "empty reports", "{\"events\":[]}"));
        all.add(at(reports, "array without a name", "[]"));
        all.add(at(reports, "too many reports", "{\"events\":[" + "1,".repeat(1_000) + "1]}"));
        all.add(at(reports, "reports of another tenant", "{\"events\":[{}],\"tenantId\":\"a\"}"));
        all.add(new Bad(
                "report of no seal",
                "POST",
                PRECINTOS + "/1/events",
                "{\"events\":[{}]}",
                List.of(),
                Set.of("not-found")));
    }

    private static void parameters(List<Bad> all) {
        for (String limit : new String[] {"0", "201", "-1", "abc", "", "1.5", "99999999999", "%00"}) {
            all.add(query("limit=" + limit));
        }
        for (String cursor : new String[] {"x", "%00", "AAAA", "e30", "%F0%9F%98%80", "..%2F..", "a".repeat(2_000)}) {
            all.add(query("cursor=" + cursor));
        }
        all.add(query("cursor=" + forgedCursor("+294277-01-01T00:00:00Z")));
        all.add(query("cursor=" + forgedCursor("+1000000000-12-31T23:59:59.999999999Z")));
        for (String sort : new String[] {"colour", "tenantId", "--code", "code,-code", "", "%27", "code%20desc"}) {
            all.add(query("sort=" + sort));
        }
        for (String custom : new String[] {"cf.a=1", "cf.=1", "sort=cf.a", "cf.%27=1", "cf.a.from=1", "cf.%00=1"}) {
            all.add(query(custom));
        }
        all.add(get(CUSTOM_FIELDS + "?sort=label", "validation"));
        all.add(query("limit=1&limit=2"));
        all.add(query("sort=code&sort=code"));
        all.add(query("colour=red"));
        all.add(query("status=lost"));
        all.add(query("status=%00"));
        all.add(query("status=available&status=armed"));
        all.add(new Bad(
                "unknown parameter of one",
                "GET",
                PRECINTOS + "/" + UUID.randomUUID() + "?x=1",
                null,
                List.of(),
                Set.of("validation", "not-found")));
        all.add(get(TRANSITOS + "?precintoId=abc", "validation"));
        all.add(get("/api/billing/credits?limit=0", "validation"));
        all.add(get("/api/billing/credits?sort=amount", "validation"));
        all.add(get("/api/billing/discounts?cursor=x", "validation"));
        all.add(get("/api/billing/discounts/1", "not-found"));
        all.add(get("/api/billing/invoices/1/payments", "not-found"));
        all.add(get("/api/billing/invoices/1", "not-found"));
        all.add(get("/api/billing/invoices?status=late", "validation"));
        all.add(get("/api/billing/invoices?format=xml", "validation"));
        all.add(get("/api/billing/invoices?format=csv&limit=10", "validation"));
        all.add(get("/api/billing/estimate?day=1", "validation"));
        all.add(get(WEBHOOKS + "?sort=url", "validation"));
        all.add(get("/api/users?role=root", "validation"));
        all.add(get("/api/users?sort=role", "validation"));
        all.add(get("/api/auth/sessions?limit=0", "validation"));
        all.add(get("/api/usage?resource=users", "validation"));
        all.add(get("/api/usage/history?resource=users&from=2026-13-01", "validation"));
        all.add(get("/api/usage/history?resource=%00", "validation"));
        all.add(get("/api/activity?limit=1000", "validation"));
        all.add(get("/api/activity?from=yesterday", "validation"));
        all.add(get("/api/activity?entityId=abc", "validation"));
        all.add(get("/api/activity?format=xml", "validation"));
        all.add(get("/api/activity?format=csv&limit=10", "validation"));
        all.add(get("/api/activity?format=csv&from=yesterday", "validation"));
        all.add(get("/api/activity/verify?from=2026-01-01T00:00:00Z", "validation"));
    }

    private static String forgedCursor(String value) {
        String text = "-createdAt\n" + UUID.randomUUID() + "\n" + value;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void representations(List<Bad> all) {
        for (String type :
                new String[] {"text/plain", "application/xml", "application/x-www-form-urlencoded", "nonsense"}) {
            all.add(new Bad(
                    "content type " + type,
                    "POST",
                    PRECINTOS,
                    "{\"code\":\"a\"}",
                    List.of("Content-Type", type),
                    type.contains("/") ? Set.of("unsupported-media-type") : Set.of("validation")));
        }
        for (String type : new String[] {"application/xml", "text/html", "image/png"}) {
            all.add(new Bad(
                    "accepts " + type, "GET", PRECINTOS, null, List.of("Accept", type), Set.of("not-acceptable")));
        }
        for (String method : new String[] {"DELETE", "PUT", "PATCH"}) {
            all.add(new Bad(method + " of all", method, PRECINTOS, "{}", List.of(), Set.of("method-not-allowed")));
        }
        for (String method : new String[] {"BREW", "OPTIONS"}) {
            all.add(new Bad("strange method", method, PRECINTOS, null, List.of(), Set.of("method-not-allowed")));
        }
    }

    private static void places(List<Bad> all) {
        for (String id : new String[] {"1", "abc", "%20", "%27%20or%201=1", "..", "a".repeat(500)}) {
            all.add(get(PRECINTOS + "/" + id, "not-found"));
        }
        all.add(get("/api/users/1", "not-found"));
        all.add(new Bad("ending no session", "DELETE", "/api/auth/sessions/1", null, List.of(), Set.of("not-found")));
        all.add(get("/api/nothing", "not-found"));
        all.add(get("/api/nothing/of/the/kind", "not-found"));
        all.add(get("/api", "not-found"));
        all.add(get(PRECINTOS + "/" + UUID.randomUUID() + "/more", "not-found"));
        all.add(new Bad("posting nowhere", "POST", "/api/nothing", "{}", List.of(), Set.of("not-found")));
    }

    private static Bad body(String name, String body) {
        return post(name, body, "validation");
    }

    private static Bad post(String name, String body, String... problems) {
        return new Bad(name, "POST", PRECINTOS, body, List.of(), Set.of(problems));
    }

    private static Bad at(String path, String name, String body) {
        return new Bad(name, "POST", path, body, List.of(), Set.of("validation"));
    }

    private static Bad settings(String name, String body) {
        return new Bad(name, "PATCH", "/api/tenant", body, List.of(), Set.of("validation"));
    }

    private static Bad query(String query) {
        return get(PRECINTOS + "?" + query, "validation");
    }

    private static Bad get(String path, String... problems) {
        String name = path.length() > 80 ? path.substring(0, 80) + "…" : path;
        return new Bad(name, "GET", path, null, List.of(), Set.of(problems));
    }
}
