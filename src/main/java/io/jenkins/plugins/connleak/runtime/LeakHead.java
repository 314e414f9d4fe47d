package io.jenkins.plugins.connleak.runtime;

import java.util.Optional;

/**
 * The first line of a report of a leak.
 *
 * @param tool who reports
 * @param connection what it calls the connection; empty if it does not
 * @param thread the thread that took the connection; empty if it is not told
 * @param pool name of the pool; empty if it is not told
 * @param intro a part of the line that stands between this one and the stack; empty if the stack comes at once
 */
record LeakHead(Tool tool, String connection, String thread, String pool, String intro) {
    private static final String ON_THREAD = " on thread ";

    /** Length to which Spring Boot's layout cuts names of threads. */
    private static final int SHORTENED = 15;

    /** A report that names nothing but itself. */
    private static LeakHead of(Tool tool, String intro) {
        return new LeakHead(tool, "", "", "", intro);
    }

    /** The head that this line is, if it is one. */
    static Optional<LeakHead> of(String line) {
        if (line.startsWith("::Connection ")
                && Cut.numberAfter(line, "::Connection ").isPresent()) {
            return Optional.of(new LeakHead(
                    Tool.GO_TRACE, line.substring("::Connection ".length()).strip(), "", "", ""));
        }
        return ofPools(line)
                .or(() -> ofOlderPools(line))
                .or(() -> ofServers(line))
                .or(() -> ofDrivers(line));
    }

    private static Optional<LeakHead> ofPools(String line) {
        Optional<String> hikari = Cut.after(line, "Connection leak detection triggered for ")
                .filter(rest -> rest.contains(", stack trace follows"));
        if (hikari.isPresent()) {
            String both = Cut.before(hikari.get(), ", stack trace follows");
            return Optional.of(new LeakHead(
                    Tool.HIKARI,
                    connection(both),
                    thread(both),
                    poolOfHousekeeper(line),
                    "Apparent connection leak detected"));
        }
        if (line.startsWith("Pooled object created ") && line.contains(" has not been returned to the pool")) {
            return Optional.of(of(Tool.DBCP2, "CallStack"));
        }
        Optional<String> suspect =
                Cut.after(line, "Connection has been marked suspect, possibly abandoned PooledConnection[");
        if (suspect.isPresent()) {
            return Optional.of(new LeakHead(Tool.TOMCAT_JDBC, Cut.before(suspect.get(), "]["), "", "", ""));
        }
        Optional<String> abandoned = Cut.after(line, "Connection has been abandoned PooledConnection[");
        if (abandoned.isPresent()) {
            return Optional.of(new LeakHead(Tool.TOMCAT_JDBC, Cut.before(abandoned.get(), "]:"), "", "", ""));
        }
        Optional<String> leaked =
                Cut.after(line, "': Connection leak of ").filter(rest -> line.contains("Datasource '"));
        if (leaked.isPresent()) {
            return Optional.of(new LeakHead(
                    Tool.AGROAL,
                    leaked.get().strip(),
                    "",
                    Cut.between(line, "Datasource '", "': ").orElse(""),
                    ""));
        }
        return Optional.empty();
    }

    private static Optional<LeakHead> ofOlderPools(String line) {
        if (line.contains("AbandonedObjectException: DBCP object created ") && line.contains(" was never closed")) {
            return Optional.of(of(Tool.DBCP1, ""));
        }
        if (line.contains("Logging the stack trace by which the overdue resource was checked-out")) {
            return Optional.of(of(Tool.C3P0, "Overdue resource check-out stack trace"));
        }
        Optional<String> druid = Cut.between(line, "abandon connection, owner thread: ", ", connected at : ");
        if (druid.isPresent() && line.contains(", open stackTrace")) {
            return Optional.of(new LeakHead(Tool.DRUID, "", druid.get(), "", ""));
        }
        Optional<String> vibur = line.startsWith("(") ? Cut.after(line, "), Vibur proxy for: ") : Optional.empty();
        if (vibur.isPresent()) {
            return Optional.of(new LeakHead(
                    Tool.VIBUR,
                    Cut.before(vibur.get(), ", held for "),
                    Cut.between(line, "taken by thread ", ", current thread state")
                            .orElse(""),
                    "",
                    "at the moment when getting the Connection"));
        }
        Optional<String> bone = Cut.between(line, "Connection obtained from thread [", "] was never closed");
        if (bone.isPresent()) {
            return Optional.of(new LeakHead(
                    Tool.BONECP,
                    "",
                    bone.get(),
                    Cut.between(line, "[BoneCP-connection-watch-thread-", "]").orElse(""),
                    "Stack trace of location where connection was obtained"));
        }
        return Cut.after(line, "BoneCP detected an unclosed connection")
                .map(rest -> new LeakHead(
                        Tool.BONECP,
                        "",
                        "",
                        Cut.between(rest, "(in pool '", "')").orElse(""),
                        ""));
    }

    private static Optional<LeakHead> ofServers(String line) {
        Optional<String> jboss =
                Cut.after(line, "IJ000100: Closing a connection for you. Please close them yourself: ");
        if (jboss.isPresent()) {
            return Optional.of(new LeakHead(
                    Tool.IRON_JACAMAR,
                    Cut.before(jboss.get(), ": java.lang.Throwable").strip(),
                    "",
                    "",
                    "java.lang.Throwable: STACKTRACE"));
        }
        return Cut.between(
                        line,
                        "A potential connection leak detected for connection pool ",
                        ". The stack trace of the thread is provided below")
                .map(pool -> new LeakHead(Tool.GLASSFISH, "", "", pool, ""));
    }

    private static Optional<LeakHead> ofDrivers(String line) {
        if (line.contains("Leak detected: Connection.close() was not called")) {
            return Optional.of(of(Tool.PGJDBC, "Connection was created at this point"));
        }
        return Cut.between(line, "A connection to ", " was leaked. Did you forget to close a response body?")
                .map(address -> new LeakHead(Tool.OKHTTP, address, "", "", "response.body().close()"));
    }

    /** The pool in the name of the thread that reports; empty where the layout cuts names of threads. */
    private static String poolOfHousekeeper(String line) {
        int end = Math.max(line.indexOf(":housekeeper]"), line.indexOf(" housekeeper]"));
        int start = end < 0 ? -1 : line.lastIndexOf('[', end);
        boolean isWhole = start >= 0 && line.indexOf(']', end) - start - 1 != SHORTENED;
        return isWhole ? line.substring(start + 1, end) : "";
    }

    /** What an older version does not say, or a virtual thread does not have, is empty. */
    private static String connection(String both) {
        int on = both.lastIndexOf(ON_THREAD);
        return on < 0 ? both : both.substring(0, on);
    }

    private static String thread(String both) {
        int on = both.lastIndexOf(ON_THREAD);
        return on < 0 ? "" : both.substring(on + ON_THREAD.length());
    }

    /** The connection that came back, if this line says so of one reported before. */
    static Optional<LeakHead> returned(String line) {
        Optional<String> hikari =
                Cut.between(line, "Previously reported leaked connection ", " was returned to the pool (unleaked)");
        if (hikari.isPresent()) {
            return Optional.of(new LeakHead(Tool.HIKARI, connection(hikari.get()), thread(hikari.get()), "", ""));
        }
        return Cut.between(line, "Connection(PooledConnection[", "]) that has been marked suspect was returned")
                .map(name -> new LeakHead(Tool.TOMCAT_JDBC, name, "", "", ""));
    }
}
