package corpus.libraries;

import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;

/** Drivers, sessions and transactions of Neo4j. */
final class Neo4jSessions {
    long countOk(Driver driver) {
        try (Session session = driver.session()) {
            return session.run("MATCH (n) RETURN count(n)").single().get(0).asLong();
        }
    }

    long countBad(Driver driver) {
        Session session = driver.session(); // LEAK: never-closed
        return session.run("MATCH (n) RETURN count(n)").single().get(0).asLong();
    }

    void writeBad(Session session, String query) {
        Transaction transaction = session.beginTransaction(); // LEAK: not-closed-on-exception
        transaction.run(query);
        transaction.commit();
        transaction.close();
    }

    void writeOk(Driver driver, String query) {
        try (Session session = driver.session();
                Transaction transaction = session.beginTransaction()) {
            transaction.run(query);
            transaction.commit();
        }
    }

    void verifyBad(String uri) {
        Driver driver = GraphDatabase.driver(uri, AuthTokens.none()); // LEAK: not-closed-on-exception
        driver.verifyConnectivity();
        driver.close();
    }

    void verifyOk(String uri) {
        try (Driver driver = GraphDatabase.driver(uri)) {
            driver.verifyConnectivity();
        }
    }
}
