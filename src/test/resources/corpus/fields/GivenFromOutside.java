package corpus.fields;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What the constructor or a setter was given belongs to whoever gave it. */
final class GivenFromOutsideOk {
    private final Connection connection;
    private Statement statement;

    GivenFromOutsideOk(Connection connection) {
        this.connection = connection;
    }

    void setStatement(Statement statement) {
        this.statement = statement;
    }

    String catalog() throws SQLException {
        return connection.getCatalog() + statement.getMaxRows();
    }
}
