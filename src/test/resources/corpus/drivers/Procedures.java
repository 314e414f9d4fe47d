package corpus.drivers;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;

/** Statements that call procedures. */
final class Procedures {
    String callOk(Connection connection) throws SQLException {
        try (CallableStatement call = connection.prepareCall("{? = call next_number()}")) {
            call.registerOutParameter(1, Types.VARCHAR);
            call.execute();
            return call.getString(1);
        }
    }

    String callBad(Connection connection) throws SQLException {
        CallableStatement call = connection.prepareCall("{? = call next_number()}"); // LEAK: not-closed-on-exception
        call.registerOutParameter(1, Types.VARCHAR);
        call.execute();
        String number = call.getString(1);
        call.close();
        return number;
    }

    int cursorBad(CallableStatement call) throws SQLException {
        ResultSet rows = call.executeQuery(); // LEAK: never-closed
        return rows.next() ? 1 : 0;
    }

    int cursorOfAParameterBad(CallableStatement call) throws SQLException {
        ResultSet rows = (ResultSet) call.getObject(1); // LEAK: never-closed
        return rows.next() ? rows.getInt(1) : 0;
    }

    int cursorOfAParameterOk(CallableStatement call) throws SQLException {
        ResultSet rows = (ResultSet) call.getObject(1);
        try {
            return rows.next() ? rows.getInt(1) : 0;
        } finally {
            rows.close();
        }
    }

    Object valueOk(CallableStatement call) throws SQLException {
        return call.getObject(1);
    }
}
