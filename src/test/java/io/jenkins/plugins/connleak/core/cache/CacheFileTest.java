package io.jenkins.plugins.connleak.core.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheFileTest {
    private static final byte[] CONTENT = "what was found".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path temp;

    @Test
    void hasNothingBeforeSomethingIsWritten() throws Exception {
        assertThat(new CacheFile(temp.resolve("new"), "scan", "key").read()).isEmpty();
    }

    @Test
    void readsBackWhatWasWrittenLast() throws Exception {
        CacheFile file = new CacheFile(temp.resolve("new"), "scan", "key");
        file.write(new byte[] {1, 2});
        file.write(CONTENT);

        assertThat(new CacheFile(temp.resolve("new"), "scan", "key").read()).hasValue(ByteBuffer.wrap(CONTENT));
        assertThat(names(temp.resolve("new")))
                .containsExactly(file.path().getFileName().toString());
    }

    @Test
    void keepsAFileForEachKey() throws Exception {
        new CacheFile(temp, "scan", "one").write(CONTENT);

        assertThat(new CacheFile(temp, "scan", "two").read()).isEmpty();
        assertThat(new CacheFile(temp, "scan", "one").read()).hasValue(ByteBuffer.wrap(CONTENT));
    }

    @Test
    void refusesAFileOfAnotherKeyUnderItsName() throws Exception {
        CacheFile one = new CacheFile(temp, "scan", "one");
        CacheFile two = new CacheFile(temp, "scan", "two");
        one.write(CONTENT);
        Files.copy(one.path(), two.path());

        assertThatThrownBy(two::read)
                .isInstanceOf(DamagedCacheException.class)
                .hasMessageContaining("another version or for another scan");
    }

    @Test
    void refusesEveryFileThatWasCutOrChanged() throws Exception {
        CacheFile file = new CacheFile(temp, "scan", "key");
        file.write(CONTENT);
        byte[] whole = Files.readAllBytes(file.path());
        for (int i = 0; i < whole.length; i++) {
            Files.write(file.path(), Arrays.copyOf(whole, i));
            assertThatThrownBy(file::read).isInstanceOf(DamagedCacheException.class);
            byte[] changed = whole.clone();
            changed[i] ^= 4;
            Files.write(file.path(), changed);
            assertThatThrownBy(file::read).isInstanceOf(DamagedCacheException.class);
        }
    }

    @Test
    void refusesAFolderInItsPlace() throws Exception {
        CacheFile file = new CacheFile(temp, "scan", "key");
        Files.createDirectories(file.path());

        assertThatThrownBy(file::read).isInstanceOf(DamagedCacheException.class);
    }

    @Test
    void leavesTheOldFileWhereItCannotWrite() throws Exception {
        Path folder = temp.resolve("plain");
        Files.writeString(folder, "a file, not a folder");

        assertThatThrownBy(() -> new CacheFile(folder, "scan", "key").write(CONTENT))
                .isInstanceOf(IOException.class);
        assertThat(folder).hasContent("a file, not a folder");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
