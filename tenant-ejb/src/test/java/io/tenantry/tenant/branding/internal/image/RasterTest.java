package io.tenantry.tenant.branding.internal.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.problem.ProblemException;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RasterTest {

    private static final String SCRIPT = "<script>alert(1)</script>";

    @ParameterizedTest
    @CsvSource({"png, image/png", "jpeg, image/jpeg", "gif, image/png"})
    void aPictureIsWrittenAnew(String format, String mediaType) {
        CleanImage clean = ImageCleaning.clean(picture(40, 20, format), 100);

        assertThat(clean.mediaType()).isEqualTo(mediaType);
        BufferedImage image = decoded(clean);
        assertThat(image.getWidth()).isEqualTo(40);
        assertThat(image.getHeight()).isEqualTo(20);
        assertThat(new Color(image.getRGB(5, 5)).getRed()).isGreaterThan(200);
    }

    @ParameterizedTest
    @CsvSource({"200, 100, 64, 32", "100, 200, 32, 64", "2048, 1, 64, 1", "10, 10, 10, 10"})
    void aLargerOneIsScaledDown(int width, int height, int newWidth, int newHeight) {
        BufferedImage image = decoded(ImageCleaning.clean(picture(width, height, "png"), 64));
        assertThat(image.getWidth()).isEqualTo(newWidth);
        assertThat(image.getHeight()).isEqualTo(newHeight);
    }

    @ParameterizedTest
    @CsvSource({"png", "jpeg", "gif"}) // attack case 27
    void whatHangsOnAPictureIsGone(String format) {
        byte[] polyglot = join(picture(40, 20, format), SCRIPT.getBytes(StandardCharsets.US_ASCII));
        CleanImage clean = ImageCleaning.clean(polyglot, 100);
        assertThat(new String(clean.content(), StandardCharsets.ISO_8859_1)).doesNotContain("script");
        assertThat(decoded(clean).getWidth()).isEqualTo(40);
    }

    @Test
    void whatIsSaidOfAPictureIsGone() {
        byte[] png =
                withChunk(picture(40, 20, "png"), "tEXt", ("Comment\0" + SCRIPT).getBytes(StandardCharsets.US_ASCII));
        CleanImage clean = ImageCleaning.clean(png, 100);
        assertThat(new String(clean.content(), StandardCharsets.ISO_8859_1)).doesNotContain("script", "tEXt");
    }

    @Test
    @Timeout(10)
    void hugeDimensionsAreRefusedBeforeDecoding() {
        byte[] png = picture(1, 1, "png");
        ByteBuffer.wrap(png).putInt(16, 50_000).putInt(20, 50_000);
        refused("tenant.image-large", sealed(png));
        refused("tenant.image-large", picture(2049, 1, "png"));
        refused("tenant.image-large", picture(1, 2049, "gif"));
        byte[] gif = picture(1, 1, "gif");
        int descriptor = new String(gif, StandardCharsets.ISO_8859_1).indexOf(',');
        Arrays.fill(gif, descriptor + 5, descriptor + 9, (byte) 0xff);
        refused("tenant.image-large", gif);
    }

    @Test
    @Timeout(10)
    void aBombBesideThePictureIsNotUnpacked() {
        Deflater deflater = new Deflater();
        deflater.setInput(new byte[100_000_000]);
        deflater.finish();
        byte[] packed = new byte[200_000];
        int length = deflater.deflate(packed);
        byte[] text = join(new byte[] {'a', 0, 0}, Arrays.copyOf(packed, length));
        byte[] png = withChunk(picture(40, 20, "png"), "zTXt", text);
        assertThat(ImageCleaning.clean(png, 100).content()).hasSizeLessThan(10_000);
    }

    @Test
    void tooManyScansAreRefused() {
        assertThat(ImageCleaning.clean(withScans(Raster.MAX_SCANS - 1), 100).content())
                .isNotEmpty();
        refused("tenant.image-broken", withScans(Raster.MAX_SCANS));
    }

    @Test
    void whatIsBrokenIsRefused() {
        byte[] png = picture(40, 20, "png");
        refused("tenant.image-broken", Arrays.copyOf(png, 40));
        refused("tenant.image-broken", join("GIF89a".getBytes(StandardCharsets.US_ASCII), new byte[100]));
        refused("tenant.image-broken", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 1, 2, 3});
        refused("tenant.image-unknown", "RIFF1234WEBPVP8 ".getBytes(StandardCharsets.US_ASCII));
        refused("tenant.image-unknown", ("%PDF-1.7 " + SCRIPT).getBytes(StandardCharsets.US_ASCII));
        refused("tenant.image-unknown", new byte[0]);
    }

    private static void refused(String key, byte[] image) {
        assertThatThrownBy(() -> ImageCleaning.clean(image, 100))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.errors().get(0).detail().key())
                                .isEqualTo(key));
    }

    /** A whole picture, with that many marks of further scans in a comment, where they do not hinder decoding. */
    private static byte[] withScans(int count) {
        byte[] jpeg = picture(40, 20, "jpeg");
        ByteBuffer comment =
                ByteBuffer.allocate(4 + 2 * count).putShort((short) 0xfffe).putShort((short) (2 + 2 * count));
        for (int i = 0; i < count; i++) {
            comment.putShort((short) 0xffda);
        }
        return join(Arrays.copyOf(jpeg, 2), comment.array(), Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static byte[] picture(int width, int height, String format) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, Color.RED.getRGB());
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static BufferedImage decoded(CleanImage image) {
        try {
            return ImageIO.read(new ByteArrayInputStream(image.content()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With another chunk behind the header. */
    private static byte[] withChunk(byte[] png, String type, byte[] data) {
        byte[] named = join(type.getBytes(StandardCharsets.US_ASCII), data);
        CRC32 crc = new CRC32();
        crc.update(named);
        byte[] length = ByteBuffer.allocate(4).putInt(data.length).array();
        byte[] check = ByteBuffer.allocate(4).putInt((int) crc.getValue()).array();
        byte[] header = Arrays.copyOf(png, 33);
        byte[] rest = Arrays.copyOfRange(png, 33, png.length);
        return join(header, length, named, check, rest);
    }

    /** With the checksum of its header put right. */
    private static byte[] sealed(byte[] png) {
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
        return png;
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
