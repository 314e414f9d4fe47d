package io.jenkins.plugins.connleak.core.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that hold what a writer wrote when it was last looked at; {@code -Dconnleak.updateGolden=true} writes them anew. */
final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/io/jenkins/plugins/connleak/core/export");

    private Golden() {}

    static void assertSame(String name, byte[] actual) throws IOException {
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("connleak.updateGolden")) {
            Files.write(file, actual);
        }
        assertThat(new String(actual, StandardCharsets.UTF_8))
                .as("%s; -Dconnleak.updateGolden=true accepts the new text", file)
                .isEqualTo(Files.readString(file));
    }
}
