package io.jenkins.plugins.connleak.core.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.connleak.core.model.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IgnoreListTest {
    @TempDir
    private Path temp;

    @Test
    void readsMethodsJoinedByHashes() throws Exception {
        IgnoreList list = IgnoreList.read(
                file("# helpers\nTaskHelper.java=public A f() {#private B g(int i)\nDao.java: void h()\n"));

        assertThat(list)
                .isEqualTo(new IgnoreList(Map.of(
                        "TaskHelper.java", Set.of("public A f() {", "private B g(int i)"),
                        "Dao.java", Set.of("void h()"))));
    }

    @Test
    void comparesWholeMethodLinesOfFilesOfThatSimpleName() throws Exception {
        IgnoreList list = IgnoreList.read(file("Dao.java=void h()"));

        assertThat(list.names("a/b/Dao.java", "void h()")).isTrue();
        assertThat(list.names("Dao.java", "void h()")).isTrue();
        assertThat(list.names("Dao.java", "void h() {")).isFalse();
        assertThat(list.names("a/XDao.java", "void h()")).isFalse();
    }

    @Test
    void acceptsAnEmptyList() throws Exception {
        assertThat(IgnoreList.read(file("# nothing yet\n"))).isEqualTo(IgnoreList.EMPTY);
    }

    @Test
    void namesFileAndKeyOfEntryWithoutMethod() throws Exception {
        Path file = file("A.java=void f()\nDao.java=\n");
        Path hashes = Files.writeString(temp.resolve("hashes"), "Dao.java=##");
        String reason = " can't be used: key Dao.java names no method; give the methods' first lines, joined by #";

        assertThatThrownBy(() -> IgnoreList.read(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("The ignore list " + file + reason);
        assertThatThrownBy(() -> IgnoreList.read(hashes))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("The ignore list " + hashes + reason);
    }

    @Test
    void refusesMissingFileAndFolder() {
        assertThatThrownBy(() -> IgnoreList.read(temp.resolve("missing")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("The ignore list does not exist: " + temp.resolve("missing"));
        assertThatThrownBy(() -> IgnoreList.read(temp)).isInstanceOf(ConfigurationException.class);
    }

    private Path file(String text) throws Exception {
        return Files.writeString(temp.resolve("ignore.properties"), text);
    }
}
