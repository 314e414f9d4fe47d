package corpus.exceptions;

import java.sql.Connection;
import javax.sql.DataSource;
import lombok.SneakyThrows;

/** A library that generates code lets methods throw what they do not declare. */
final class Sneaky {
    @SneakyThrows
    void readOnlyBad(DataSource pool) {
        Connection connection = pool.getConnection(); // LEAK: not-closed-on-exception
        connection.setReadOnly(true);
        connection.close();
    }
}
