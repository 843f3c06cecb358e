package dev.eso4j.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("eso local")
class LocalCommandTest {
    private static final String QUICKSTART = "../samples/quickstart";

    @TempDir
    private Path dir;

    @Test
    @DisplayName("makes private files of the quickstart's Secrets and prints what it did, without values")
    void quickstart() throws IOException {
        Path out = dir.resolve("out");
        Console console = Console.run("local", QUICKSTART, "--output", out.toString());
        assertThat(console.code()).as(console.all()).isZero();
        assertThat(console.out()).contains("shop/database: created database", "shop/mail: created mail-settings");
        assertThat(console.all()).doesNotContain("not-a-real-password");
        assertThat(Files.readString(out.resolve("shop/database/password"))).isEqualTo("not-a-real-password");
        assertThat(Files.readString(out.resolve("shop/mail-settings/mail-user")))
                .isEqualTo("mailer");
        assertThat(Files.readString(out.resolve("shop/mail-settings/license"))).isEqualTo("ABC-123");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out.resolve("shop/database/password"))))
                .isEqualTo("rw-------");
    }

    @Test
    @DisplayName("writes no file anew when nothing changed")
    void secondRunWritesNothing() throws IOException {
        Path out = dir.resolve("out");
        Console.run("local", QUICKSTART, "--output", out.toString());
        Path data = Files.readSymbolicLink(out.resolve("shop/database/..data"));
        Console console = Console.run("local", QUICKSTART, "--output", out.toString(), "--once");
        assertThat(console.out()).contains("shop/database: unchanged database");
        assertThat(Files.readSymbolicLink(out.resolve("shop/database/..data"))).isEqualTo(data);
    }

    @Test
    @DisplayName("removes the files of an ExternalSecret that is gone")
    void removes() throws IOException {
        Path in = Files.createDirectory(dir.resolve("in"));
        for (String name : new String[] {"store.yaml", "database.yaml", "mail.yaml"}) {
            Files.copy(Path.of(QUICKSTART).resolve(name), in.resolve(name));
        }
        Path out = dir.resolve("out");
        Console.run("local", in.toString(), "--output", out.toString());
        Files.delete(in.resolve("mail.yaml"));
        assertThat(Console.run("local", in.toString(), "--output", out.toString())
                        .code())
                .isZero();
        assertThat(out.resolve("shop/mail-settings")).doesNotExist();
        assertThat(out.resolve("shop/database/password")).exists();
    }

    @Test
    @DisplayName("writes env files, YAML and JSON when asked to")
    void formats() throws IOException {
        for (String format : new String[] {"env", "yaml", "json"}) {
            Path out = dir.resolve(format);
            Console console = Console.run("local", QUICKSTART, "--output", out.toString(), "--format", format);
            assertThat(console.code()).as(console.all()).isZero();
            assertThat(out.resolve("shop/database." + format))
                    .isRegularFile()
                    .content()
                    .contains("password");
        }
    }

    @Test
    @DisplayName("takes manifests of kinds that nothing acts on yet, and says so of each")
    void idleKinds() throws IOException {
        Path in = Files.createDirectory(dir.resolve("in"));
        Files.copy(Path.of(QUICKSTART).resolve("store.yaml"), in.resolve("store.yaml"));
        Files.copy(Path.of(QUICKSTART).resolve("database.yaml"), in.resolve("database.yaml"));
        Path examples = Path.of("../eso-api/src/test/resources/manifests");
        for (String kind : new String[] {"PushSecret", "ClusterExternalSecret", "Password"}) {
            Files.copy(examples.resolve(kind + ".yaml"), in.resolve(kind + ".yaml"));
        }
        Path out = dir.resolve("out");

        Console console = Console.run("local", in.toString(), "--output", out.toString());

        assertThat(console.code()).as(console.all()).isZero();
        assertThat(out.resolve("shop/database/password")).exists();
        assertThat(console.all())
                .contains(
                        "Warning: PushSecret default/shop-database is checked, but nothing acts on this kind yet",
                        "Warning: ClusterExternalSecret company-certificate is checked")
                .doesNotContain("Password");
    }

    @Test
    @DisplayName("checks the fields of such a manifest all the same")
    void idleKindsAreChecked() throws IOException {
        Path in = Files.createDirectory(dir.resolve("in"));
        Files.writeString(in.resolve("push.yaml"), """
                apiVersion: external-secrets.io/v1alpha1
                kind: PushSecret
                metadata:
                  name: a
                spec:
                  secretStoreRef: []
                """);

        Console console = Console.run(
                "local", in.toString(), "--output", dir.resolve("out").toString());

        assertThat(console.code()).isEqualTo(ExitCode.USAGE);
        assertThat(console.all())
                .contains("push.yaml:6: document 1: spec.secretStoreRef: there is no such field", "secretStoreRefs");
    }
}
