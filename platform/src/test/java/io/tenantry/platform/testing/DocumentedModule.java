package io.tenantry.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** What documented files have for one module of the build. */
public record DocumentedModule(String name, Map<String, String> files) {

    private static final String JAVA = "/src/main/java/";
    private static final String RESOURCES = "/src/main/resources/";

    /** Files of its resources, by their path on the class path. */
    public Map<String, String> resources() {
        return below(RESOURCES);
    }

    /** Files of any folder, such as {@code /src/main/webapp/}, by their path below it. */
    public Map<String, String> below(String folder) {
        Map<String, String> found = new TreeMap<>();
        files.forEach((path, text) -> {
            if (path.startsWith(name + folder)) {
                found.put(path.substring(name.length() + folder.length()), text);
            }
        });
        return found;
    }

    /** Makes the directory that its JAR is packed from. Warnings of the compiler are errors, as for all modules. */
    public Path build(String classPath, Path output) {
        try {
            Files.createDirectories(output);
            for (Map.Entry<String, String> resource : resources().entrySet()) {
                Path file = output.resolve(resource.getKey());
                Files.createDirectories(file.getParent());
                Files.writeString(file, resource.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        compile(classPath, output);
        return output;
    }

    private void compile(String classPath, Path output) {
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        List<String> options = List.of(
                "--release",
                "17",
                "-parameters",
                "-proc:none",
                "-Xlint:all,-processing,-serial,-exports,-classfile,-path,-options",
                "-classpath",
                classPath,
                "-d",
                output.toString());
        List<Source> sources = below(JAVA).entrySet().stream()
                .map(file -> new Source(file.getKey(), file.getValue()))
                .toList();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        boolean done =
                compiler.getTask(null, null, said, options, null, sources).call();
        String complaints = said.getDiagnostics().stream()
                // of no source: annotations of libraries that are not on the class path of any module
                .filter(one -> one.getKind() == Diagnostic.Kind.ERROR || one.getSource() != null)
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
        if (!done || !complaints.isEmpty()) {
            throw new IllegalStateException(complaints);
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String path, String text) {
            super(URI.create("string:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
