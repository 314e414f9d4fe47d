package io.jenkins.plugins.connleak.core.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.cache.Checksum;
import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.Certainty;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanCacheTest {
    private static final String LEAK = """
            class %s {
                void go(javax.sql.DataSource source) throws Exception {
                    java.sql.Connection connection = source.getConnection();
                    connection.createStatement().execute("x");
                }
            }
            """;
    private static final String NO_LEAK = """
            class %s {
                void go(javax.sql.DataSource source) throws Exception {
                    try (java.sql.Connection connection = source.getConnection()) {
                        Helper.use(connection);
                    }
                }
            }
            """;

    /** Where the content of a cache file begins: after what it is, its key and its checksum. */
    private static final int CONTENT = "connleak cache 3\n".length() + 32 + Long.BYTES;

    private static final int STRANGE = 40;

    @TempDir
    private Path temp;

    private Path tree;
    private Path cache;
    private final List<String> notes = new ArrayList<>();

    @BeforeEach
    void makeTree() throws IOException {
        tree = Files.createDirectories(temp.resolve("tree"));
        cache = temp.resolve("made/cache");
        for (int i = 0; i < 30; i++) {
            write("A" + i, (i % 3 == 0 ? LEAK : NO_LEAK).formatted("A" + i));
        }
        write("Helper", "class Helper { static void use(java.sql.Connection c) throws Exception { c.commit(); } }");
        write("Broken", "class {");
    }

    @Test
    void keepsAScanAndTakesItOver() throws Exception {
        ScanOutcome first = kept(ScanOptions.DEFAULT);
        ScanOutcome second = kept(ScanOptions.DEFAULT);

        assertThat(first).isEqualTo(fresh(ScanOptions.DEFAULT)).isEqualTo(second);
        assertThat(first.report().findings()).hasSizeGreaterThanOrEqualTo(10);
        assertThat(notes).containsExactly("cache: nothing is kept yet", "cache: 32 of 32 files are as they were");
    }

    @Test
    void findsWhatAWholeScanFindsAfterChanges() throws Exception {
        kept(ScanOptions.DEFAULT);
        write("A0", NO_LEAK.formatted("A0"));
        write("A1", LEAK.formatted("A1"));
        write("New", LEAK.formatted("New"));
        Files.delete(tree.resolve("A3.java"));
        write("Broken", "class Broken { }");
        write("Helper", "class Helper { static void use(java.sql.Connection c) throws Exception { c.close(); } }");

        ScanOutcome again = kept(ScanOptions.DEFAULT);

        assertThat(again).isEqualTo(fresh(ScanOptions.DEFAULT));
        assertThat(notes).last().isEqualTo("cache: 27 of 32 files are as they were");
        assertThat(again.report().findings())
                .extracting(finding -> finding.place().file())
                .contains("A1.java", "New.java")
                .doesNotContain("A0.java", "A3.java");
    }

    @Test
    void seesAChangeThatLeavesSizeAndTimeAsTheyWere() throws Exception {
        write("A0", LEAK.formatted("A0"));
        FileTime time = Files.getLastModifiedTime(tree.resolve("A0.java"));
        kept(ScanOptions.DEFAULT);
        write("A0", LEAK.formatted("A0").replace("void go", "void do"));
        Files.setLastModifiedTime(tree.resolve("A0.java"), time);

        assertThat(kept(ScanOptions.DEFAULT)).isEqualTo(fresh(ScanOptions.DEFAULT));
    }

    @Test
    void keepsOtherOptionsApart() throws Exception {
        ScanOptions definite = new ScanOptions(
                Engine.BOTH, SourceSelection.DEFAULT, HouseFiles.NONE, Certainty.DEFINITE, 1, BuildTag.NONE);
        kept(ScanOptions.DEFAULT);

        assertThat(kept(definite)).isEqualTo(fresh(definite));
        assertThat(kept(definite)).isEqualTo(fresh(definite));
        assertThat(kept(ScanOptions.DEFAULT)).isEqualTo(fresh(ScanOptions.DEFAULT));
        assertThat(notes)
                .filteredOn(note -> note.equals("cache: nothing is kept yet"))
                .hasSize(2);
    }

    @Test
    void looksAtEverythingWhenTheTeamsFilesChange() throws Exception {
        Path catalog = tree.resolve(".connleak.yml");
        Files.writeString(catalog, "types:\n  - {type: house.Pool, quiet: [take]}\n");
        kept(ScanOptions.DEFAULT);
        Files.writeString(catalog, "types:\n  - {type: house.Pool, quiet: [give]}\n");

        assertThat(kept(ScanOptions.DEFAULT)).isEqualTo(fresh(ScanOptions.DEFAULT));
        assertThat(notes).containsOnly("cache: nothing is kept yet");
    }

    @Test
    void takesOverTheCatalogsAsTheyWere() throws Exception {
        Files.writeString(tree.resolve(".connleak.yml"), """
                types:
                  - type: house.Pool
                    acquire: [{methods: [take], type: java.sql.Connection}]
                names: {closing: "giveBack|shut.*"}
                exceptions: {LostException: SQLException}
                """);
        write("User", """
                class User {
                    void go(house.Pool pool) throws Exception {
                        java.sql.Connection taken = pool.take();
                        java.sql.Connection given = pool.take();
                        House.giveBack(given);
                        Helper.use(taken);
                    }
                }
                """);
        kept(ScanOptions.DEFAULT);
        Files.delete(only(cache, "scan-"));

        ScanOutcome again = kept(ScanOptions.DEFAULT);

        assertThat(again).isEqualTo(fresh(ScanOptions.DEFAULT));
        assertThat(again.report().findings())
                .filteredOn(finding -> finding.place().file().equals("User.java"))
                .extracting(finding -> finding.resource().variable())
                .containsExactly("taken");
    }

    @Test
    void readsTheCatalogsAnewWhereWhatIsKeptOfThemMakesNoSense() throws Exception {
        kept(ScanOptions.DEFAULT);
        Path file = only(cache, "catalog-");
        byte[] whole = Files.readAllBytes(file);
        for (int begin : new int[] {CONTENT, whole.length - 4 * STRANGE, whole.length - STRANGE}) {
            Files.write(file, withStrangeContent(whole, begin));

            ScanOutcome outcome = kept(ScanOptions.DEFAULT);

            assertThat(notes)
                    .filteredOn(note -> note.contains(" is made anew: its content makes no sense"))
                    .hasSize(1);
            assertThat(outcome).isEqualTo(fresh(ScanOptions.DEFAULT));
            notes.clear();
        }
    }

    @Test
    void looksAtEverythingWhenMuchHasChanged() throws Exception {
        kept(ScanOptions.DEFAULT);
        for (int i = 0; i < 25; i++) {
            write("A" + i, LEAK.formatted("A" + i));
        }

        assertThat(kept(ScanOptions.DEFAULT)).isEqualTo(fresh(ScanOptions.DEFAULT));
        assertThat(notes).last().asString().endsWith("too few to make use of it");
        kept(ScanOptions.DEFAULT);
        assertThat(notes).last().isEqualTo("cache: 32 of 32 files are as they were");
    }

    @Test
    void neverBelievesADamagedFile() throws Exception {
        kept(ScanOptions.DEFAULT);
        Path file = only(cache);
        byte[] whole = Files.readAllBytes(file);
        for (int cut : new int[] {0, 10, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, cut));
            assertThat(kept(ScanOptions.DEFAULT)).isEqualTo(fresh(ScanOptions.DEFAULT));
            assertThat(notes).last().asString().contains("is made anew");
            kept(ScanOptions.DEFAULT);
            assertThat(notes).last().isEqualTo("cache: 32 of 32 files are as they were");
        }
    }

    @Test
    void looksAtEverythingWhenAPartThatIsReadLaterMakesNoSense() throws Exception {
        kept(ScanOptions.DEFAULT);
        Path file = only(cache);
        byte[] whole = Files.readAllBytes(file);
        write("A0", NO_LEAK.formatted("A0"));
        ScanOutcome fresh = fresh(ScanOptions.DEFAULT);
        boolean isSeen = false;
        for (int begin = CONTENT; begin < whole.length && !isSeen; begin += STRANGE) {
            Files.write(file, withStrangeContent(whole, begin));

            ScanOutcome outcome = kept(ScanOptions.DEFAULT);

            String note = notes.get(notes.size() - 1);
            if (note.startsWith("cache: what was kept makes no sense: ")) {
                assertThat(outcome).isEqualTo(fresh);
                isSeen = true;
            }
        }
        assertThat(isSeen).isTrue();
    }

    /** The same bytes but for some, with the checksum that belongs to them. */
    private static byte[] withStrangeContent(byte[] whole, int begin) {
        byte[] strange = whole.clone();
        Arrays.fill(strange, begin, Math.min(begin + STRANGE, whole.length), (byte) 0xFF);
        byte[] content = Arrays.copyOfRange(strange, CONTENT, strange.length);
        ByteBuffer.wrap(strange).putLong(CONTENT - Long.BYTES, Checksum.of(content));
        return strange;
    }

    @Test
    void keepsOtherSelectionsOfFilesApart() throws Exception {
        ScanOptions some = selecting(List.of("**/A1*.java"));
        ScanOptions others = selecting(List.of("**/A2*.java"));
        kept(some);
        kept(others);

        assertThat(kept(some)).isEqualTo(fresh(some));
        assertThat(kept(others)).isEqualTo(fresh(others));
        assertThat(notes)
                .containsExactly(
                        "cache: nothing is kept yet",
                        "cache: nothing is kept yet",
                        "cache: 11 of 11 files are as they were",
                        "cache: 11 of 11 files are as they were");
    }

    private static ScanOptions selecting(List<String> includes) {
        SourceSelection all = SourceSelection.DEFAULT;
        return new ScanOptions(
                Engine.FLOW,
                new SourceSelection(includes, all.excludes(), all.encoding(), all.maxFileBytes()),
                HouseFiles.NONE,
                Certainty.POSSIBLE,
                1,
                BuildTag.NONE);
    }

    @Test
    void deletesWhatOtherScansKeptLongAgo() throws Exception {
        kept(selecting(List.of("**/A1*.java")));
        Path old = only(cache);
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(31, ChronoUnit.DAYS)));

        kept(ScanOptions.DEFAULT);

        assertThat(only(cache)).isNotEqualTo(old);
    }

    @Test
    void goesOnWhereNothingCanBeKept() throws Exception {
        Files.createDirectories(cache.getParent());
        Files.writeString(cache, "a file, not a folder");

        assertThat(kept(ScanOptions.DEFAULT)).isEqualTo(fresh(ScanOptions.DEFAULT));
        assertThat(notes).first().asString().startsWith("cache: nothing could be kept in");
        assertThat(notes.subList(1, notes.size())).containsExactly("cache: nothing is kept yet");
        assertThat(cache).hasContent("a file, not a folder");
    }

    @Test
    void takesOverWhatThePatternsFind() throws Exception {
        ScanOptions regex = new ScanOptions(
                Engine.REGEX, SourceSelection.DEFAULT, HouseFiles.NONE, Certainty.POSSIBLE, 2, BuildTag.NONE);
        write("Dao", """
                class Dao {
                    public void load(int id) {
                        rs = SQLService.executeQuery(sql);
                        use(rs);
                    }
                }
                """);
        kept(regex);
        write("A0", NO_LEAK.formatted("A0"));

        ScanOutcome again = kept(regex);

        assertThat(again).isEqualTo(fresh(regex));
        assertThat(again.report().findings())
                .extracting(finding -> finding.place().file())
                .containsExactly("Dao.java");
    }

    private ScanOutcome kept(ScanOptions options) throws Exception {
        return new Scanner(options).keptIn(cache).scan(List.of(tree), new ScanProgress() {
            @Override
            public void note(String text) {
                notes.add(text);
            }
        });
    }

    private ScanOutcome fresh(ScanOptions options) throws Exception {
        return new Scanner(options).scan(List.of(tree), ScanProgress.NONE);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(tree.resolve(name + ".java"), text);
    }

    private static Path only(Path folder) throws IOException {
        return only(folder, "scan-");
    }

    private static Path only(Path folder, String begin) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().startsWith(begin))
                    .toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }
}
