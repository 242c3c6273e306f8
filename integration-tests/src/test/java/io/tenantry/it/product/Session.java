package io.tenantry.it.product;

/** A signed-in client with its refresh cookie, as a browser holds them. */
public record Session(String accessToken, String cookie, Answer answer) {

    public static Session login(String email, String password) {
        return of(Api.anonymous()
                .post("/api/auth/login", Json.object("email", email, "password", password))
                .expect(200));
    }

    public static Session login(String email, String password, String tenant) {
        return of(Api.anonymous()
                .post("/api/auth/login", Json.object("email", email, "password", password, "tenant", tenant))
                .expect(200));
    }

    public Session switchTo(String tenant) {
        return of(api().with("Cookie", cookie)
                .post("/api/auth/switch", Json.object("tenant", tenant))
                .expect(200));
    }

    public Session refreshed() {
        return of(refresh().expect(200));
    }

    public Answer refresh() {
        return Api.anonymous().with("Cookie", cookie).post("/api/auth/refresh");
    }

    public Answer logout() {
        return api().with("Cookie", cookie).post("/api/auth/logout");
    }

    public Api api() {
        return Api.bearer(accessToken);
    }

    public String tenant() {
        return answer.json().path("tenant").path("slug").asText();
    }

    static Session of(Answer answer) {
        String cookie = answer.header("Set-Cookie");
        return new Session(answer.text("accessToken"), cookie.split(";", 2)[0], answer);
    }
}
