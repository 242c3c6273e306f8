package io.tenantry.tenant.branding.internal.image;

import io.tenantry.platform.problem.ProblemException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Decodes a raster and encodes its first picture anew: only points get from the original into the result. */
final class Raster {

    static final int MAX_SIDE = 2048;
    /** A JPEG may pass over all its points again with each scan, for a few bytes. */
    static final int MAX_SCANS = 64;

    private static final int START_OF_SCAN = 0xda;

    private Raster() {}

    static CleanImage clean(byte[] image, RasterFormat format, int side) {
        if (format == RasterFormat.JPEG && scans(image) > MAX_SCANS) {
            throw BadImage.broken();
        }
        try {
            return new CleanImage(
                    format.mediaType(), encode(copy(decode(image, format), format, side), format), List.of());
        } catch (ProblemException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // the decoders throw whatever they run into
            throw BadImage.broken();
        }
    }

    private static BufferedImage decode(byte[] image, RasterFormat format) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format.name()).next();
        try (MemoryCacheImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(image))) {
            reader.setInput(input, true, true);
            // from the header, before memory is taken for its points
            if (reader.getWidth(0) > MAX_SIDE || reader.getHeight(0) > MAX_SIDE) {
                throw BadImage.refused("tenant.image-large", MAX_SIDE);
            }
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    /** In one known layout of points, and scaled down to {@code side}. */
    private static BufferedImage copy(BufferedImage image, RasterFormat format, int side) {
        double scale = Math.min(1, side / (double) Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        int layout = format == RasterFormat.JPEG ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB;
        BufferedImage copy = new BufferedImage(width, height, layout);
        Graphics2D graphics = copy.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return copy;
    }

    private static byte[] encode(BufferedImage image, RasterFormat format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer =
                ImageIO.getImageWritersByFormatName(format.writer()).next();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(image);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static int scans(byte[] image) {
        int scans = 0;
        for (int i = 1; i < image.length; i++) {
            if ((image[i] & 0xff) == START_OF_SCAN && (image[i - 1] & 0xff) == 0xff) {
                scans++;
            }
        }
        return scans;
    }
}
