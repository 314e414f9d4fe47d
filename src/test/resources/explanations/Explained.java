package shop;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;

class Explained {
    private DataSource pool;
    private Connection held;
    private Connection kept;

    void neverClosed() throws SQLException {
        Connection c = pool.getConnection();
        c.commit();
    }

    void noName() throws SQLException {
        pool.getConnection()
                .createStatement()
                .execute("x");
    }

    void exception() throws SQLException {
        Connection c = pool
                .getConnection();
        c.setAutoCommit(
                false);
        c.close();
    }

    void branch(boolean b, Object o, int n) throws SQLException {
        Connection c = pool.getConnection();
        if (b) {
            if (o == null) {
                if (n > 3) {
                    return;
                }
            }
        }
        c.close();
    }

    void otherBranch(boolean b, Object o, int n) throws SQLException {
        Connection c = pool.getConnection();
        if (!b) {
            if (o != null) {
                if (!(n > 3)) {
                    if (unknown() == other()) {
                        return;
                    }
                }
            }
        }
        c.close();
    }

    void overwritten() throws SQLException {
        Connection c = pool.getConnection();
        c = pool.getConnection();
        c.close();
    }

    void loop(List<String> all) throws SQLException {
        Statement s = null;
        for (String one : all) {
            s = held.createStatement();
        }
        if (s != null) {
            s.close();
        }
    }

    void loopIsOver(List<String> all) throws SQLException {
        Connection c = pool.getConnection();
        for (String one : all) {
            if (one.isEmpty()) {
                c.close();
                return;
            }
        }
    }

    void thrown(boolean b) throws SQLException {
        Connection c = pool.getConnection();
        if (b) {
            throw new IllegalStateException("b");
        }
        c.close();
    }

    void rethrown(RuntimeException e) throws SQLException {
        Connection c = pool.getConnection();
        if (e != null) {
            throw e;
        }
        c.close();
    }

    void handled() {
        try {
            Connection c = pool.getConnection();
            c.commit();
            c.close();
        } catch (SQLException | IllegalStateException e) {
            e.printStackTrace();
        } finally {
            System.out.println();
        }
    }

    void implicit() throws SQLException {
        Connection c = pool.getConnection();
        try (Statement s = held.createStatement()) {
            s.execute("x");
        }
        c.close();
    }

    void constructed() throws SQLException {
        BasicDataSource source = new BasicDataSource();
        Connection c = source.getConnection();
        String text = String.valueOf(read(c));
        c.close();
    }

    ResultSet rows(Connection given) throws SQLException {
        PreparedStatement s = given.prepareStatement("x");
        ResultSet rows = s.executeQuery();
        return rows;
    }

    void piledUp(List<String> all) throws SQLException {
        try (Connection c = pool.getConnection()) {
            for (String one : all) {
                Statement s = c.createStatement();
                s.execute(one);
            }
        }
    }

    void leftToPool() throws SQLException {
        Connection c = pool.getConnection();
        Statement s = c.createStatement();
        s.execute("x");
        c.close();
    }

    void shown(Connection given) throws SQLException {
        Statement s = given.createStatement();
        Registry.keep(s);
    }

    void cast() throws SQLException {
        Connection c = (Connection) (Object) (Connection) pool.getConnection();
        held.commit();
        c.close();
    }

    void deep() throws SQLException {
        Object a = pool.getConnection();
        a.hashCode();
    }

    void heldField() throws SQLException {
        held = pool.getConnection();
        held.commit();
        held.close();
    }

    void keptField() throws SQLException {
        kept = pool.getConnection();
    }

    void close() throws SQLException {
        Object first = read(held);
        held.close();
    }

    void longStory(boolean a) throws SQLException {
        Connection c = pool.getConnection();
        if (f(1)) { one(); } if (f(2)) { one(); } if (f(3)) { one(); } if (f(4)) { one(); }
        if (f(5)) { one(); }
        if (f(6)) { one(); }
        if (f(7)) { one(); }
        if (f(8)) { one(); }
        if (f(9)) { one(); }
        if (f(10)) { one(); }
        if (f(11)) { one(); }
        if (f(12)) { one(); }
        if (f(13)) { one(); }
        if (f(14)) { one(); }
        if (f(15)) { one(); }
        if (f(16)) { one(); }
        if (f(17)) { one(); }
        if (f(18)) { one(); }
        if (f(19)) { one(); }
        if (f(20)) { one(); }
        if (f(21)) { one(); }
        if (f(22)) { one(); }
        if (f(23)) { one(); }
        if (f(24)) { one(); }
        if (f(25)) { one(); }
        if (f(26)) { one(); }
        if (f(27)) { one(); }
        if (f(28)) { one(); }
        if (f(29)) { one(); }
        if (f(30)) { one(); }
        if (f(31)) { one(); }
        if (f(32)) { one(); }
        if (f(33)) { one(); }
        if (f(34)) { one(); }
        if (f(35)) { one(); }
        if (f(36)) { one(); }
        if (f(37)) { one(); }
        if (f(38)) { one(); }
        if (f(39)) { one(); }
        if (f(40)) { one(); }
        if (f(41)) { one(); }
        if (f(42)) { one(); }
    }

    void piledUpWithoutPool(List<String> all) throws SQLException {
        try (Connection c = DriverManager.getConnection("x")) {
            for (String one : all) {
                Statement s = c.createStatement();
                s.execute(one);
            }
        }
    }

    void throughFinally() throws SQLException {
        Connection c = pool.getConnection();
        try {
            c.commit();
        } finally {
            System.out.println();
        }
        c.close();
    }

    void asked() throws SQLException {
        Connection c = pool.getConnection();
        if (f(1)) {
            return;
        }
        c.close();
    }

    void byConstructor() throws SQLException {
        Connection c = pool.getConnection();
        new Explained.Reader("x");
        c.close();
    }

    void byTypeName() throws SQLException {
        Connection c = pool.getConnection();
        Explained.read(null);
        c.close();
    }

    void atTheEndOfTheTry(Statement s) throws SQLException {
        Connection c = pool.getConnection();
        try (s) {
            f(1);
        }
        c.close();
    }

    void someException(Object o) {
        Connection c = pool.getConnection();
        if (o == null) {
            throw f(o);
        }
        c.close();
    }

    static class Reader {
        Reader(String name) throws SQLException {
            if (name.isEmpty()) {
                throw new SQLException("no name");
            }
        }
    }

    void collected(List<String> names) throws SQLException {
        List<Connection> all = new ArrayList<>();
        for (String name : names) {
            all.add(pool.getConnection());
        }
        for (Connection one : all) {
            one.close();
        }
    }

    static Object read(Connection c) throws SQLException {
        if (c.isClosed()) {
            throw new SQLException("closed");
        }
        return c.getCatalog();
    }

    private static boolean f(int n) {
        return n == 3;
    }

    private static void one() {}
}
