package io.tenantry.platform.announcement;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Function;

/**
 * Answers about rows of a table that this node remembers, the newest {@value #MOST}, as long as it hears of changes. The
 * bean that has one passes the events on to it.
 *
 * @param <V> the answer, never {@code null}
 */
public final class Remembered<V> {

    private static final int MOST = 10_000;

    private final String table;

    /** {@code null} while deaf. Replaced, not emptied: an answer that is still being found must not get into the next. */
    private volatile Cache<String, V> answers;

    /** @param table whose trigger announces the keys */
    public Remembered(String table) {
        this.table = table;
    }

    public V get(String key, Function<String, V> find) {
        Cache<String, V> remembered = answers;
        return remembered == null ? find.apply(key) : remembered.get(key, find);
    }

    public void forget(String key) {
        Cache<String, V> remembered = answers;
        if (remembered != null) {
            remembered.invalidate(key);
        }
    }

    public void changed(Announcement announcement) {
        if (announcement.table().equals(table)) {
            announcement.keys().forEach(this::forget);
        }
    }

    public void hearing(Hearing hearing) {
        answers = hearing.on()
                ? Caffeine.newBuilder()
                        .maximumSize(MOST)
                        // its own default is a pool that outlives the application
                        .executor(Runnable::run)
                        .build()
                : null;
    }
}
