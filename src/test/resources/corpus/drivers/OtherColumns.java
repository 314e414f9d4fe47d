package corpus.drivers;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Savepoint;

/** Values of a row are not resources here. */
final class OtherColumns {
    String largeObjectsOk(ResultSet rows) throws SQLException {
        java.sql.Array tags = rows.getArray("tags");
        java.sql.Blob picture = rows.getBlob("picture");
        java.sql.Clob text = rows.getClob("text");
        return tags.getBaseTypeName() + picture.length() + text.length();
    }

    int rowsOfAnArrayOk(ResultSet rows) throws SQLException {
        ResultSetMetaData metaData = rows.getMetaData();
        Savepoint savepoint = rows.getStatement().getConnection().setSavepoint();
        return metaData.getColumnCount() + savepoint.getSavepointId();
    }
}
