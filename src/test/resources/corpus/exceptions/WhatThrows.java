package corpus.exceptions;

import java.io.BufferedReader;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Which calls between acquisition and protection can throw. */
final class WhatThrows {
    private static final Logger LOG = Logger.getLogger("shop");

    void loggingOk(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        LOG.info("opened");
        LOG.log(Level.FINE, "opened {0}", statement);
        statement.close();
    }

    void stringsAndListsOk(Connection connection, List<String> names) throws SQLException {
        Statement statement = connection.createStatement();
        StringBuilder sql = new StringBuilder();
        for (String name : names) {
            sql.append(name.toUpperCase()).append(',');
        }
        int length = Math.max(sql.length(), Integer.parseInt("7"));
        System.out.println(length + Objects.requireNonNull(names).size());
        statement.close();
    }

    void setterBad(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement("SELECT ?"); // LEAK: not-closed-on-exception
        statement.setString(1, "a");
        statement.close();
    }

    void connectionSetterBad(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: not-closed-on-exception
        connection.setAutoCommit(false);
        connection.close();
    }

    void checkedExceptionOfAnotherKindBad(Connection connection, BufferedReader reader) throws SQLException, IOException {
        Statement statement = connection.createStatement(); // LEAK: not-closed-on-exception possible
        String line = reader.readLine();
        System.out.println(line);
        statement.close();
    }

    void sleepBad(Connection connection) throws SQLException, InterruptedException {
        Statement statement = connection.createStatement(); // LEAK: not-closed-on-exception
        Thread.sleep(100);
        statement.close();
    }
}
