package com.example.shop;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;

/** Looks at the start whether the tables are there. */
public final class SchemaCheck {
    private SchemaCheck() {}

    /** Right: the rows of metadata are closed like any others. */
    public static Set<String> tables(Connection connection) throws SQLException {
        Set<String> tables = new TreeSet<>();
        DatabaseMetaData metaData = connection.getMetaData();
        try (ResultSet rows = metaData.getTables(null, "SHOP", "%", new String[] {"TABLE"})) {
            while (rows.next()) {
                tables.add(rows.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    /** Silenced with an annotation: the program ends right after. */
    @SuppressWarnings("resource")
    public static void printVersionAndExit() throws SQLException {
        Connection connection = Db.open();
        System.out.println(connection.getMetaData().getDatabaseProductVersion());
    }

    /** Silenced with a comment: the driver of this database counts on it. */
    public static void warmUp() throws SQLException {
        Connection keepAlive = Db.open(); // connleak:ignore never-closed the in-memory database lives as long as this connection
        keepAlive.setReadOnly(true);
    }
}
