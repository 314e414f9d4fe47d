package corpus.temporaries;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import shop.Procedure;
import shop.Queries;

/** What is called a statement, made of a connection and executed on the spot is one, wherever it comes from. */
final class StatementOfUnseen extends Procedure {
    void inheritedBad(Connection connection, long order) throws SQLException {
        getPreparedStatement(connection, "paid", order).executeUpdate(); // LEAK: temporary-never-closed possible
    }

    void staticBad(Connection connection, long order) throws SQLException {
        Queries.bindStatement(connection, "paid", order).execute(); // LEAK: temporary-never-closed possible
    }

    void inheritedOk(Connection connection, long order) throws SQLException {
        try (PreparedStatement statement = getPreparedStatement(connection, "paid", order)) {
            statement.executeUpdate();
        }
    }

    void ofNoConnectionOk(long order) throws SQLException {
        getPreparedStatement("paid", order).executeUpdate();
    }
}
