package io.tenantry.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What a program said and how it ended. */
public record Command(int exit, String said) {

    private static final int PATIENCE_MINUTES = 5;

    /** Output goes through a file: a server that the program leaves behind would keep a pipe open. */
    static Command run(Map<String, String> environment, List<String> words) {
        try {
            Path said = Files.createTempFile("said", ".txt");
            Process process = process(environment, words)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new IllegalStateException(words + " takes too long; it said\n" + Files.readString(said));
            }
            Command command = new Command(process.exitValue(), Files.readString(said));
            Files.delete(said);
            return command;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static ProcessBuilder process(Map<String, String> environment, List<String> words) {
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().keySet().removeIf(name -> name.startsWith("TENANTRY_") || name.startsWith("JBOSS_"));
        builder.environment().putAll(environment);
        return builder;
    }

    /** @throws IllegalStateException with all that was said, unless it ended well */
    Command expectSuccess() {
        if (exit != 0) {
            throw new IllegalStateException("ended with " + exit + "\n" + said);
        }
        return this;
    }
}
