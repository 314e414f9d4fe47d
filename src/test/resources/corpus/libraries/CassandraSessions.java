package corpus.libraries;

import com.datastax.driver.core.Cluster;
import com.datastax.driver.core.ResultSet;
import com.datastax.driver.core.Session;
import com.datastax.oss.driver.api.core.CqlSession;
import java.net.InetSocketAddress;

/** Clusters and sessions of Cassandra; its result sets hold nothing. */
final class CassandraSessions {
    long countOk(String host) {
        try (Cluster cluster = Cluster.builder().addContactPoint(host).build();
                Session session = cluster.connect("shop")) {
            return session.execute("SELECT count(*) FROM visits").one().getLong(0);
        }
    }

    long countBad(String host) {
        Cluster cluster = Cluster.builder().addContactPoint(host).withPort(9042).build(); // LEAK: never-closed
        Session session = cluster.connect("shop");
        ResultSet rows = session.execute("SELECT count(*) FROM visits");
        long count = rows.one().getLong(0);
        session.close();
        return count;
    }

    boolean newDriverOk(InetSocketAddress host) {
        try (CqlSession session = CqlSession.builder().addContactPoint(host).withLocalDatacenter("dc1").build()) {
            return session.execute("SELECT * FROM visits").one() != null;
        }
    }

    boolean newDriverBad(InetSocketAddress host) {
        CqlSession session = CqlSession.builder().addContactPoint(host).withLocalDatacenter("dc1").build(); // LEAK: never-closed
        return session.execute("SELECT * FROM visits").one() != null;
    }

    boolean rowsOk(CqlSession session) {
        com.datastax.oss.driver.api.core.cql.ResultSet rows = session.execute("SELECT * FROM visits");
        return rows.one() != null;
    }
}
