package io.jenkins.plugins.connleak.plugin.rows;

import io.jenkins.plugins.connleak.core.export.JsonReportParts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The rows of one report, read from an index as they stand in its bytes: nothing is parsed but what is asked for, so that
 * a report of 100,000 leaks is there as soon as its index is read, and takes no more memory than the file.
 *
 * <p>Texts are numbered in their order (letters before case), each once, so rows are sorted and compared by numbers.
 */
public final class Rows {
    /** First bytes of an index. */
    static final int MAGIC = 0x434c5258;

    /** The form of an index; one of another version is made again. */
    static final int VERSION = 3;

    /** Bytes before the texts: magic, version, size of the report, number of rows, texts, bytes of texts, excerpts. */
    static final int HEADER = 4 + 4 + 8 + 4 + 4 + 4 + 4;

    /** Bytes of a row: its texts, state, line, first build, length and offset. */
    static final int ROW = 4 * Column.COUNT + 4 * 4 + 8;

    /** Bytes of an excerpt: file, first and last line, length and offset. */
    static final int EXCERPT = 4 * 4 + 8;

    /** Bytes of the checksum at the end. */
    static final int CHECKSUM = 8;

    private static final RowState[] STATES = RowState.values();
    private static final int STATE = 4 * Column.COUNT;
    private static final int LINE = STATE + 4;
    private static final int FIRST_BUILD = LINE + 4;
    private static final int LENGTH = FIRST_BUILD + 4;
    private static final int OFFSET = LENGTH + 4;

    private final ByteBuffer bytes;
    private final int size;
    private final int texts;
    private final int excerpts;
    private final int textStart;
    private final int rowStart;
    private final int excerptStart;

    private Rows(ByteBuffer bytes, int size, int texts, int excerpts) {
        this.bytes = bytes;
        this.size = size;
        this.texts = texts;
        this.excerpts = excerpts;
        this.textStart = HEADER + 4 * (texts + 1);
        this.rowStart = textStart + bytes.getInt(24);
        this.excerptStart = rowStart + ROW * size;
    }

    /**
     * The rows of an index.
     *
     * @param reportSize bytes of the report that it has to be the index of
     * @throws IOException if it is damaged, of another version or of another report
     */
    static Rows of(byte[] index, long reportSize) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(index);
        if (index.length < HEADER + CHECKSUM || bytes.getInt(0) != MAGIC || bytes.getInt(4) != VERSION) {
            throw new IOException("this is not the index of a report, or one of another version");
        }
        if (bytes.getLong(8) != reportSize) {
            throw new IOException("this is the index of another report");
        }
        CRC32 sum = new CRC32();
        sum.update(index, 0, index.length - CHECKSUM);
        if (sum.getValue() != bytes.getLong(index.length - CHECKSUM)) {
            throw new IOException("the index is damaged");
        }
        return new Rows(bytes, bytes.getInt(16), bytes.getInt(20), bytes.getInt(28));
    }

    /** Number of rows; they go by their place from 0, which is that of the report within each state. */
    public int size() {
        return size;
    }

    /** Memory that it takes, in bytes. */
    int weight() {
        return bytes.capacity();
    }

    public RowState state(int row) {
        return STATES[bytes.getInt(at(row) + STATE)];
    }

    /** A text of a row. */
    public String text(int row, Column column) {
        return text(code(row, column));
    }

    /** Line from 1, or 0. */
    public int line(int row) {
        return bytes.getInt(at(row) + LINE);
    }

    /** Number of the build that had the leak first, or 0 if that is not known. */
    public int firstBuild(int row) {
        return bytes.getInt(at(row) + FIRST_BUILD);
    }

    /** Whether it is known of a leak who wrote it. */
    public boolean isBlamed() {
        int nobody = codeOf("");
        for (int row = 0; row < size; row++) {
            if (code(row, Column.COMMIT) != nobody) {
                return true;
            }
        }
        return false;
    }

    /** The bytes of the report, or for a fixed leak of the report of fixed ones, that hold the row in full. */
    JsonReportParts.Span span(int row) {
        return new JsonReportParts.Span(bytes.getLong(at(row) + OFFSET), bytes.getInt(at(row) + LENGTH));
    }

    /** The row of the leak with that id, or -1. */
    public int withId(String id) {
        int code = codeOf(id);
        for (int row = 0; code >= 0 && row < size; row++) {
            if (code(row, Column.ID) == code && state(row) != RowState.PROBLEM) {
                return row;
            }
        }
        return -1;
    }

    /** Number of the text of a row: equal texts have equal numbers, and they are in the texts' order. */
    int code(int row, Column column) {
        return bytes.getInt(at(row) + 4 * column.ordinal());
    }

    /** Number of different texts. */
    int texts() {
        return texts;
    }

    /** The text of that number. */
    String text(int code) {
        int from = textFrom(code);
        return new String(bytes.array(), textStart + from, textFrom(code + 1) - from, StandardCharsets.UTF_8);
    }

    /** The number of a text, or -1 if no row has it. */
    int codeOf(String text) {
        int low = 0;
        int high = texts - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = RowsWriter.ORDER.compare(text(middle), text);
            if (order == 0) {
                return middle;
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return -1;
    }

    /** Whether the text of that number has the word in it, in whatever case. */
    boolean contains(int code, AsciiWord word) {
        return word.isIn(bytes.array(), textStart + textFrom(code), textStart + textFrom(code + 1));
    }

    /** Where the kept lines of a file stand that touch the lines from {@code first} to {@code last}. */
    List<JsonReportParts.Span> excerpts(String file, int first, int last) {
        int code = codeOf(file);
        List<JsonReportParts.Span> found = new ArrayList<>();
        for (int i = firstExcerpt(code); code >= 0 && i < excerpts; i++) {
            int at = excerptStart + EXCERPT * i;
            if (bytes.getInt(at) != code) {
                break;
            }
            if (bytes.getInt(at + 4) <= last && bytes.getInt(at + 8) >= first) {
                found.add(new JsonReportParts.Span(bytes.getLong(at + 16), bytes.getInt(at + 12)));
            }
        }
        return found;
    }

    /** Excerpts are in the order of their files' numbers. */
    private int firstExcerpt(int code) {
        int low = 0;
        int high = excerpts;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (bytes.getInt(excerptStart + EXCERPT * middle) < code) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int textFrom(int code) {
        return bytes.getInt(HEADER + 4 * code);
    }

    private int at(int row) {
        return rowStart + ROW * row;
    }
}
