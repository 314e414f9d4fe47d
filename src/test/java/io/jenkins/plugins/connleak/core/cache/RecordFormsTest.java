package io.jenkins.plugins.connleak.core.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordFormsTest {
    private enum Colour implements Answer {
        RED,
        GREEN
    }

    private sealed interface Answer permits Colour, Counted {}

    private record Counted(int count, long big, boolean sure) implements Answer {}

    private record All(
            List<Answer> answers,
            Map<String, List<Integer>> lists,
            Set<Colour> colours,
            Optional<Integer> number,
            Optional<Boolean> truth,
            @Nullable String text,
            @Nullable Counted inner,
            int[] numbers,
            long[] sums) {}

    private record Other(int count, int more) {}

    private record Shared(List<Counted> some, Later<List<Counted>> later, List<Answer> more) {}

    private record Lazy(String first, Later<All> inner, Later<List<String>> texts, String last) {}

    private static final All FULL = new All(
            List.of(Colour.GREEN, new Counted(-1, Long.MIN_VALUE, true), Colour.RED),
            Map.of("größer", List.of(1, Integer.MAX_VALUE)),
            Set.of(Colour.GREEN),
            Optional.of(0),
            Optional.of(false),
            "größer",
            new Counted(Integer.MIN_VALUE, 300, false),
            new int[] {0, -1, 127, 128, 1 << 30},
            new long[] {0, -1, 127, 128, 1L << 60});

    private static final All EMPTY = new All(
            List.of(), Map.of(), Set.of(), Optional.empty(), Optional.empty(), null, null, new int[0], new long[0]);

    @Test
    void readsOneRecordWhereOneWasWrittenTwice() throws Exception {
        Counted one = new Counted(1, 2, true);
        Counted alike = new Counted(1, 2, true);
        Shared shared = new Shared(List.of(one, alike), Later.of(List.of(one, one)), List.of(alike, Colour.RED, one));

        Shared read = new RecordReader(ByteBuffer.wrap(written(shared))).read(Shared.class);

        assertThat(read.some()).containsExactly(one, alike);
        assertThat(read.some().get(0)).isNotSameAs(read.some().get(1));
        assertThat(read.more()).hasSize(3).element(1).isEqualTo(Colour.RED);
        assertThat(read.more().get(0)).isSameAs(read.some().get(1));
        assertThat(read.more().get(2)).isSameAs(read.some().get(0));
        assertThat(read.later().get()).containsExactly(one, one);
    }

    @Test
    void readsBackWhatWasWritten() throws Exception {
        RecordReader reader = new RecordReader(ByteBuffer.wrap(written(FULL, EMPTY, FULL)));

        for (All expected : List.of(FULL, EMPTY, FULL)) {
            assertThat(reader.read(All.class))
                    .usingRecursiveComparison(RecursiveComparisonConfiguration.builder()
                            .withIgnoreCollectionOrder(false)
                            .build())
                    .isEqualTo(expected);
        }
    }

    @Test
    void readsWhatIsDeclaredSoWhenItIsAskedForFirst() throws Exception {
        RecordWriter writer = new RecordWriter();
        writer.write(new Lazy("first", Later.of(FULL), Later.of(List.of("first", "größer")), "last"));
        Lazy read = new RecordReader(ByteBuffer.wrap(writer.toByteArray())).read(Lazy.class);

        assertThat(List.of(read.first(), read.last())).containsExactly("first", "last");
        assertThat(read.inner().isThere()).isFalse();
        assertThat(read.inner().get()).usingRecursiveComparison().isEqualTo(FULL);
        assertThat(read.inner().isThere()).isTrue();
        assertThat(read.inner().get()).isSameAs(read.inner().get());
        assertThat(read.texts().get()).containsExactly("first", "größer");
    }

    @Test
    void saysSoWhenWhatItReadsLaterIsSomethingElse() throws Exception {
        RecordWriter writer = new RecordWriter();
        writer.write(new Lazy("first", Later.of(FULL), Later.of(List.of()), "last"));
        byte[] bytes = writer.toByteArray();
        Later<All> inner =
                new RecordReader(ByteBuffer.wrap(bytes)).read(Lazy.class).inner();

        Arrays.fill(bytes, (byte) 0xFF);

        assertThatThrownBy(inner::get)
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessageContaining("not of the declared class " + All.class.getName());
    }

    @Test
    void writesATextOnce() {
        int first = written(FULL).length;

        assertThat(written(FULL, FULL).length - first).isLessThan(first);
    }

    @Test
    void refusesBytesThatWereCut() {
        byte[] whole = written(FULL);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> new RecordReader(ByteBuffer.wrap(cut)).read(All.class))
                    .isInstanceOf(DamagedCacheException.class);
        }
    }

    @Test
    void makesSomethingOfStrangeBytesOrRefusesThem() {
        Random random = new Random(20261121);
        for (int round = 0; round < 5_000; round++) {
            byte[] strange = written(FULL, EMPTY);
            for (int i = 0; i < 3; i++) {
                strange[random.nextInt(strange.length)] = (byte) random.nextInt();
            }
            assertThatCode(() -> readOrRefuse(strange)).doesNotThrowAnyException();
        }
    }

    private static void readOrRefuse(byte[] bytes) {
        try {
            assertThat(new RecordReader(ByteBuffer.wrap(bytes)).read(All.class)).isNotNull();
        } catch (DamagedCacheException e) {
            assertThat(e).hasMessageContaining("makes no sense");
        }
    }

    @Test
    void describesClassesSoThatOtherOnesAreToldApart() {
        assertThat(RecordTexts.of(All.class))
                .contains("RED, GREEN", "Counted", "numbers")
                .isEqualTo(RecordTexts.of(All.class))
                .isNotEqualTo(RecordTexts.of(Other.class));
    }

    private static byte[] written(Record... values) {
        RecordWriter writer = new RecordWriter();
        for (Record value : values) {
            writer.write(value);
        }
        return writer.toByteArray();
    }
}
