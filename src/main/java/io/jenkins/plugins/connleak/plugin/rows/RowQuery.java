package io.jenkins.plugins.connleak.plugin.rows;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which rows a reader wants to see, in which order and how many at a time. It comes from an address, so whatever is in it
 * is bounded, and what means nothing is left out.
 *
 * @param tab which states
 * @param words all of them must be in a row; lower case
 * @param filters the text that a row must have in a column
 * @param sort the order
 * @param page the page, from 1
 * @param pageSize rows of a page
 */
public record RowQuery(Tab tab, List<String> words, Map<Column, String> filters, Sort sort, int page, int pageSize) {
    /** Columns that can be filtered by. */
    public static final List<Column> FILTERS =
            List.of(Column.RULE, Column.CERTAINTY, Column.KIND, Column.PACKAGE, Column.FILE, Column.EVIDENCE);

    /** Rows of a page where the address does not say. */
    public static final int DEFAULT_PAGE_SIZE = 50;

    /** Most rows of a page. */
    public static final int MAX_PAGE_SIZE = 200;

    private static final int MAX_WORDS = 8;
    private static final int MAX_TEXT = 1_000;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** The parameters of an address. */
    @FunctionalInterface
    public interface Parameters {
        /** The value of a parameter, or null if it is not given. */
        @Nullable
        String get(String name);
    }

    /** Which states a table has. */
    public enum Tab {
        /** The leaks of the build. */
        LEAKS,
        NEW,
        OUTSTANDING,
        FIXED,
        SILENCED,
        PROBLEMS;

        /** The lower-case name used in addresses. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean has(RowState state) {
            return switch (this) {
                case LEAKS -> state.isOpen();
                case NEW -> state == RowState.NEW;
                case OUTSTANDING -> state == RowState.OUTSTANDING;
                case FIXED -> state == RowState.FIXED;
                case SILENCED -> state == RowState.SILENCED;
                case PROBLEMS -> state == RowState.PROBLEM;
            };
        }

        static Tab ofId(String id) {
            return Arrays.stream(values())
                    .filter(tab -> tab.id().equals(id))
                    .findFirst()
                    .orElse(LEAKS);
        }
    }

    /**
     * An order of rows.
     *
     * @param key what is compared
     * @param descending whether the greatest comes first
     */
    public record Sort(Key key, boolean descending) {
        /** The order of the report: by file and line. */
        public static final Sort PLACE = new Sort(Key.PLACE, false);

        public Sort {
            Objects.requireNonNull(key);
        }
    }

    /** What rows can be sorted by. Rows that are equal in it stay in the order of the report. */
    public enum Key {
        PLACE,
        RULE,
        CERTAINTY,
        KIND,
        METHOD,
        MESSAGE,
        STATE,
        AGE,
        REASON,
        AUTHOR,
        AUTHORED;

        /** The lower-case name used in addresses. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Key ofId(String id) {
            return Arrays.stream(values())
                    .filter(key -> key.id().equals(id))
                    .findFirst()
                    .orElse(PLACE);
        }
    }

    public RowQuery {
        Objects.requireNonNull(tab);
        Objects.requireNonNull(sort);
        words = List.copyOf(words);
        filters = Map.copyOf(filters);
        page = Math.max(1, page);
        pageSize = Math.max(1, Math.min(MAX_PAGE_SIZE, pageSize));
    }

    /** The query that those parameters of an address make: {@code tab q rule certainty kind package file
     * evidence sort order page size}. */
    public static RowQuery of(Parameters parameters) {
        Map<Column, String> filters = new EnumMap<>(Column.class);
        for (Column column : FILTERS) {
            String wanted = text(parameters, column.id());
            if (!wanted.isEmpty()) {
                filters.put(column, wanted);
            }
        }
        List<String> words = BLANKS.splitAsStream(text(parameters, "q").toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MAX_WORDS)
                .toList();
        Sort sort = new Sort(
                Key.ofId(text(parameters, "sort")), text(parameters, "order").equals("down"));
        return new RowQuery(
                Tab.ofId(text(parameters, "tab")),
                words,
                filters,
                sort,
                number(text(parameters, "page"), 1),
                number(text(parameters, "size"), DEFAULT_PAGE_SIZE));
    }

    /** Parameters of an address that make this query again, but for the page; with a {@code ?} unless there are none. */
    public String address() {
        StringBuilder address = new StringBuilder();
        append(address, "tab", tab == Tab.LEAKS ? "" : tab.id());
        append(address, "q", String.join(" ", words));
        FILTERS.forEach(column -> append(address, column.id(), filters.getOrDefault(column, "")));
        append(address, "sort", sort.key() == Key.PLACE ? "" : sort.key().id());
        append(address, "order", sort.descending() ? "down" : "");
        return address.toString();
    }

    private static void append(StringBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.append(address.isEmpty() ? '?' : '&')
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    private static String text(Parameters parameters, String name) {
        String value = parameters.get(name);
        return value == null ? "" : value.substring(0, Math.min(MAX_TEXT, value.length()));
    }

    private static int number(String text, int otherwise) {
        return text.matches("[0-9]{1,8}") ? Integer.parseInt(text) : otherwise;
    }
}
