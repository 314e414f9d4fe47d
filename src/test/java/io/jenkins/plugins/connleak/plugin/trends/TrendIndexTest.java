package io.jenkins.plugins.connleak.plugin.trends;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.connleak.plugin.actions.Standing;
import io.jenkins.plugins.connleak.plugin.trends.TrendIndex.Content;
import io.jenkins.plugins.connleak.plugin.trends.TrendIndex.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrendIndexTest {
    @TempDir
    private Path job;

    private TrendIndex index = TrendIndex.of(Path.of(""), "main");

    @BeforeEach
    void open() {
        index = TrendIndex.of(job, "main");
    }

    @Test
    void isMissingAtFirst() throws IOException {
        assertThat(index.read()).isEqualTo(new Content(List.of(), State.MISSING));
        assertThat(TrendIndex.ids(job)).isEmpty();
    }

    @Test
    void readsBackWhatWasPutInTheOrderOfBuilds() throws IOException {
        assertThat(index.put(TrendPoints.point(9, 2, 1))).isEqualTo(State.MISSING);
        assertThat(index.put(TrendPoints.point(7, 0, 3))).isEqualTo(State.INTACT);
        assertThat(index.put(TrendPoints.point(8, 1, 0))).isEqualTo(State.INTACT);

        assertThat(index.read())
                .isEqualTo(new Content(
                        List.of(TrendPoints.point(7, 0, 3), TrendPoints.point(8, 1, 0), TrendPoints.point(9, 2, 1)),
                        State.INTACT));
        assertThat(TrendIndex.ids(job)).containsExactly("main");
    }

    @Test
    void takesThePointOfADeletedBuildAway() throws IOException {
        index.put(TrendPoints.point(7, 1, 1));
        index.put(TrendPoints.point(8, 1, 1));

        index.remove(7);
        index.remove(99);

        assertThat(index.read()).isEqualTo(new Content(List.of(TrendPoints.point(8, 1, 1)), State.INTACT));
    }

    @Test
    void staysKnownAsDamagedWhenABuildIsDeleted() throws IOException {
        index.put(TrendPoints.point(7, 1, 1));
        index.put(TrendPoints.point(8, 1, 1));
        index.put(TrendPoints.point(9, 1, 1));
        Files.writeString(file(), Files.readString(file()).replaceFirst("(?m)^7\t", "6\t"));

        index.remove(8);

        assertThat(index.read().state()).isEqualTo(State.DAMAGED);
        index.mend(List.of(TrendPoints.point(7, 1, 1)), number -> number != 8);
        assertThat(index.read())
                .isEqualTo(new Content(List.of(TrendPoints.point(7, 1, 1), TrendPoints.point(9, 1, 1)), State.INTACT));
    }

    @Test
    void losesNoMoreThanTheLinesThatAreDamaged() throws IOException {
        for (TrendPoint point : TrendPoints.points(20)) {
            index.put(point);
        }
        byte[] whole = Files.readAllBytes(file());
        Random random = new Random(42);
        for (int round = 0; round < 300; round++) {
            byte[] damaged = whole.clone();
            int at = random.nextInt(damaged.length);
            damaged[at] ^= (byte) (1 << random.nextInt(7));
            Files.write(file(), damaged);

            Content content = index.read();

            assertThat(content.state()).as("byte %s", at).isEqualTo(State.DAMAGED);
            assertThat(content.points()).as("byte %s", at).hasSizeBetween(18, 20);
            assertThat(TrendPoints.points(20)).as("byte %s", at).containsAll(content.points());
        }
    }

    @Test
    void knowsAFileThatIsCutOff() throws IOException {
        for (TrendPoint point : TrendPoints.points(5)) {
            index.put(point);
        }
        String whole = Files.readString(file());
        for (int length = 0; length < whole.length(); length++) {
            Files.writeString(file(), whole.substring(0, length));
            Content content = index.read();
            boolean endsWithALine = length > 0 && whole.charAt(length - 1) == '\n';
            assertThat(content.state()).as("length %s", length).isEqualTo(endsWithALine ? State.INTACT : State.DAMAGED);
            assertThat(TrendPoints.points(5)).containsAll(content.points());
        }
    }

    @Test
    void takesAFileOfANewerVersionForDamaged() throws IOException {
        Files.createDirectories(job.resolve("connleak"));
        Files.write(file(), "connleak-index 4\n{}\n".getBytes(UTF_8));

        assertThat(index.read()).isEqualTo(new Content(List.of(), State.DAMAGED));
    }

    @Test
    void mendsFromTheBuildsAndDropsThoseThatAreGone() throws IOException {
        index.put(TrendPoints.point(1, 1, 0));
        index.put(TrendPoints.point(2, 9, 9));
        Files.writeString(file(), Files.readString(file()) + "garbage\n");

        index.mend(List.of(TrendPoints.point(2, 2, 0), TrendPoints.point(3, 3, 0)), number -> number != 1);

        assertThat(index.read())
                .isEqualTo(new Content(List.of(TrendPoints.point(2, 2, 0), TrendPoints.point(3, 3, 0)), State.INTACT));
    }

    @Test
    void bringsNoBuildBackThatWasDeletedWhileItWasMended() throws IOException {
        index.put(TrendPoints.point(1, 1, 0));
        index.put(TrendPoints.point(2, 2, 0));
        List<TrendPoint> collected = List.of(TrendPoints.point(1, 1, 0), TrendPoints.point(2, 2, 0));

        index.remove(2);
        index.mend(collected, number -> true);
        assertThat(index.read()).isEqualTo(new Content(List.of(TrendPoints.point(1, 1, 0)), State.INTACT));

        index.put(TrendPoints.point(2, 7, 0));
        index.mend(List.of(), number -> true);
        assertThat(index.read().points()).containsExactly(TrendPoints.point(1, 1, 0), TrendPoints.point(2, 7, 0));
    }

    @Test
    void readsLinesOfTheFirstVersion() throws IOException {
        Files.createDirectories(job.resolve("connleak"));
        Files.writeString(
                file(),
                "connleak-index 1\n7\t1000\tLeaks\t4.5\t19\t3\tnever-closed=3\tdefinite=3\tconnection=3\tb3203f16\n");

        assertThat(index.read())
                .isEqualTo(new Content(
                        List.of(new TrendPoint(
                                7,
                                1000,
                                new TrendPoint.Label("Leaks", "4.5", "19"),
                                3,
                                new TrendPoint.Groups(
                                        Map.of("never-closed", 3),
                                        Map.of("definite", 3),
                                        Map.of("connection", 3),
                                        Map.of()),
                                TrendPoint.Course.UNKNOWN)),
                        State.INTACT));
    }

    @Test
    void readsLinesOfTheSecondVersion() throws IOException {
        Files.createDirectories(job.resolve("connleak"));
        Files.writeString(
                file(),
                "connleak-index 2\n7\t1000\tLeaks\t4.5\t19\t3\tnever-closed=3\tdefinite=3\tconnection=3\tshop=3\t1\t2\t900"
                        + "\tRULES\td6ced018\n");

        assertThat(index.read())
                .isEqualTo(new Content(
                        List.of(new TrendPoint(
                                7,
                                1000,
                                new TrendPoint.Label("Leaks", "4.5", "19"),
                                3,
                                new TrendPoint.Groups(
                                        Map.of("never-closed", 3),
                                        Map.of("definite", 3),
                                        Map.of("connection", 3),
                                        Map.of("shop", 3)),
                                new TrendPoint.Course(1, 2, 900, "RULES", Standing.UNJUDGED))),
                        State.INTACT));
    }

    @Test
    void readsLinesWithoutRunTimeEvidence() throws IOException {
        Files.createDirectories(job.resolve("connleak"));
        Files.writeString(
                file(),
                "connleak-index 3\n7\t1000\tLeaks\t4.5\t19\t3\tnever-closed=3\tdefinite=3\tconnection=3\tshop=3\t1\t2\t900"
                        + "\tRULES\tPASSED\t390193b6\n");

        assertThat(index.read().points())
                .extracting(TrendPoint::course)
                .containsExactly(new TrendPoint.Course(1, 2, 900, "RULES", Standing.PASSED, Map.of()));
    }

    @Test
    void beginsNoFolderOfAJobAgainThatIsGone() throws IOException {
        Path gone = job.resolve("gone");
        TrendIndex left = TrendIndex.of(gone, "main");

        assertThatThrownBy(() -> left.put(TrendPoints.point(1, 1, 0))).isInstanceOf(NoSuchFileException.class);
        left.mend(List.of(TrendPoints.point(1, 1, 0)), number -> true);
        left.remove(1);

        assertThat(gone).doesNotExist();
    }

    @Test
    void readsAFileAgainOnlyWhenItChanged() throws IOException {
        index.put(TrendPoints.point(1, 1, 0));
        Files.setLastModifiedTime(file(), FileTime.fromMillis(1_000_000));
        Content first = index.read();

        assertThat(index.read()).isSameAs(first);
        index.put(TrendPoints.point(2, 1, 0));
        assertThat(index.read().points()).hasSize(2);
        Files.setLastModifiedTime(file(), FileTime.fromMillis(2_000_000));
        assertThat(index.read().points()).hasSize(2);
    }

    @Test
    void losesNoPointWhenBuildsFinishTogether() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<State>> done = new ArrayList<>();
            for (TrendPoint point : TrendPoints.points(40)) {
                done.add(threads.submit(() -> TrendIndex.of(job, "main").put(point)));
            }
            for (Future<State> one : done) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(index.read()).isEqualTo(new Content(TrendPoints.points(40), State.INTACT));
    }

    @Test
    void tellsScansFromOtherFiles() throws IOException {
        index.put(TrendPoints.point(1, 1, 1));
        TrendIndex.of(job, "a_b").put(TrendPoints.point(1, 1, 1));
        Files.writeString(job.resolve("connleak/notes.txt"), "");
        Files.writeString(job.resolve("connleak/b.c.index"), "");

        assertThat(TrendIndex.ids(job)).containsExactly("a_b", "main");
    }

    private Path file() {
        return job.resolve("connleak/main.index");
    }
}
