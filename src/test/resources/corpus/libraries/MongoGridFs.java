package corpus.libraries;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.GridFSDownloadStream;
import com.mongodb.client.gridfs.GridFSUploadStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import org.bson.types.ObjectId;

/** Streams of files that are kept in the database. */
final class MongoGridFs {
    byte[] readOk(GridFSBucket bucket, ObjectId id) {
        try (GridFSDownloadStream stream = bucket.openDownloadStream(id)) {
            byte[] bytes = new byte[(int) stream.getGridFSFile().getLength()];
            stream.read(bytes);
            return bytes;
        }
    }

    byte[] readBad(MongoDatabase database, ObjectId id) {
        GridFSBucket bucket = GridFSBuckets.create(database);
        GridFSDownloadStream stream = bucket.openDownloadStream(id); // LEAK: never-closed
        byte[] bytes = new byte[64];
        stream.read(bytes);
        return bytes;
    }

    void writeBad(GridFSBucket bucket, byte[] bytes) {
        GridFSUploadStream stream = bucket.openUploadStream("report.pdf"); // LEAK: not-closed-on-exception
        stream.write(bytes);
        stream.close();
    }

    void writeOk(GridFSBucket bucket, byte[] bytes) {
        GridFSUploadStream stream = bucket.openUploadStream("report.pdf");
        boolean written = false;
        try {
            stream.write(bytes);
            written = true;
        } finally {
            if (written) {
                stream.close();
            } else {
                stream.abort();
            }
        }
    }

    void eagerOk(GridFSBucket bucket, ObjectId id, OutputStream out) {
        bucket.downloadToStream(id, out);
        bucket.uploadFromStream("copy", new java.io.ByteArrayInputStream(new byte[0]));
        System.out.println(new ByteArrayOutputStream().size());
    }
}
