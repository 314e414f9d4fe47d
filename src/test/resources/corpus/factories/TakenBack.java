package corpus.factories;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A service of the house hands something out that can't be closed by itself, and takes it back. */
final class TakenBack {
    private final Transactions transactions = new Transactions();

    void addOk(String name) throws SQLException {
        Transaction transaction = transactions.start();
        try {
            System.out.println(transaction.connection().getHoldability() + name);
            transactions.commit(transaction);
        } finally {
            transactions.end(transaction);
        }
    }

    void addBad(String name) throws SQLException {
        Transaction transaction = transactions.start(); // LEAK: never-closed
        System.out.println(transaction.connection().getHoldability() + name);
    }
}

/** Something that is going on. */
final class Transaction {
    private final Connection connection;
    private boolean isCommitted;

    Transaction(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    boolean isCommitted() {
        return isCommitted;
    }

    void committed() {
        isCommitted = true;
    }
}

/** Starts and ends transactions. */
final class Transactions {
    Transaction start() throws SQLException {
        return new Transaction(DriverManager.getConnection("jdbc:h2:mem:"));
    }

    void commit(Transaction transaction) throws SQLException {
        transaction.connection().commit();
        transaction.committed();
        transaction.connection().close();
    }

    void end(Transaction transaction) throws SQLException {
        if (!transaction.isCommitted()) {
            transaction.connection().close();
        }
    }
}
