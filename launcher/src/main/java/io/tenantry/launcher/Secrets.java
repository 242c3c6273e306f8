package io.tenantry.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/** Passwords and keys of this installation: made on the first start, kept in owner-only files. */
final class Secrets {

    private static final int BYTES = 32;

    private final Path directory;

    Secrets(Path directory) {
        this.directory = directory;
        try {
            Files.createDirectories(directory);
            DataDirectory.restrict(directory);
        } catch (IOException e) {
            throw new LaunchFailure("Cannot write secrets to " + directory + ": " + LaunchFailure.rootMessage(e), e);
        }
    }

    DatabasePasswords databasePasswords() {
        return new DatabasePasswords(
                password("database-owner.password"),
                password("database-app.password"),
                password("database-batch.password"));
    }

    /** The file whose only line is the password of the embedded database's superuser. */
    Path superuserPasswordFile() {
        keep("database-superuser.password", Secrets::random);
        return directory.resolve("database-superuser.password");
    }

    String superuserPassword() {
        return password("database-superuser.password");
    }

    String setupToken() {
        return password("setup.token");
    }

    /** From which the platform derives its keys: with another, what they closed stays closed. */
    String secretKey() {
        return password("platform.key");
    }

    SigningKeys signingKeys() {
        return new SigningKeys(this);
    }

    /** The content of a file, which is made by {@code content} when it is not there yet. */
    String keep(String name, Supplier<String> content) {
        Path file = directory.resolve(name);
        try {
            if (!Files.exists(file)) {
                // a process killed while writing must not leave half a secret behind
                Path unfinished = directory.resolve(name + ".tmp");
                Files.deleteIfExists(unfinished);
                Files.createFile(unfinished);
                DataDirectory.restrict(unfinished);
                Files.writeString(unfinished, content.get());
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            }
            DataDirectory.restrict(file);
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep " + file, e);
        }
    }

    Path file(String name) {
        return directory.resolve(name);
    }

    private String password(String name) {
        return keep(name, Secrets::random).strip();
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
