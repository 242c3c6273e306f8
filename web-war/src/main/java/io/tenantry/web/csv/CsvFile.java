package io.tenantry.web.csv;

/** A file as it was sent. */
public record CsvFile(byte[] bytes) {}
