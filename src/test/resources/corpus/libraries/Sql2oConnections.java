package corpus.libraries;

import java.util.List;
import org.sql2o.Connection;
import org.sql2o.ResultSetIterable;
import org.sql2o.Sql2o;

/** Connections and transactions of sql2o; committing closes. */
final class Sql2oConnections {
    List<String> namesOk(Sql2o sql2o) {
        try (Connection connection = sql2o.open()) {
            return connection.createQuery("SELECT name FROM users").executeScalarList(String.class);
        }
    }

    List<String> namesBad(Sql2o sql2o) {
        Connection connection = sql2o.open(); // LEAK: never-closed
        return connection.createQuery("SELECT name FROM users").executeScalarList(String.class);
    }

    void transferBad(Sql2o sql2o, boolean dry) {
        Connection connection = sql2o.beginTransaction(); // LEAK: never-closed
        connection.createQuery("UPDATE accounts SET sum = sum + 1").executeUpdate();
        System.out.println(dry);
    }

    void transferOk(Sql2o sql2o) {
        try (Connection connection = sql2o.beginTransaction()) {
            connection.createQuery("UPDATE accounts SET sum = sum + 1").executeUpdate();
            connection.commit();
        }
    }

    int lazyOk(Connection connection) {
        int seen = 0;
        try (ResultSetIterable<String> names = connection.createQuery("SELECT name FROM users").executeAndFetchLazy(String.class)) {
            for (String name : names) {
                seen += name.length();
            }
        }
        return seen;
    }

    int lazyBad(Connection connection) {
        int seen = 0;
        ResultSetIterable<String> names = connection.createQuery("SELECT name FROM users").executeAndFetchLazy(String.class); // LEAK: never-closed
        for (String name : names) {
            seen += name.length();
        }
        return seen;
    }
}
