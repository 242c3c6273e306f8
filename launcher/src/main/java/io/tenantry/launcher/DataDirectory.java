package io.tenantry.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/** The directory that holds everything one installation keeps; nobody but its owner may look into it. */
final class DataDirectory implements AutoCloseable {

    private static final String LOCK = "lock";

    private final Path root;
    private final FileLock lock;

    private DataDirectory(Path root, FileLock lock) {
        this.root = root;
        this.lock = lock;
    }

    /** Creates the directory or takes the one of an earlier start. */
    static void prepare(Path root) {
        try {
            if (Files.exists(root) && !Files.isDirectory(root)) {
                throw new LaunchFailure("Data directory " + root + " is a file; choose another with --data-dir");
            }
            Files.createDirectories(root);
            // closing somebody's home directory to others would be a surprise
            if (!Files.exists(root.resolve(LOCK)) && !isEmpty(root)) {
                throw new LaunchFailure(
                        "Directory " + root + " holds other files; choose an empty one with --data-dir");
            }
            restrict(root);
            if (!Files.exists(root.resolve(LOCK))) {
                Files.createFile(root.resolve(LOCK));
            }
        } catch (IOException e) {
            throw notWritable(root, e);
        }
    }

    /** Takes the directory for the life of this process. */
    static DataDirectory open(Path root) {
        try {
            // not closed here: the channel must live as long as the lock
            FileChannel channel =
                    FileChannel.open(root.resolve(LOCK), StandardOpenOption.WRITE, StandardOpenOption.CREATE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw inUse(root, null);
            }
            Files.createDirectories(root.resolve("logs"));
            return new DataDirectory(root, lock);
        } catch (OverlappingFileLockException e) {
            throw inUse(root, e);
        } catch (IOException e) {
            throw notWritable(root, e);
        }
    }

    Path path(String name) {
        return root.resolve(name);
    }

    Path log() {
        return root.resolve("logs").resolve("server.log");
    }

    @Override
    public void close() throws IOException {
        lock.acquiredBy().close();
    }

    @Override
    public String toString() {
        return root.toString();
    }

    /** Owner-only, where the file system knows about owners. */
    static void restrict(Path path) throws IOException {
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwx------" : "rw-------"));
        }
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.findAny().isEmpty();
        }
    }

    private static LaunchFailure inUse(Path root, Exception cause) {
        return new LaunchFailure(
                "Data directory " + root + " is in use by another Tenantry; stop it or choose another with --data-dir",
                cause);
    }

    private static LaunchFailure notWritable(Path root, IOException cause) {
        return new LaunchFailure(
                "Cannot write to data directory " + root + " as " + System.getProperty("user.name") + " ("
                        + cause.getClass().getSimpleName() + "); choose another with --data-dir",
                cause);
    }
}
