package corpus.parameters;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A statement travels in an object of the house to who keeps it, or to who only looks at it. */
final class HolderHandedOver {
    record Job(PreparedStatement statement, boolean isLast) {}

    static final class Worker {
        private Job next;

        void put(Job job) {
            next = job;
        }

        void work() throws SQLException {
            next.statement().executeBatch();
            next.statement().close();
        }

        static int weigh(Job job) {
            return job.isLast() ? 1 : 0;
        }
    }

    void handedOverOk(Connection connection, Worker worker) throws SQLException {
        PreparedStatement statement = null;
        boolean isPut = false;
        try {
            statement = connection.prepareStatement("DELETE FROM basket WHERE id = ?");
            worker.put(new Job(statement, false));
            isPut = true;
        } finally {
            if (!isPut && statement != null) {
                statement.close();
            }
        }
    }

    int lookedAtBad(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement("DELETE FROM basket WHERE id = ?"); // LEAK: never-closed possible
        return Worker.weigh(new Job(statement, true));
    }
}
