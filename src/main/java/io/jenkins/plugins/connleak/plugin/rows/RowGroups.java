package io.jenkins.plugins.connleak.plugin.rows;

import io.jenkins.plugins.connleak.core.model.Certainty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The rows that fit a query, counted by the text of a column; the largest group comes first. */
public final class RowGroups {
    private final List<Group> groups;
    private final RowQuery query;

    /**
     * A group.
     *
     * @param text what its rows have in the column
     * @param count number of rows
     * @param definite number of those that are definite
     * @param added number of those that are new
     */
    public record Group(String text, int count, int definite, int added) {}

    private RowGroups(List<Group> groups, RowQuery query) {
        this.groups = groups;
        this.query = query;
    }

    /** The rows of {@code rows} that fit, by {@code column}. */
    public static RowGroups of(Rows rows, RowQuery query, Column column) {
        int[] counts = new int[rows.texts()];
        int[] definite = new int[rows.texts()];
        int[] added = new int[rows.texts()];
        int sure = rows.codeOf(Certainty.DEFINITE.id());
        RowSearch.of(rows, query).all().forEach(row -> {
            int code = rows.code(row, column);
            counts[code]++;
            definite[code] += rows.code(row, Column.CERTAINTY) == sure ? 1 : 0;
            added[code] += rows.state(row) == RowState.NEW ? 1 : 0;
        });
        List<Group> groups = new ArrayList<>();
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] > 0) {
                groups.add(new Group(rows.text(code), counts[code], definite[code], added[code]));
            }
        }
        groups.sort(Comparator.comparingInt(Group::count).reversed());
        return new RowGroups(groups, query);
    }

    /** Number of groups. */
    public int size() {
        return groups.size();
    }

    /** The page that was asked for, or the last one if there are fewer. */
    public int page() {
        return Math.min(query.page(), pages());
    }

    /** Number of pages; at least one. */
    public int pages() {
        return Math.max(1, (groups.size() + query.pageSize() - 1) / query.pageSize());
    }

    /** The groups of the page. */
    public List<Group> onPage() {
        int from = (page() - 1) * query.pageSize();
        return groups.subList(from, Math.min(groups.size(), from + query.pageSize()));
    }
}
