package io.tenantry.it.product;

/** Tenants' own domains: entering, proving and using them. */
public final class Domains {

    public static final String DOMAINS = "/api/tenant/domains";

    private Domains() {}

    /** The name of a domain that no earlier test has used. */
    public static String unused() {
        return "seals-" + Tenants.unique() + ".example.test";
    }

    /** Enters a domain that is not proven yet; the answer to it. */
    public static Answer register(Api api, String domain) {
        return api.post(DOMAINS, Json.object("domain", domain)).expect(201);
    }

    public static String at(Answer domain) {
        return DOMAINS + "/" + domain.id();
    }

    public static String recordName(Answer domain) {
        return domain.json().path("record").path("name").asText();
    }

    public static String recordValue(Answer domain) {
        return domain.json().path("record").path("value").asText();
    }

    /** Does in the DNS what the tenant is asked for. */
    public static void makeRecord(Answer domain) {
        Dns.txt(recordName(domain), recordValue(domain));
    }

    public static Answer verify(Api api, Answer domain) {
        return api.post(at(domain) + "/verify");
    }

    /** Enters and proves a domain; the answer to its entering. */
    public static Answer proven(Api api, String domain) {
        Answer registered = register(api, domain);
        makeRecord(registered);
        verify(api, registered).expect(200);
        return registered;
    }

    /** A client that reaches the product by this host. */
    public static Api by(String host, Api api) {
        return api.with("Host", host + ":" + Product.address().getPort());
    }
}
