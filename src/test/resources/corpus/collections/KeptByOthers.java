package corpus.collections;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What goes into a collection or an array that another object holds is for whoever holds that to close. */
final class KeptByOthersOk {
    private final Connection[] all = new Connection[3];

    void inAListOfAnotherClass(DataSource source) throws SQLException {
        Connection connection = source.getConnection();
        Registry.ALL.add(connection);
    }

    void inAListOfAnotherObject(DataSource source, Holder holder) throws SQLException {
        Connection connection = source.getConnection();
        holder.list.add(connection);
    }

    void inAnArrayOfAnotherObject(DataSource source, Holder holder) throws SQLException {
        Connection connection = source.getConnection();
        holder.array[1] = connection;
    }

    void inAnArrayOfItsOwn(DataSource source) throws SQLException {
        Connection connection = source.getConnection();
        all[0] = connection;
    }

    void inAnArrayOfItsOwnByAHelper(DataSource source) throws SQLException {
        Connection connection = source.getConnection();
        keep(connection);
    }

    private void keep(Connection connection) {
        all[1] = connection;
    }

    Holder inAListOfAResult(DataSource source) throws SQLException {
        Holder result = new Holder();
        Connection connection = source.getConnection();
        result.list.add(connection);
        return result;
    }
}

/** Another name of what a method was given is no object of its own. */
final class KeptByARequestOk {
    void inARequest(DataSource source, Object context) throws SQLException {
        java.util.Properties request = (java.util.Properties) context;
        Connection connection = source.getConnection();
        request.put("connection", connection);
    }
}

final class KeptByNobodyBad {
    void inAnArrayOfAnObjectThatGoes(DataSource source) throws SQLException {
        Holder holder = new Holder();
        Connection connection = source.getConnection(); // LEAK: never-closed
        holder.array[1] = connection;
    }
}

final class Holder {
    final List<Connection> list = new ArrayList<>();
    final Connection[] array = new Connection[3];
}

final class Registry {
    static final List<Connection> ALL = new ArrayList<>();
}
