package corpus.libraries;

import org.apache.hadoop.hbase.client.HTablePool;
import org.apache.hadoop.hbase.client.HTableInterface;
import org.apache.phoenix.jdbc.PhoenixConnection;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hbase.TableName;
import org.apache.hadoop.hbase.client.Admin;
import org.apache.hadoop.hbase.client.Connection;
import org.apache.hadoop.hbase.client.ConnectionFactory;
import org.apache.hadoop.hbase.client.Get;
import org.apache.hadoop.hbase.client.Put;
import org.apache.hadoop.hbase.client.Result;
import org.apache.hadoop.hbase.client.Table;

/** Connections of HBase, their tables and their administration. Closing the connection does not close those. */
final class HBaseTables {
    Result getOk(Connection connection, byte[] row) throws IOException {
        try (Table table = connection.getTable(TableName.valueOf("visits"))) {
            return table.get(new Get(row));
        }
    }

    Result getBad(Connection connection, byte[] row) throws IOException {
        Table table = connection.getTable(TableName.valueOf("visits")); // LEAK: not-closed-on-exception
        Result result = table.get(new Get(row));
        table.close();
        return result;
    }

    boolean existsOk(Configuration configuration) throws IOException {
        try (Connection connection = ConnectionFactory.createConnection(configuration);
                Admin admin = connection.getAdmin()) {
            return admin.tableExists(TableName.valueOf("visits"));
        }
    }

    boolean existsBad(Configuration configuration) throws IOException {
        Connection connection = ConnectionFactory.createConnection(configuration);
        try {
            return connection.getAdmin().tableExists(TableName.valueOf("visits")); // LEAK: temporary-never-closed
        } finally {
            connection.close();
        }
    }

    Connection brokenBad(Configuration configuration) throws IOException {
        Connection connection = ConnectionFactory.createConnection(configuration); // LEAK: not-closed-on-exception
        try (Admin admin = connection.getAdmin()) {
            admin.tableExists(TableName.valueOf("visits"));
        }
        return connection;
    }

    void throughAdminBad(Admin admin, Put row) throws IOException {
        Table table = admin.getConnection().getTable(TableName.valueOf("visits")); // LEAK: not-closed-on-exception
        table.put(row);
        table.close();
    }

    boolean ofAnUnseenConnectionBad(Site site) throws IOException {
        Admin admin = site.getConnection().getAdmin(); // LEAK: never-closed possible
        return admin.tableExists(TableName.valueOf("visits"));
    }

    boolean ofAnUnseenConnectionOk(Site site) throws IOException {
        try (Admin admin = site.getConnection().getAdmin()) {
            return admin.tableExists(TableName.valueOf("visits"));
        }
    }

    boolean ofAnotherOk(Site site) throws IOException {
        Admin admin = site.getAdmin();
        return admin.tableExists(TableName.valueOf("visits"));
    }

    boolean byPhoenixBad(java.sql.Connection connection, TableName name) throws Exception {
        Admin admin = connection.unwrap(PhoenixConnection.class).getQueryServices().getAdmin(); // LEAK: not-closed-on-exception
        boolean exists = admin.tableExists(name);
        admin.close();
        return exists;
    }

    void givenBackToAPoolOk(HTablePool pool, Put put) throws IOException {
        HTableInterface table = pool.getTable("city");
        try {
            table.put(put);
        } finally {
            pool.putTable(table);
        }
    }

    void givenBackToAPoolBad(HTablePool pool, Put put) throws IOException {
        HTableInterface table = pool.getTable("city"); // LEAK: not-closed-on-exception
        table.put(put);
        pool.putTable(table);
    }
}
