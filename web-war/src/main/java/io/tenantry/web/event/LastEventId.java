package io.tenantry.web.event;

import io.tenantry.platform.problem.ProblemException;

/** The number that a client was told last; the header wins, because browsers set it when they come back. */
final class LastEventId {

    private LastEventId() {}

    /**
     * @return {@code null} if neither is given
     * @throws ProblemException {@code validation} for what is no number
     */
    static Long of(String header, String parameter) {
        if (header != null && !header.isBlank()) {
            return number("/Last-Event-ID", header.strip());
        }
        return parameter == null ? null : number("/lastEventId", parameter);
    }

    private static Long number(String pointer, String text) {
        if (!text.matches("\\d{1,18}")) {
            throw ProblemException.invalid(pointer, "validation.type");
        }
        return Long.valueOf(text);
    }
}
