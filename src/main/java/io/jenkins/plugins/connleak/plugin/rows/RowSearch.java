package io.jenkins.plugins.connleak.plugin.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a report that fit a query, in its order, and how many rows each further filter would leave. One pass over
 * the numbers of all rows; each text is searched at most once.
 */
public final class RowSearch {
    private static final Column[] SEARCHED = {
        Column.FILE,
        Column.CLASS,
        Column.METHOD,
        Column.TYPE,
        Column.VARIABLE,
        Column.MESSAGE,
        Column.RULE,
        Column.REASON,
        Column.AUTHOR,
        Column.COMMIT
    };

    private final Rows rows;
    private final RowQuery query;
    private final int[] wanted = new int[RowQuery.FILTERS.size()];
    private final List<Word> words;
    private final Map<Column, int[]> facets = new EnumMap<>(Column.class);
    private int[] found = new int[256];
    private int count;
    private int inTab;

    private RowSearch(Rows rows, RowQuery query) {
        this.rows = rows;
        this.query = query;
        this.words = query.words().stream().map(word -> new Word(rows, word)).toList();
        for (int i = 0; i < wanted.length; i++) {
            String text = query.filters().get(RowQuery.FILTERS.get(i));
            wanted[i] = text == null ? -1 : rows.codeOf(text);
            if (text != null && wanted[i] < 0) {
                wanted[i] = Integer.MAX_VALUE;
            }
            facets.put(RowQuery.FILTERS.get(i), new int[rows.texts()]);
        }
    }

    /** Searches {@code rows}. */
    public static RowSearch of(Rows rows, RowQuery query) {
        RowSearch search = new RowSearch(rows, query);
        for (int row = 0; row < rows.size(); row++) {
            if (query.tab().has(rows.state(row))) {
                search.look(row);
            }
        }
        search.found = search.sorted();
        return search;
    }

    private void look(int row) {
        inTab++;
        int unfit = -1;
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i] >= 0 && rows.code(row, RowQuery.FILTERS.get(i)) != wanted[i]) {
                if (unfit >= 0) {
                    return;
                }
                unfit = i;
            }
        }
        for (Word word : words) {
            if (!word.isIn(row)) {
                return;
            }
        }
        for (int i = 0; i < wanted.length; i++) {
            if (unfit < 0 || unfit == i) {
                Column column = RowQuery.FILTERS.get(i);
                counts(column)[rows.code(row, column)]++;
            }
        }
        if (unfit < 0) {
            if (count == found.length) {
                found = Arrays.copyOf(found, 2 * count);
            }
            found[count++] = row;
        }
    }

    private int[] counts(Column column) {
        int[] counts = facets.get(column);
        return counts == null ? new int[rows.texts()] : counts;
    }

    private int[] sorted() {
        boolean descending = query.sort().descending();
        if (query.sort().key() == RowQuery.Key.PLACE && !descending) {
            return Arrays.copyOf(found, count);
        }
        long[] keys = new long[count];
        for (int i = 0; i < count; i++) {
            long key = key(found[i]);
            keys[i] = (descending ? Integer.MAX_VALUE - key : key) << 32 | found[i];
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }

    private int key(int row) {
        return switch (query.sort().key()) {
            case PLACE -> row;
            case RULE -> rows.code(row, Column.RULE);
            case CERTAINTY -> rows.code(row, Column.CERTAINTY);
            case KIND -> rows.code(row, Column.KIND);
            case METHOD -> rows.code(row, Column.METHOD);
            case MESSAGE -> rows.code(row, Column.MESSAGE);
            case STATE -> rows.state(row).ordinal();
            case AGE -> rows.firstBuild(row);
            case REASON -> rows.code(row, Column.REASON);
            case AUTHOR -> rows.code(row, Column.AUTHOR);
            case AUTHORED -> rows.code(row, Column.AUTHORED);
        };
    }

    /** Number of rows that fit. */
    public int size() {
        return count;
    }

    /** Number of rows of the tab, whatever the filters say. */
    public int inTab() {
        return inTab;
    }

    /** The rows that fit, in order. */
    public IntStream all() {
        return Arrays.stream(found);
    }

    /** The page that was asked for, or the last one if there are fewer. */
    public int page() {
        return Math.min(query.page(), pages());
    }

    /** Number of pages; at least one. */
    public int pages() {
        return Math.max(1, (count + query.pageSize() - 1) / query.pageSize());
    }

    /** The rows of the page. */
    public IntStream onPage() {
        int from = (page() - 1) * query.pageSize();
        return Arrays.stream(found, from, Math.min(count, from + query.pageSize()));
    }

    /** The place of a row among those that fit, from 0, or -1 if it does not. */
    public int placeOf(int row) {
        for (int i = 0; i < count; i++) {
            if (found[i] == row) {
                return i;
            }
        }
        return -1;
    }

    /** The row at that place, from 0. */
    public int at(int place) {
        return found[place];
    }

    /**
     * Part of the rows that fit all other filters.
     *
     * @param text what they have in the column
     * @param count how many they are
     */
    public record Share(String text, int count) {}

    /** How many rows there would be for each text of a column if it were filtered by; most first. */
    public List<Share> shares(Column column) {
        int[] counts = counts(column);
        List<Share> shares = new ArrayList<>();
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] > 0) {
                shares.add(new Share(rows.text(code), counts[code]));
            }
        }
        shares.sort(Comparator.comparingInt(Share::count).reversed());
        return shares;
    }

    /** A word that is looked for; what was found out about a text is kept. */
    private static final class Word {
        private static final byte UNKNOWN = 0;
        private static final byte IN = 1;
        private static final byte NOT_IN = 2;

        private final Rows rows;
        private final String text;
        private final @Nullable AsciiWord ascii;
        private final byte[] known;

        Word(Rows rows, String text) {
            this.rows = rows;
            this.text = text;
            this.ascii = AsciiWord.of(text).orElse(null);
            this.known = new byte[rows.texts()];
        }

        boolean isIn(int row) {
            for (Column column : SEARCHED) {
                if (isInText(rows.code(row, column))) {
                    return true;
                }
            }
            return false;
        }

        private boolean isInText(int code) {
            if (known[code] == UNKNOWN) {
                boolean in = ascii != null
                        ? rows.contains(code, ascii)
                        : rows.text(code).toLowerCase(Locale.ROOT).contains(text);
                known[code] = in ? IN : NOT_IN;
            }
            return known[code] == IN;
        }
    }
}
