package io.tenantry.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The log file of server and application. It replaces standard output and error of the process, so that libraries that print
 * end up here as well; a full file is moved to {@code server.log.1} and so on.
 */
final class ServerLog extends OutputStream {

    private static final long LIMIT = 10_000_000;
    private static final int KEPT = 5;

    private final Path file;
    private final long limit;
    private OutputStream out;
    private long size;

    ServerLog(Path file, long limit) throws IOException {
        this.file = file;
        this.limit = limit;
        open();
    }

    /** Sends everything this process prints and logs from now on to {@code file}. */
    static void capture(Path file, Path configuration) {
        try (InputStream logging = ServerLog.class.getResourceAsStream("logging.properties")) {
            PrintStream log = new PrintStream(new ServerLog(file, LIMIT), true, StandardCharsets.UTF_8);
            System.setOut(log);
            System.setErr(log);
            Files.copy(logging, configuration, StandardCopyOption.REPLACE_EXISTING);
            if (System.getProperty("java.util.logging.config.file") == null) {
                System.setProperty("java.util.logging.config.file", configuration.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    @Override
    public synchronized void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        if (size > 0 && size + length > limit) {
            out.close();
            roll();
            open();
        }
        out.write(bytes, offset, length);
        size += length;
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }

    private void open() throws IOException {
        out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        size = Files.size(file);
    }

    private void roll() throws IOException {
        for (int number = KEPT - 1; number >= 1; number--) {
            if (Files.exists(numbered(number))) {
                Files.move(numbered(number), numbered(number + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.move(file, numbered(1), StandardCopyOption.REPLACE_EXISTING);
    }

    private Path numbered(int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }
}
