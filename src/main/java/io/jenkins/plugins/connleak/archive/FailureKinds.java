package io.jenkins.plugins.connleak.archive;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.bulk.BulkWriteError;
import java.util.Set;
import org.bson.BSONException;

/** Tells failures that pass from those that stay, so that one document the server refuses does not hold up the rest. */
final class FailureKinds {
    /** The server is not in a state to write, or does not let us; whoever looks after it can mend that. */
    private static final Set<Integer> PASSING = Set.of(
            6, // host unreachable
            7, // host not found
            13, // unauthorized
            18, // authentication failed
            20, // illegal operation: such as retryable writes where there are none
            24, // lock timeout
            46, // lock busy
            50, // time limit
            64, // write concern timed out
            89, // network timeout
            91, // shutdown in progress
            112, // write conflict
            133, // no host for the read or write preference
            189, // primary stepped down
            262, // time limit
            391, // reauthentication required
            8000, // a hosted server's own: quota or login
            9001, // socket
            10107, // not writable primary
            11600, // interrupted at shutdown
            11602, // interrupted by a change of state
            13435, // not primary
            13436, // not primary or secondary
            14031); // out of disk space

    /** The document itself is what the server does not take. */
    private static final Set<Integer> LASTING = Set.of(
            2, // bad value
            9, // failed to parse
            14, // type mismatch
            52, // a name begins with a dollar
            57, // a name holds a dot
            121, // document validation
            10334, // object too large
            11000, // a unique index of somebody else
            17280, // key too long
            17419, // too large
            17420); // too large

    private static final String RETRYABLE = "RetryableWriteError";

    private FailureKinds() {}

    static ArchiveException.Kind of(RuntimeException failure) {
        if (failure instanceof BSONException) {
            return ArchiveException.Kind.REFUSED;
        }
        if (!(failure instanceof MongoException known) || passes(known)) {
            return ArchiveException.Kind.UNAVAILABLE;
        }
        if (known instanceof MongoBulkWriteException bulk) {
            return ofBulk(bulk);
        }
        return ofCode(known.getCode());
    }

    private static boolean passes(MongoException failure) {
        return failure instanceof MongoSocketException
                || failure instanceof MongoSecurityException
                || failure instanceof MongoClientException
                || failure instanceof MongoInterruptedException
                || failure instanceof MongoNotPrimaryException
                || failure instanceof MongoNodeIsRecoveringException
                || failure instanceof MongoWriteConcernException
                || failure.hasErrorLabel(RETRYABLE);
    }

    /** One document that will be refused again is enough; without errors of documents it was the write concern. */
    private static ArchiveException.Kind ofBulk(MongoBulkWriteException bulk) {
        if (bulk.getWriteErrors().isEmpty()) {
            return ArchiveException.Kind.UNAVAILABLE;
        }
        return bulk.getWriteErrors().stream()
                .map(BulkWriteError::getCode)
                .map(FailureKinds::ofCode)
                .filter(kind -> kind == ArchiveException.Kind.REFUSED)
                .findFirst()
                .orElse(ofCode(bulk.getWriteErrors().get(0).getCode()));
    }

    private static ArchiveException.Kind ofCode(int code) {
        if (PASSING.contains(code)) {
            return ArchiveException.Kind.UNAVAILABLE;
        }
        return LASTING.contains(code) ? ArchiveException.Kind.REFUSED : ArchiveException.Kind.UNKNOWN;
    }
}
