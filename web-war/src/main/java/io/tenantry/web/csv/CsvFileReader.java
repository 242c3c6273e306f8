package io.tenantry.web.csv;

import io.tenantry.web.json.BodyReading;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads files before the resource is called: what makes calls happen once compares their bodies first. */
@Provider
@Dependent
@Consumes("text/csv")
public class CsvFileReader implements MessageBodyReader<CsvFile> {

    /** Bytes. */
    private static final int MAX_FILE = 10 * 1024 * 1024;

    @Inject
    BodyReading reading;

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == CsvFile.class;
    }

    @Override
    public CsvFile readFrom(
            Class<CsvFile> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream input)
            throws IOException {
        return new CsvFile(reading.bytes(input, MAX_FILE));
    }
}
