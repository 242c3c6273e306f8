package io.tenantry.web.http;

import io.tenantry.tenant.attachment.AttachmentView;
import io.tenantry.tenant.attachment.StoredFile;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A file that somebody has uploaded, as an answer that can do no harm in a browser: it is saved, or has no origin. */
public final class FileAnswer {

    private FileAnswer() {}

    /**
     * @param known what the client says it has ({@code If-None-Match})
     * @param inline to be shown rather than saved, where that is safe
     */
    public static Response of(StoredFile file, String known, boolean inline) {
        AttachmentView view = file.attachment();
        EntityTag tag = new EntityTag(view.sha256());
        if (('"' + view.sha256() + '"').equals(known)) {
            return Response.notModified(tag).build();
        }
        StreamingOutput content = file::writeTo;
        return Response.ok(content, mediaType(view))
                .tag(tag)
                .header(HttpHeaders.CONTENT_LENGTH, view.size())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(view, inline && isShowable(view)))
                .build();
    }

    /** Whether a browser shows it without running anything of it. */
    public static boolean isShowable(AttachmentView view) {
        return view.mediaType().startsWith("image/") || view.mediaType().equals("application/pdf");
    }

    private static String mediaType(AttachmentView view) {
        return view.mediaType().startsWith("text/") ? view.mediaType() + ";charset=UTF-8" : view.mediaType();
    }

    /** Both forms of the name (RFC 6266, appendix D; RFC 8187). */
    private static String disposition(AttachmentView view, boolean inline) {
        String plain = view.name().replaceAll("[^A-Za-z0-9 ._()-]", "_");
        String encoded = URLEncoder.encode(view.name(), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "%s; filename=\"%s\"; filename*=UTF-8''%s".formatted(inline ? "inline" : "attachment", plain, encoded);
    }
}
