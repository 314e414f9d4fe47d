package io.jenkins.plugins.connleak.runtime;

import java.util.Optional;

/**
 * A line that says that a request got no connection because all were in use.
 *
 * @param tool who says so
 * @param pool name of the pool; empty if it is not told
 */
record ExhaustionHead(Tool tool, String pool) {
    private static final String HIKARI = " - Connection is not available, request timed out after ";

    /** What this line says, if it says so. */
    static Optional<ExhaustionHead> of(String line) {
        return ofPools(line).or(() -> ofServers(line));
    }

    private static Optional<ExhaustionHead> ofPools(String line) {
        int hikari = line.indexOf(HIKARI);
        if (hikari >= 0) {
            return isIdle(line) ? Optional.empty() : of(Tool.HIKARI, lastWord(line.substring(0, hikari)));
        }
        if (line.contains("Cannot get a connection, pool error Timeout waiting for idle object")) {
            boolean isFirst = line.contains("org.apache.commons.dbcp.");
            return of(isFirst ? Tool.DBCP1 : Tool.DBCP2, "");
        }
        if (line.contains("Timeout: Pool empty. Unable to fetch a connection in ")
                && line.contains("none available[")) {
            return of(Tool.TOMCAT_JDBC, "");
        }
        if (line.contains("An attempt by a client to checkout a Connection has timed out.")) {
            return of(Tool.C3P0, "");
        }
        if (line.contains("wait millis ") && line.contains(", maxActive ")) {
            Optional<Long> active = Cut.numberAfter(line, ", active ");
            return active.isPresent() && active.equals(Cut.numberAfter(line, ", maxActive "))
                    ? of(Tool.DRUID, "")
                    : Optional.empty();
        }
        Optional<String> vibur = Cut.after(line, ", couldn't obtain SQL connection within ")
                .filter(rest -> rest.stripTrailing().endsWith(" ms."));
        if (vibur.isPresent()) {
            return of(Tool.VIBUR, Cut.between(line, "Pool ", "@").orElse(""));
        }
        if (line.contains("Sorry, acquisition timeout!")) {
            return of(Tool.AGROAL, "");
        }
        return line.contains("Timed out waiting for a free available connection.")
                ? of(Tool.BONECP, "")
                : Optional.empty();
    }

    private static Optional<ExhaustionHead> ofServers(String line) {
        if (line.contains("UCP-29: Failed to get a connection")) {
            return of(Tool.UCP, "");
        }
        if (line.contains("The internal connection pool has reached its maximum size and no connection is currently")) {
            return of(Tool.HIBERNATE, "");
        }
        if (line.contains("IJ000655: No managed connections available within configured blocking timeout")) {
            return of(Tool.IRON_JACAMAR, "");
        }
        if (line.contains("In-use connections equal max-pool-size and expired max-wait-time")) {
            return of(Tool.GLASSFISH, "");
        }
        if (line.contains("Timed out after ") && line.contains(" ms while waiting for a connection to server ")) {
            return of(Tool.MONGODB, "");
        }
        if (line.contains("FATAL: sorry, too many clients already")
                || line.contains("PSQLException: FATAL:  sorry, too many clients already")) {
            return of(Tool.POSTGRESQL, "");
        }
        boolean isTooMany = line.contains("Exception: Too many connections")
                || line.contains("Error: 1040-HY000: Too many connections")
                || line.contains("message from server: \"Too many connections\"");
        return isTooMany ? of(Tool.MARIADB, "") : Optional.empty();
    }

    private static Optional<ExhaustionHead> of(Tool tool, String pool) {
        return Optional.of(new ExhaustionHead(tool, pool));
    }

    /** A pool none of whose connections is in use has no server to connect to. */
    private static boolean isIdle(String line) {
        return Cut.numberAfter(line, "active=").filter(active -> active == 0).isPresent();
    }

    private static String lastWord(String text) {
        int blank = Math.max(text.lastIndexOf(' '), text.lastIndexOf('\t'));
        return text.substring(blank + 1);
    }
}
