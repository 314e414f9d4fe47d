package com.example.shop;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Reads products from a file, one line each, at night. */
public class ImportJob {
    private static final Logger LOG = Logger.getLogger(ImportJob.class.getName());

    /** Right: acquired late, closed under a null check, rolled back in between. */
    public int run(Reader source) throws IOException {
        Connection connection = null;
        try {
            connection = Db.openForBatch();
            int lines = insert(connection, new BufferedReader(source));
            connection.commit();
            return lines;
        } catch (SQLException e) {
            LOG.log(Level.SEVERE, "import failed", e);
            rollBack(connection);
            return 0;
        } finally {
            Db.closeQuietly(connection);
        }
    }

    private static int insert(Connection connection, BufferedReader lines) throws SQLException, IOException {
        int count = 0;
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO product (name) VALUES (?)")) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank()) {
                    continue;
                }
                insert.setString(1, line.strip());
                count += insert.executeUpdate();
            }
        }
        return count;
    }

    private static void rollBack(Connection connection) {
        try {
            if (connection != null) {
                connection.rollback();
            }
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "rollback failed", e);
        }
    }

    /** Wrong: a product that is known already skips the close. */
    public int known(Connection connection, Iterable<String> products) throws SQLException {
        int known = 0;
        for (String product : products) {
            PreparedStatement query = connection.prepareStatement("SELECT 1 FROM product WHERE name = ?");
            query.setString(1, product);
            ResultSet rows = query.executeQuery();
            if (rows.next()) {
                known++;
                continue;
            }
            query.close();
        }
        return known;
    }

    /** Wrong: the failure is logged, the connection forgotten. */
    public void truncate() {
        try {
            Connection connection = Db.open();
            connection.createStatement().execute("TRUNCATE TABLE product");
            connection.close();
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "could not be emptied", e);
        }
    }
}
