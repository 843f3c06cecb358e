package dev.eso4j.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("bin/eso in a checkout")
class BinEsoIT {
    private static final Path REPOSITORY =
            OperatorProcess.JAR.resolve("../../..").normalize();

    @TempDir
    private Path temp;

    private Path checkout;
    private Path jar;
    private Path archive;

    /** What a run printed, and how it ended. */
    private record Run(int code, String out, String err) {}

    @BeforeEach
    void checkout() throws IOException {
        checkout = temp.resolve("a checkout");
        Files.createDirectories(checkout.resolve("bin/lib"));
        Files.createDirectories(checkout.resolve("eso-standalone/src/main/java"));
        for (String file : List.of("bin/eso", "bin/lib/require.sh")) {
            Files.copy(REPOSITORY.resolve(file), checkout.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
        }
        Files.writeString(checkout.resolve("pom.xml"), "<project/>");
        jar = checkout.resolve("eso-standalone/target/eso-standalone.jar");
        archive = jar.resolveSibling("eso.jsa");
        Files.createDirectories(jar.getParent());
        Files.copy(OperatorProcess.JAR, jar);
    }

    @Test
    @DisplayName("runs the jar, from any folder and through links, and prepares its classes once")
    void runs() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(temp.resolve("eso"), checkout.resolve("bin/eso"));
        Path second = Files.createSymbolicLink(temp.resolve("second"), link.getFileName());
        Run first = run(second, "mvn must not be called; exit 9", "version");
        assertThat(first).isEqualTo(new Run(0, "eso4j " + version() + "\n", ""));
        assertThat(archive).isNotEmptyFile();

        FileTime prepared = Files.getLastModifiedTime(archive);
        assertThat(run(second, "exit 9", "version").code()).isZero();
        assertThat(Files.getLastModifiedTime(archive)).isEqualTo(prepared);
        // Flags of one's own win.
        assertThat(run(second, "exit 9", List.of("-Xshare:off", "-XX:+UseParallelGC"), "version"))
                .isEqualTo(first);
    }

    @Test
    @DisplayName("passes the exit code and the arguments on")
    void passesOn() throws IOException, InterruptedException {
        Run wrong = run(checkout.resolve("bin/eso"), "exit 9", "operator", "--nonsense with spaces=1");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("unknown flag: --nonsense with spaces");
    }

    @Test
    @DisplayName("works without the prepared classes where they cannot be made")
    void withoutArchive() throws IOException, InterruptedException {
        Files.createDirectories(archive.resolve("in the way"));
        Run run = run(checkout.resolve("bin/eso"), "exit 9", "version");
        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("eso4j ");
    }

    @Test
    @DisplayName("builds when a source is newer than the jar, without a word of Maven's")
    void rebuilds() throws IOException, InterruptedException {
        newer("eso-standalone/src/main/java/A.java");
        Run run = run(checkout.resolve("bin/eso"), "echo noise; echo \"$@\" > called", "version");
        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo("eso4j " + version() + "\n");
        assertThat(run.err()).startsWith("Building ").doesNotContain("noise");
        assertThat(checkout.resolve("called")).content().contains("-pl eso-standalone -am package -DskipTests");
        assertThat(run(checkout.resolve("bin/eso"), "exit 9", "version").code()).isZero();
    }

    @Test
    @DisplayName("shows what Maven said when the build fails")
    void failedBuild() throws IOException, InterruptedException {
        newer("pom.xml");
        Run run = run(checkout.resolve("bin/eso"), "echo cannot find symbol; exit 1", "version");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("cannot find symbol", "The build failed");
    }

    private void newer(String file) throws IOException {
        Path path = checkout.resolve(file);
        Files.writeString(path, "newer");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().minusSeconds(60)));
    }

    private Run run(Path eso, String mvn, String... args) throws IOException, InterruptedException {
        return run(eso, mvn, List.of(), args);
    }

    private Run run(Path eso, String mvn, List<String> opts, String... args) throws IOException, InterruptedException {
        Path tools = Files.createDirectories(temp.resolve("tools"));
        Path fake = tools.resolve("mvn");
        Files.writeString(fake, "#!/bin/sh\n[ \"$1\" = -v ] && { echo 'Apache Maven 3.9.9'; exit 0; }\n" + mvn + "\n");
        Files.setPosixFilePermissions(fake, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<String> command = new ArrayList<>(List.of(eso.toString()));
        command.addAll(List.of(args));
        Path out = temp.resolve("out");
        Path err = temp.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().merge("PATH", tools.toString(), (old, added) -> added + ":" + old);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("ESO_JAVA_OPTS", String.join(" ", opts));
        int code = builder.start().waitFor();
        return new Run(
                code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }

    private String version() throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes().getValue("Implementation-Version");
        }
    }
}
