package corpus.fields;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A method that closes a field owes that on exceptions too: nobody calls it twice. */
final class ClosingMethod {
    private Connection connection;

    void openOk(DataSource pool) throws SQLException {
        connection = pool.getConnection();
    }

    void closeAfterCommitBad() throws SQLException {
        connection.commit();
        connection.close(); // LEAK: not-closed-on-exception
    }

    void closeInFinallyOk() throws SQLException {
        try {
            connection.commit();
        } finally {
            connection.close();
        }
    }
}
