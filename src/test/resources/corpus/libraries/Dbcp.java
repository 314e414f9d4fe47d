package corpus.libraries;

import java.sql.Connection;
import java.sql.SQLException;
import org.apache.commons.dbcp2.BasicDataSource;
import org.apache.commons.dbcp2.PoolingDataSource;

/** Commons DBCP, old and new. */
final class Dbcp {
    private final BasicDataSource source = new BasicDataSource();
    private org.apache.commons.dbcp.BasicDataSource oldSource;

    void commitOk() throws SQLException {
        Connection connection = source.getConnection();
        try {
            connection.setAutoCommit(false);
            connection.commit();
        } finally {
            connection.close();
        }
    }

    void oldBad() throws SQLException {
        Connection connection = oldSource.getConnection(); // LEAK: never-closed
        connection.commit();
    }

    void rollbackBad(PoolingDataSource<?> pooling) throws SQLException {
        Connection connection = pooling.getConnection(); // LEAK: not-closed-on-exception
        try {
            connection.rollback();
            connection.close();
        } catch (SQLException e) {
            System.err.println("rollback failed: " + e);
        }
    }
}
