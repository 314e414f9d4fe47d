package corpus.dependents;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The rows of metadata are rows like any others. */
final class MetaData {
    List<String> tablesOk(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = connection.getMetaData().getTables(null, null, "%", null)) {
            while (rows.next()) {
                tables.add(rows.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    boolean hasTableBad(Connection connection, String table) throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        ResultSet rows = metaData.getTables(null, null, table, null); // LEAK: never-closed
        return rows.next();
    }

    String keyBad(DatabaseMetaData metaData, String table) throws SQLException {
        ResultSet rows = metaData.getPrimaryKeys(null, null, table); // LEAK: not-closed-on-exception
        String key = rows.next() ? rows.getString("COLUMN_NAME") : "";
        rows.close();
        return key;
    }

    boolean columnOfOwnConnectionOk(DataSource pool, String column) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            ResultSet rows = connection.getMetaData().getColumns(null, null, "%", column);
            return rows.next();
        }
    }
}
