package corpus.drivers;

import com.example.cubes.CubeConnection;
import com.example.cubes.Wrapper;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A connection that is cast to a library's wrapper for unwrapping is the same one. */
final class UnwrappedByACast {
    CubeConnection openOk(String address) throws SQLException {
        Connection connection = DriverManager.getConnection(address);
        return ((Wrapper) connection).unwrap(CubeConnection.class);
    }

    String readBad(String address) throws SQLException {
        CubeConnection cubes = openOk(address); // LEAK: never-closed
        return cubes.toString();
    }

    void unwrappedInSightOk(HousePool pool) throws SQLException {
        HouseConnection connection = pool.getConnection().unwrap(HouseConnection.class);
        connection.close();
    }
}

/** A pool of the house. */
interface HousePool {
    HouseConnection getConnection() throws SQLException;
}

/** A connection of the house, which can be unwrapped. */
abstract class HouseConnection implements Connection {
    @Override
    @SuppressWarnings("unchecked")
    public <T> T unwrap(Class<T> type) throws SQLException {
        return (T) this;
    }
}
