package corpus.libraries;

import com.ibm.db2.jcc.DB2Connection;
import com.ibm.db2.jcc.DB2SimpleDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The driver's own connection. */
final class Db2Types {
    void alterOk(DB2SimpleDataSource source) throws SQLException {
        DB2Connection connection = (DB2Connection) source.getConnection();
        try {
            connection.setDB2ClientUser("nightly");
        } finally {
            connection.close();
        }
    }

    String correlationBad(String url) throws SQLException {
        DB2Connection connection = (DB2Connection) DriverManager.getConnection(url); // LEAK: never-closed
        return connection.getDB2Correlator();
    }
}
