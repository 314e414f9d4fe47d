package corpus.fields;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A connection and its wrapper in two fields: closing one of them is enough. */
final class TwoFieldsHoldIt {
    static final class Ledger {
        private final Connection connection;

        Ledger(Connection connection) {
            this.connection = connection;
        }

        boolean isOpen() throws SQLException {
            return !connection.isClosed();
        }
    }

    static final class ClosedOk {
        private Connection connection;
        private Ledger keptLedger;

        void open() throws SQLException {
            connection = DriverManager.getConnection("jdbc:h2:mem:shop");
            keptLedger = new Ledger(connection);
        }

        boolean isOpen() throws SQLException {
            return keptLedger.isOpen();
        }

        void close() throws SQLException {
            connection.close();
        }
    }

    static final class NeverClosedBad {
        private Connection connection;
        private Ledger keptLedger;

        void open() throws SQLException {
            connection = DriverManager.getConnection("jdbc:h2:mem:shop"); // LEAK: field-never-closed
            keptLedger = new Ledger(connection);
        }
    }
}
