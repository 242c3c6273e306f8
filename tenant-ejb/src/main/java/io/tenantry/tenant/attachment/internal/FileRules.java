package io.tenantry.tenant.attachment.internal;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which files are taken: how large, and of which kinds. */
@ApplicationScoped
public class FileRules {

    private static final String MEDIA_TYPES = "application/pdf,image/jpeg,image/png,image/webp,image/heic,image/gif,"
            + "text/plain,text/csv,application/vnd.oasis.opendocument.text,"
            + "application/vnd.openxmlformats-officedocument.wordprocessingml.document,"
            + "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    @ConfigProperty(name = "tenantry.attachments.max-bytes", defaultValue = "26214400")
    long maxBytes;

    @Inject
    @ConfigProperty(name = "tenantry.attachments.media-types", defaultValue = MEDIA_TYPES)
    Set<String> mediaTypes;

    /**
     * Takes in a file; the caller closes it.
     *
     * @throws ProblemException {@code validation}, {@code payload-too-large}, {@code unsupported-media-type}
     */
    public ReceivedFile receive(String name, InputStream content) throws IOException {
        FileName fileName = FileName.of(name);
        ReceivedFile file = ReceivedFile.read(fileName, content, maxBytes);
        if (!mediaTypes.contains(file.mediaType())) {
            file.close();
            throw ProblemException.of(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE, Text.of("tenant.attachment-type", file.mediaType()));
        }
        return file;
    }
}
