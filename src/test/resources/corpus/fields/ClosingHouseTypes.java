package corpus.fields;

import java.util.List;

/** A closing method of the house: what it closes last stays open if something fails before. */
final class ClosingHouseTypes {
    private final List<BasketRows> rows;
    private final BasketState state;
    private BasketStatement statement;
    private BasketConnection connection;

    ClosingHouseTypes(List<BasketRows> rows, BasketState state) {
        this.rows = rows;
        this.state = state;
    }

    BasketConnection getConnection() {
        return connection;
    }

    private void closeStatementBad() {
        for (BasketRows each : rows) {
            each.close();
        }
        statement.close(); // LEAK: not-closed-on-exception possible
    }

    private void closeStatementOk() {
        try {
            for (BasketRows each : rows) {
                each.close();
            }
        } finally {
            statement.close();
        }
    }

    void closeThroughGetterBad() throws BasketException {
        BasketConnection own = getConnection(); // LEAK: not-closed-on-exception possible
        if (own != null) {
            try {
                own.setAutoCommit(true);
            } catch (BasketException e) {
                state.failed();
                throw e;
            }
            own.close();
        }
    }

    void closeThroughGetterOk() throws BasketException {
        try (BasketConnection own = getConnection()) {
            own.setAutoCommit(true);
        } catch (BasketException e) {
            state.failed();
            throw e;
        }
    }

    void useOk() {
        BasketConnection own = getConnection();
        own.ping();
    }
}
