package corpus.finallyblock;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A finally inside a finally: the outer resource is closed whatever the inner close does. */
final class NestedFinally {
    int bothOk(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection();
        try {
            Statement statement = connection.createStatement();
            try {
                return statement.executeUpdate("DELETE FROM basket");
            } finally {
                statement.close();
            }
        } finally {
            connection.close();
        }
    }

    void finallyInsideFinallyOk(DataSource pool) throws SQLException {
        Connection connection = null;
        Statement statement = null;
        try {
            connection = pool.getConnection();
            statement = connection.createStatement();
            statement.executeUpdate("DELETE FROM basket");
        } finally {
            try {
                if (statement != null) {
                    statement.close();
                }
            } finally {
                if (connection != null) {
                    connection.close();
                }
            }
        }
    }

    void innerForgetsOuterBad(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: never-closed
        try {
            Statement statement = connection.createStatement();
            try {
                statement.executeUpdate("DELETE FROM basket");
            } finally {
                statement.close();
            }
        } finally {
            System.out.println("done");
        }
    }
}
