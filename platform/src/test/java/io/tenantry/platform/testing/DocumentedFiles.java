package io.tenantry.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files that a page of the documentation makes. Above a block is its path, in bold; a block is a whole new file, or a
 * {@code diff} that adds lines to one that is there. Blocks below other text are none.
 */
public final class DocumentedFiles {

    private static final Pattern PATH = Pattern.compile("\\*\\*`([^`]+)`\\*\\*");
    private static final String FENCE = "```";

    private final Path repository;
    private final Map<String, String> files = new LinkedHashMap<>();

    private DocumentedFiles(Path repository) {
        this.repository = repository;
    }

    /** What is in the files after somebody did what the page says, by path. */
    public static Map<String, String> of(Path repository, String page) {
        DocumentedFiles made = new DocumentedFiles(repository);
        made.read(read(repository.resolve(page)).lines().toList());
        return Collections.unmodifiableMap(made.files);
    }

    private void read(List<String> page) {
        String path = null;
        for (int i = 0; i < page.size(); i++) {
            String line = page.get(i);
            Matcher named = PATH.matcher(line);
            if (line.startsWith(FENCE)) {
                int end = i + 1 + page.subList(i + 1, page.size()).indexOf(FENCE);
                if (path != null) {
                    block(path, line.substring(FENCE.length()), page.subList(i + 1, end));
                }
                i = end;
            } else if (!line.isBlank()) {
                path = named.matches() ? named.group(1) : null;
            }
        }
    }

    private void block(String path, String language, List<String> lines) {
        boolean exists = Files.exists(repository.resolve(path));
        if (!language.equals("diff")) {
            if (exists || files.containsKey(path)) {
                throw new IllegalStateException(path + " is there already");
            }
            files.put(path, text(lines));
        } else if (exists) {
            List<String> present = files.getOrDefault(path, read(repository.resolve(path)))
                    .lines()
                    .toList();
            files.put(path, text(added(path, present, lines)));
        } else {
            throw new IllegalStateException(path + " is not there");
        }
    }

    private static List<String> added(String path, List<String> present, List<String> diff) {
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        for (String line : diff) {
            if (line.charAt(0) == ' ') {
                before.add(line.substring(1));
            } else if (line.charAt(0) != '+') {
                throw new IllegalStateException("Neither a context nor an addition: " + line);
            }
            after.add(line.substring(1));
        }
        int at = Collections.indexOfSubList(present, before);
        if (before.isEmpty() || at < 0 || at != Collections.lastIndexOfSubList(present, before)) {
            throw new IllegalStateException(path + " does not have these lines once: " + before);
        }
        List<String> result = new ArrayList<>(present.subList(0, at));
        result.addAll(after);
        result.addAll(present.subList(at + before.size(), present.size()));
        return result;
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
