package io.jenkins.plugins.connleak.core.export;

import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.Explanation;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Fingerprint;
import io.jenkins.plugins.connleak.core.model.Fix;
import io.jenkins.plugins.connleak.core.model.HistoryEntry;
import io.jenkins.plugins.connleak.core.model.LeakKind;
import io.jenkins.plugins.connleak.core.model.PathStep;
import io.jenkins.plugins.connleak.core.model.Place;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.model.Resource;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import io.jenkins.plugins.connleak.core.model.ScanFigures;
import io.jenkins.plugins.connleak.core.model.ScanInfo;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.core.model.SilencedFinding;
import io.jenkins.plugins.connleak.core.model.SourceExcerpt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reports to write: a small shop with a leak of every rule, and one whose every string is hostile. */
final class SampleReports {
    private static final String ORDERS = "src/main/java/org/example/shop/OrderStore.java";
    private static final String STOCK = "src/main/java/org/example/shop/stock/StockStore.java";
    private static final String LEGACY = "src/main/java/LegacyTasks.java";
    private static final ScanInfo INFO = new ScanInfo(
            "0.1.0",
            "both",
            new BuildTag("shop/main", "4.5.0", "19"),
            Map.of("certainty", "possible", "includes", "**/*.java"));

    private SampleReports() {}

    /** One leak of every rule, a silenced leak, two problems. */
    static ScanReport shop() {
        List<Finding> findings = new ArrayList<>(List.of(
                neverClosed(),
                notClosedOnException(),
                notClosedOnPath(),
                overwritten(),
                temporary(),
                field(),
                legacy()));
        findings.sort(Finding.ORDER);
        return new ScanReport(
                INFO,
                new ScanFigures(42, 17, 12_345, 640),
                findings,
                List.of(new SilencedFinding(
                        finding(
                                LeakKind.NEVER_CLOSED,
                                Certainty.POSSIBLE,
                                new Resource(ResourceKind.CONNECTION, "java.sql.Connection", "shared"),
                                new Place(STOCK, 70, "org.example.shop.stock", "StockStore", "warmUp()"),
                                "Connection 'shared' is never closed",
                                step(STOCK, 70, PathStep.Kind.ACQUIRED, "getConnection() opens the connection"),
                                step(STOCK, 74, PathStep.Kind.LEAVES, "the method ends")),
                        SilencedFinding.By.COMMENT,
                        "kept open until shutdown")),
                List.of(
                        new Problem(
                                Problem.Kind.ENCODING, "src/main/java/Old.java", 12, "not UTF-8: read as ISO-8859-1"),
                        new Problem(
                                Problem.Kind.UNPARSABLE,
                                "src/main/java/Wip.java",
                                3,
                                "line 3: ')' expected; file left out")));
    }

    /** A report of one leak with a fix. */
    static ScanReport mended() {
        Place place = new Place("src/Shop.java", 2, "", "Shop", "f()");
        Finding finding = finding(
                        LeakKind.NEVER_CLOSED,
                        Certainty.DEFINITE,
                        new Resource(ResourceKind.CONNECTION, "java.sql.Connection", "a"),
                        place,
                        "Connection 'a' is never closed.",
                        step(place.file(), 2, PathStep.Kind.ACQUIRED, "opened by open()"))
                .withFix(new Fix(
                        place.file(),
                        "\r\n",
                        List.of(new Fix.Hunk(
                                1,
                                List.of(
                                        " void f() {",
                                        "-  A a = open();",
                                        "-  a.use();",
                                        "+  try (A a = open()) {",
                                        "+    a.use();",
                                        "+  }",
                                        " }",
                                        "+// end",
                                        " <last>",
                                        Fix.NO_END)))));
        return new ScanReport(INFO, new ScanFigures(1, 1, 5, 1), List.of(finding), List.of(), List.of());
    }

    /** The source lines that the shop's leaks show. */
    static List<SourceExcerpt> shopExcerpts() {
        return List.of(
                excerpt(LEGACY, 5, """
                        public void nightly() {
                            rs = SQLService.executeQuery(sql);
                            while (rs.next()) {
                                handle(rs);
                            }
                        }
                        """), excerpt(ORDERS, 18, """
                            private final Connection audit;

                            OrderStore(DataSource pool) throws SQLException {
                                this.pool = pool;
                                this.audit = pool.getConnection();
                            }

                            Order load(long id) throws SQLException {
                                Connection connection = pool.getConnection();
                                PreparedStatement query = connection.prepareStatement(SELECT);
                                query.setLong(1, id);
                                ResultSet row = query.executeQuery();
                                Order order = read(row);
                                connection.close();
                                return order;
                            }

                            int count() throws SQLException {
                                Connection connection = pool.getConnection();
                                ResultSet row = connection.createStatement().executeQuery(COUNT);
                                return row.next() ? row.getInt(1) : 0;
                            }
                        """), excerpt(STOCK, 30, """
                            void book(List<Item> items) throws SQLException {
                                PreparedStatement update = connection.prepareStatement(FIRST);
                                if (items.isEmpty()) {
                                    return;
                                }
                                for (Item item : items) {
                                    update = connection.prepareStatement(item.sql());
                                    update.executeUpdate();
                                }
                                update.close();
                            }
                        """), excerpt(STOCK, 50, """
                            String name(Connection connection) throws SQLException {
                                return connection.createStatement().executeQuery("SELECT '<b>'").getString(1);
                            }
                        """));
    }

    /** A report all of whose strings try to break out of something. */
    static ScanReport hostile() {
        String evil =
                "</script><script>alert(1)</script><!-- ]]> \u2028\u2029 \"'&\\ \u0000\u001b[31m \u202e \uD83D\uDE00 %41 \uD800";
        Place place = new Place("a b/\u00e4#?%2e/../" + evil + ".java", 1, evil, evil, evil);
        Finding finding = new Finding(
                LeakKind.NEVER_CLOSED,
                Certainty.DEFINITE,
                new Resource(ResourceKind.OTHER, evil, evil),
                place,
                new Explanation(evil, List.of(step(place.file(), 1, PathStep.Kind.ACQUIRED, evil)), evil),
                new Fingerprint("0", "0"));
        return new ScanReport(
                new ScanInfo(evil, "flow", new BuildTag(evil, evil, evil), Map.of(evil, evil)),
                new ScanFigures(1, 1, 1, 1),
                List.of(finding),
                List.of(new SilencedFinding(finding, SilencedFinding.By.ANNOTATION, evil)),
                List.of(new Problem(Problem.Kind.INTERNAL, place.file(), 0, evil)));
    }

    /** The line that the hostile report shows. */
    static List<SourceExcerpt> hostileExcerpts() {
        return List.of(new SourceExcerpt(
                hostile().findings().get(0).place().file(),
                1,
                List.of("String s = \"</script><script>alert(1)</script>\u2028<!--\u0000\u202e\";")));
    }

    /** Builds of two releases, the last one of which is the shop's; newest first. */
    static List<HistoryEntry> shopHistory() {
        int[] totals = {7, 9, 9, 12, 14, 13, 13, 11, 8, 8, 10, 6};
        List<HistoryEntry> history = new ArrayList<>();
        for (int index = 0; index < totals.length; index++) {
            int build = 19 - index;
            history.add(new HistoryEntry(
                    new BuildTag("shop/main", build > 14 ? "4.5.0" : "4.4.0", String.valueOf(build)),
                    Instant.parse("2026-01-19T02:00:00Z").minus(Duration.ofDays(index)),
                    totals[index],
                    Map.of("never-closed", totals[index]),
                    Map.of("definite", totals[index] - 2, "possible", 2)));
        }
        return history;
    }

    /** {@code count} findings, all different. */
    static ScanReport large(int count) {
        List<Finding> findings = new ArrayList<>(count);
        for (int index = 0; index < count; index++) {
            String file = "src/main/java/p" + index / 1000 + "/C" + index % 1000 + ".java";
            findings.add(new Finding(
                    LeakKind.values()[index % LeakKind.values().length],
                    index % 3 == 0 ? Certainty.POSSIBLE : Certainty.DEFINITE,
                    new Resource(ResourceKind.CONNECTION, "java.sql.Connection", "c" + index),
                    new Place(file, index + 1, "p" + index / 1000, "C" + index % 1000, "m()"),
                    new Explanation(
                            "Connection 'c" + index + "' is never closed",
                            List.of(step(file, index + 1, PathStep.Kind.ACQUIRED, "opened")),
                            "Close it."),
                    new Fingerprint(Integer.toHexString(index), Integer.toHexString(index))));
        }
        return new ScanReport(INFO, new ScanFigures(count, count, count, count), findings, List.of(), List.of());
    }

    /** Nothing found in nothing. */
    static ScanReport empty() {
        return new ScanReport(
                new ScanInfo("0.1.0", "flow", BuildTag.NONE, Map.of()),
                new ScanFigures(0, 0, 0, 0),
                List.of(),
                List.of(),
                List.of());
    }

    private static Finding neverClosed() {
        return finding(
                LeakKind.NEVER_CLOSED,
                Certainty.DEFINITE,
                new Resource(ResourceKind.CONNECTION, "java.sql.Connection", "connection"),
                new Place(ORDERS, 36, "org.example.shop", "OrderStore", "count()"),
                "Connection 'connection' is never closed",
                step(ORDERS, 36, PathStep.Kind.ACQUIRED, "getConnection() opens the connection"),
                step(ORDERS, 38, PathStep.Kind.LEAVES, "the method returns"));
    }

    private static Finding notClosedOnException() {
        return finding(
                LeakKind.NOT_CLOSED_ON_EXCEPTION,
                Certainty.DEFINITE,
                new Resource(ResourceKind.CONNECTION, "java.sql.Connection", "connection"),
                new Place(ORDERS, 26, "org.example.shop", "OrderStore", "load(long)"),
                "Connection 'connection' stays open when prepareStatement() throws",
                step(ORDERS, 26, PathStep.Kind.ACQUIRED, "getConnection() opens the connection"),
                step(ORDERS, 27, PathStep.Kind.THROWS, "prepareStatement() may throw SQLException"),
                step(ORDERS, 27, PathStep.Kind.LEAVES, "the exception leaves the method"));
    }

    private static Finding notClosedOnPath() {
        return finding(
                LeakKind.NOT_CLOSED_ON_PATH,
                Certainty.DEFINITE,
                new Resource(ResourceKind.STATEMENT, "java.sql.PreparedStatement", "update"),
                new Place(STOCK, 31, "org.example.shop.stock", "StockStore", "book(List<Item>)"),
                "Statement 'update' stays open when the method returns early",
                step(STOCK, 31, PathStep.Kind.ACQUIRED, "prepareStatement() opens the statement"),
                step(STOCK, 32, PathStep.Kind.BRANCH, "items.isEmpty() is true"),
                step(STOCK, 33, PathStep.Kind.LEAVES, "the method returns"));
    }

    private static Finding overwritten() {
        return finding(
                LeakKind.OVERWRITTEN,
                Certainty.DEFINITE,
                new Resource(ResourceKind.STATEMENT, "java.sql.PreparedStatement", "update"),
                new Place(STOCK, 36, "org.example.shop.stock", "StockStore", "book(List<Item>)"),
                "Statement 'update' is assigned again while it is open",
                step(STOCK, 36, PathStep.Kind.ACQUIRED, "prepareStatement() opens the statement"),
                step(STOCK, 35, PathStep.Kind.BRANCH, "the loop goes round again"),
                step(STOCK, 36, PathStep.Kind.OVERWRITTEN, "'update' gets another statement"));
    }

    private static Finding temporary() {
        return finding(
                LeakKind.TEMPORARY_NEVER_CLOSED,
                Certainty.DEFINITE,
                new Resource(ResourceKind.STATEMENT, "java.sql.Statement", ""),
                new Place(STOCK, 51, "org.example.shop.stock", "StockStore", "name(Connection)"),
                "The statement of createStatement() has no name and can't be closed",
                step(STOCK, 51, PathStep.Kind.ACQUIRED, "createStatement() opens the statement"),
                step(STOCK, 51, PathStep.Kind.LEAVES, "the method returns"));
    }

    private static Finding field() {
        return finding(
                LeakKind.FIELD_NEVER_CLOSED,
                Certainty.POSSIBLE,
                new Resource(ResourceKind.CONNECTION, "java.sql.Connection", "audit"),
                new Place(ORDERS, 22, "org.example.shop", "OrderStore", "OrderStore(DataSource)"),
                "Connection in field 'audit' is closed by no method of OrderStore",
                step(ORDERS, 22, PathStep.Kind.ACQUIRED, "getConnection() opens the connection"),
                step(ORDERS, 22, PathStep.Kind.MOVED, "stored in the field 'audit'"));
    }

    private static Finding legacy() {
        return finding(
                LeakKind.LEGACY_PATTERN,
                Certainty.POSSIBLE,
                new Resource(ResourceKind.RESULT_SET, "", "rs"),
                new Place(LEGACY, 6, "", "", "public void nightly() {"),
                "'rs' is acquired and matched by no release pattern",
                step(LEGACY, 6, PathStep.Kind.ACQUIRED, "matches ExecutionQuery_Pattern"),
                step(LEGACY, 10, PathStep.Kind.LEAVES, "the method ends (pass 1)"));
    }

    private static Finding finding(
            LeakKind rule, Certainty certainty, Resource resource, Place place, String message, PathStep... path) {
        String exact = String.format(Locale.ROOT, "%016x", (rule.id() + place).hashCode() & 0xffffffffL);
        return new Finding(
                rule,
                certainty,
                resource,
                place,
                new Explanation(message, List.of(path), "Open it in the head of a try, as in try (var it = \u2026)."),
                new Fingerprint(exact, "c0" + exact.substring(2)));
    }

    private static PathStep step(String file, int line, PathStep.Kind kind, String text) {
        return new PathStep(file, line, kind, text);
    }

    private static SourceExcerpt excerpt(String file, int firstLine, String lines) {
        List<String> all = new ArrayList<>();
        Collections.addAll(all, lines.split("\n", -1));
        all.remove(all.size() - 1);
        return new SourceExcerpt(file, firstLine, all);
    }
}
