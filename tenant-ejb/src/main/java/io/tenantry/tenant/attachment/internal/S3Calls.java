package io.tenantry.tenant.attachment.internal;

import io.tenantry.tenant.attachment.BlobStore.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * The three calls of S3 that files need, signed with AWS Signature Version 4 by Amazon's own signer, over the client of the
 * JDK. The signature covers the SHA-256 of the content, so the storage refuses what has changed on its way.
 */
final class S3Calls {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final S3Settings settings;
    private final AwsCredentialsIdentity identity;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final SdkHttpClient http = UrlConnectionHttpClient.builder()
            .connectionTimeout(CONNECT)
            .socketTimeout(SILENCE)
            .build();

    S3Calls(S3Settings settings) {
        this.settings = settings;
        this.identity = AwsCredentialsIdentity.create(settings.accessKey(), settings.secretKey());
    }

    void put(String key, Content content, long length) throws IOException {
        SdkHttpRequest request = request(SdkHttpMethod.PUT, key)
                .putHeader("Content-Length", Long.toString(length))
                .build();
        requireDone(call(request, provider(content)), key);
    }

    InputStream get(String key) throws IOException {
        HttpExecuteResponse response = call(request(SdkHttpMethod.GET, key).build(), null);
        if (!response.httpResponse().isSuccessful()) {
            requireDone(response, key);
        }
        return response.responseBody().orElseThrow(() -> new IOException("no content of " + key));
    }

    /** What is not there is deleted, too. */
    void delete(String key) throws IOException {
        HttpExecuteResponse response = call(request(SdkHttpMethod.DELETE, key).build(), null);
        if (response.httpResponse().statusCode() == 404) {
            close(response);
        } else {
            requireDone(response, key);
        }
    }

    private SdkHttpRequest.Builder request(SdkHttpMethod method, String key) {
        return SdkHttpRequest.builder().method(method).uri(settings.address(key));
    }

    private HttpExecuteResponse call(SdkHttpRequest request, ContentStreamProvider content) throws IOException {
        SignedRequest signed = signer.sign(signing -> signing.identity(identity)
                .request(request)
                .payload(content)
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                .putProperty(AwsV4HttpSigner.REGION_NAME, settings.region())
                .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
                .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, true)
                .putProperty(AwsV4HttpSigner.CHUNK_ENCODING_ENABLED, false));
        return http.prepareRequest(HttpExecuteRequest.builder()
                        .request(signed.request())
                        .contentStreamProvider(signed.payload().orElse(null))
                        .build())
                .call();
    }

    /** Never with what was answered: it is for the log. */
    private static void requireDone(HttpExecuteResponse response, String key) throws IOException {
        close(response);
        if (!response.httpResponse().isSuccessful()) {
            throw new IOException("the storage answered %d about %s"
                    .formatted(response.httpResponse().statusCode(), key));
        }
    }

    private static void close(HttpExecuteResponse response) throws IOException {
        AbortableInputStream body = response.responseBody().orElse(null);
        if (body != null) {
            body.close();
        }
    }

    private static ContentStreamProvider provider(Content content) {
        return () -> {
            try {
                return content.open();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
