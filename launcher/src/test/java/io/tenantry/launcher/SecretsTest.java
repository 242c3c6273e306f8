package io.tenantry.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    private Path directory;

    @Test
    void secretsStayTheSameOnEveryStart() {
        Secrets first = new Secrets(directory);
        Secrets second = new Secrets(directory);

        assertThat(second.databasePasswords()).isEqualTo(first.databasePasswords());
        assertThat(second.setupToken())
                .isEqualTo(first.setupToken())
                .hasSize(43)
                .matches("[A-Za-z0-9_-]+");
        assertThat(second.superuserPassword()).isEqualTo(first.superuserPassword());
    }

    @Test
    void everyPasswordIsAnother() {
        Secrets secrets = new Secrets(directory);
        DatabasePasswords passwords = secrets.databasePasswords();

        assertThat(Stream.of(
                        passwords.owner(),
                        passwords.app(),
                        passwords.batch(),
                        secrets.superuserPassword(),
                        secrets.setupToken()))
                .doesNotHaveDuplicates();
    }

    @Test
    void passwordsAreNotPrinted() {
        DatabasePasswords passwords = new Secrets(directory).databasePasswords();

        assertThat(passwords.toString()).doesNotContain(passwords.owner(), passwords.app(), passwords.batch());
    }

    @Test
    void onlyTheOwnerReadsThem() throws IOException {
        Secrets secrets = new Secrets(directory);
        secrets.databasePasswords();
        secrets.signingKeys();

        assertThat(Files.getPosixFilePermissions(directory)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                            .isEqualTo(PosixFilePermissions.fromString("rw-------")));
        }
    }

    @Test
    void whatAnInterruptedStartLeftIsNotTakenForASecret() throws IOException {
        Files.writeString(directory.resolve("setup.token.tmp"), "half");

        assertThat(new Secrets(directory).setupToken()).hasSize(43);
    }

    @Test
    void thePublicKeyVerifiesWhatThePrivateKeySigned() throws Exception {
        SigningKeys keys = new Secrets(directory).signingKeys();
        KeyFactory rsa = KeyFactory.getInstance("RSA");
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(rsa.generatePrivate(new PKCS8EncodedKeySpec(decoded(keys.privateFile()))));
        byte[] signed = signature.sign();

        signature.initVerify(rsa.generatePublic(new X509EncodedKeySpec(decoded(keys.publicFile()))));

        assertThat(signature.verify(signed)).isTrue();
    }

    @Test
    void aLostPublicKeyIsDerivedAgain() throws IOException {
        SigningKeys keys = new Secrets(directory).signingKeys();
        String original = Files.readString(keys.publicFile());
        Files.delete(keys.publicFile());

        assertThat(new Secrets(directory).signingKeys().publicFile()).hasContent(original);
    }

    private static byte[] decoded(Path pem) throws IOException {
        return Base64.getMimeDecoder().decode(Files.readString(pem).replaceAll("-----[A-Z ]+-----", ""));
    }
}
