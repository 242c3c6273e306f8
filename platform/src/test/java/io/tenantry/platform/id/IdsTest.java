package io.tenantry.platform.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

    @Test
    void areUniqueAndOfVersionSeven() {
        List<UUID> ids = Stream.generate(Ids::next).limit(10_000).toList();

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.version() == 7 && id.variant() == 2);
    }

    @Test
    void sortByTheTimeTheyWereMade() {
        List<String> ids =
                Stream.generate(Ids::next).limit(1_000).map(UUID::toString).toList();

        assertThat(ids).isSortedAccordingTo(Comparator.naturalOrder());
    }

    @Test
    void areReadBack() {
        UUID id = Ids.next();

        assertThat(Ids.parse(id.toString())).contains(id);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "01930000000070008000000000000001",
                " 01930000-0000-7000-8000-00000000001",
                "01930000-0000-7000-8000-0000000000011",
                "01930000-0000-7000-8000-00000000000g",
                "{1930000-0000-7000-8000-00000000001}",
                "01930000/0000/7000/8000/000000000001"
            })
    void anyOtherFormIsNoId(String text) {
        assertThat(Ids.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0193000-00000-7000-8000-000000000001",
                "01930000-0000-7000-80000-00000000001",
                "+1930000-0000-7000-8000-000000000001"
            })
    void groupsOfOtherLengthsAreNoId(String text) {
        assertThat(Ids.parse(text)).isEmpty();
    }
}
