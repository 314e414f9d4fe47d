package corpus.helpers;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.apache.hadoop.hbase.client.Admin;
import org.apache.hadoop.hbase.client.Put;
import org.apache.hadoop.hbase.client.Table;
import org.neo4j.driver.Session;

/** Calls on what can't be seen that are named like a library's and return what those open. */
final class NamesOfTheCatalog {
    private final UnseenServices services;
    private final UnseenDomains domains;

    NamesOfTheCatalog(UnseenServices services, UnseenDomains domains) {
        this.services = services;
        this.domains = domains;
    }

    void putBad(Put row) throws IOException {
        Table table = services.cluster().getTable("cities"); // LEAK: never-closed possible
        table.put(row);
    }

    void putOk(Put row) throws IOException {
        try (Table table = services.cluster().getTable("cities")) {
            table.put(row);
        }
    }

    void sharedAdminOk() throws IOException {
        Admin admin = services.cluster().getAdmin();
        admin.flush(null);
    }

    boolean existsBad(String name) throws SQLException {
        ResultSet tables = services.connection().metaData().getTables(null, null, name, null); // LEAK: never-closed possible
        return tables.next();
    }

    void runBad(Map<String, String> names) {
        Session session = domains.all().get("cities").session(); // LEAK: never-closed possible
        session.run("MATCH (n) DETACH DELETE n", names);
    }

    void runOk(Map<String, String> names) {
        try (Session session = domains.all().get("cities").session()) {
            session.run("MATCH (n) DETACH DELETE n", names);
        }
    }
}
