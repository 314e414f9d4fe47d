package io.jenkins.plugins.connleak.plugin.rows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** Collects rows and writes the index that {@link Rows} reads. */
final class RowsWriter {
    /** The order of texts: by letters, then by case. */
    static final Comparator<String> ORDER =
            String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.<String>naturalOrder());

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<int[]> rows = new ArrayList<>();
    private final List<Long> offsets = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();

    /** Lines of a file that are kept, and where. */
    private record Piece(int file, int first, int last, long offset, int length) {}

    void add(Row row) {
        int[] numbersOfRow = new int[Column.COUNT + 4];
        for (Column column : Column.values()) {
            numbersOfRow[column.ordinal()] = number(row.text(column));
        }
        numbersOfRow[Column.COUNT] = row.state().ordinal();
        numbersOfRow[Column.COUNT + 1] = row.line();
        numbersOfRow[Column.COUNT + 2] = row.firstBuild();
        numbersOfRow[Column.COUNT + 3] = row.span().length();
        rows.add(numbersOfRow);
        offsets.add(row.span().offset());
    }

    void addExcerpt(SourceSpan excerpt) {
        pieces.add(new Piece(
                number(excerpt.file()),
                excerpt.first(),
                excerpt.last(),
                excerpt.span().offset(),
                excerpt.span().length()));
    }

    private int number(String text) {
        return numbers.computeIfAbsent(text, unseen -> numbers.size());
    }

    /** All of it as the index of a report of so many bytes. */
    byte[] toBytes(long reportSize) throws IOException {
        List<String> texts = new ArrayList<>(numbers.keySet());
        texts.sort(ORDER);
        int[] ranks = new int[texts.size()];
        List<byte[]> encoded = new ArrayList<>(texts.size());
        long textBytes = 0;
        for (int rank = 0; rank < texts.size(); rank++) {
            ranks[numbers.getOrDefault(texts.get(rank), 0)] = rank;
            encoded.add(texts.get(rank).getBytes(StandardCharsets.UTF_8));
            textBytes += encoded.get(rank).length;
        }
        long size = Rows.HEADER
                + 4L * (texts.size() + 1)
                + textBytes
                + (long) Rows.ROW * rows.size()
                + (long) Rows.EXCERPT * pieces.size()
                + Rows.CHECKSUM;
        if (size > Integer.MAX_VALUE - 16) {
            throw new IOException("the report is too large for an index: it would take " + size + " bytes");
        }
        ByteBuffer index = ByteBuffer.allocate((int) size);
        index.putInt(Rows.MAGIC).putInt(Rows.VERSION).putLong(reportSize);
        index.putInt(rows.size()).putInt(texts.size()).putInt((int) textBytes).putInt(pieces.size());
        putTexts(encoded, index);
        putRows(ranks, index);
        putPieces(ranks, index);
        CRC32 sum = new CRC32();
        sum.update(index.array(), 0, index.position());
        index.putLong(sum.getValue());
        return index.array();
    }

    private static void putTexts(List<byte[]> texts, ByteBuffer index) {
        int at = 0;
        for (byte[] text : texts) {
            index.putInt(at);
            at += text.length;
        }
        index.putInt(at);
        texts.forEach(index::put);
    }

    private void putRows(int[] ranks, ByteBuffer index) {
        for (int row = 0; row < rows.size(); row++) {
            int[] numbersOfRow = rows.get(row);
            for (int i = 0; i < numbersOfRow.length; i++) {
                index.putInt(i < Column.COUNT ? ranks[numbersOfRow[i]] : numbersOfRow[i]);
            }
            index.putLong(offsets.get(row));
        }
    }

    private void putPieces(int[] ranks, ByteBuffer index) {
        pieces.sort(Comparator.<Piece>comparingInt(piece -> ranks[piece.file()]).thenComparingInt(Piece::first));
        for (Piece piece : pieces) {
            index.putInt(ranks[piece.file()]).putInt(piece.first()).putInt(piece.last());
            index.putInt(piece.length()).putLong(piece.offset());
        }
    }
}
