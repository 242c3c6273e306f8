package io.tenantry.tenant.attachment.internal;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;

/**
 * A file that a client has sent, on the disk of this server until it is closed.
 *
 * @param name with an ending of the media type, or none
 * @param mediaType what its bytes say
 * @param sha256 in hexadecimal
 */
public record ReceivedFile(String name, String mediaType, long size, String sha256, Path path)
        implements AutoCloseable {

    private static final int BUFFER = 16 * 1024;

    /** @throws ProblemException {@code payload-too-large}, {@code validation} if there is nothing in it */
    static ReceivedFile read(FileName name, InputStream content, long maxBytes) throws IOException {
        Path path = Files.createTempFile("tenantry-", ".upload");
        boolean kept = false;
        try {
            MessageDigest digest = Sha256.digest();
            long size = copy(content, path, digest, maxBytes);
            if (size == 0) {
                throw ProblemException.invalid("", "tenant.attachment-empty");
            }
            String type = MediaTypes.of(path, name);
            String fitting = MediaTypes.fitting(name, type).text();
            ReceivedFile file = new ReceivedFile(fitting, type, size, Sha256.text(digest), path);
            kept = true;
            return file;
        } finally {
            if (!kept) {
                Files.deleteIfExists(path);
            }
        }
    }

    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }

    private static long copy(InputStream content, Path path, MessageDigest digest, long maxBytes) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(path), digest)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > maxBytes) {
                    throw ProblemException.of(ProblemType.PAYLOAD_TOO_LARGE);
                }
                out.write(buffer, 0, read);
            }
        }
        return size;
    }
}
