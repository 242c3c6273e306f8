package io.tenantry.cmo.alerta;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;

/**
 * What a client sets on an alert; its status moves by steps of its own.
 *
 * @param transitoId {@code null} if it was on no transit
 * @param customFields by key; {@code null} for none
 */
public record AlertaValues(
        @NotNull UUID precintoId,
        UUID transitoId,
        @NotNull AlertaType type,
        @NotNull AlertaSeverity severity,
        @NotBlank @Size(min = 1, max = 1000) String message,
        Map<String, Object> customFields) {}
