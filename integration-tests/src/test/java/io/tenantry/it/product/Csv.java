package io.tenantry.it.product;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Files of CSV, there and back. */
public final class Csv {

    private Csv() {}

    /** Imports the lines of a file into a list. */
    public static Answer post(Api api, String path, String... lines) {
        return post(api, path, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    public static Answer post(Api api, String path, byte[] file) {
        return api.with("Content-Type", "text/csv").post(path, file);
    }

    /** The lines of a list without the head, in the columns that are named. */
    public static List<List<String>> lines(Answer csv, String... columns) {
        List<String> lines = csv.body().lines().toList();
        List<String> head = Arrays.asList(lines.get(0).split(","));
        return lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> Arrays.stream(columns)
                        .map(column -> cells[head.indexOf(column)])
                        .toList())
                .toList();
    }
}
