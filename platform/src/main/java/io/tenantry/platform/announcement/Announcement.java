package io.tenantry.platform.announcement;

import java.util.List;

/**
 * A committed change of a row, on whichever node it was made.
 *
 * @param table where
 * @param keys the values of the columns that the table's trigger names, none of which contains a blank
 */
public record Announcement(String table, List<String> keys) {

    static Announcement parse(String payload) {
        List<String> words = List.of(payload.split(" "));
        return new Announcement(words.get(0), words.subList(1, words.size()));
    }
}
