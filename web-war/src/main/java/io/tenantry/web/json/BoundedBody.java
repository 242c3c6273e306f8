package io.tenantry.web.json;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;

/** Reads a body into memory, up to a size. */
public final class BoundedBody {

    /**
     * Bytes of a refused body that are taken and thrown away. A server that answers and closes with the body unread resets
     * the connection, and the client may lose the answer (RFC 9112, section 9.6).
     */
    private static final long SWALLOWED = 16L * 1024 * 1024;

    private BoundedBody() {}

    /** @throws ProblemException {@code payload-too-large} beyond {@code most} bytes */
    public static byte[] read(InputStream input, int most) throws IOException {
        byte[] body = input.readNBytes(most + 1);
        if (body.length > most) {
            swallow(input);
            throw ProblemException.of(ProblemType.PAYLOAD_TOO_LARGE);
        }
        return body;
    }

    /** Takes what is left of a body that is refused, as far as it is bearable. */
    public static void swallow(InputStream input) throws IOException {
        byte[] waste = new byte[8 * 1024];
        long left = SWALLOWED;
        while (left > 0) {
            int read = input.read(waste);
            if (read < 0) {
                return;
            }
            left -= read;
        }
    }
}
