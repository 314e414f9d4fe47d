package io.jenkins.plugins.connleak.archive;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.bson.RawBsonDocument;

/** Reads an entry document by document. What is not as it was written is a {@link DamagedEntryException}. */
final class SpoolInput implements Closeable {
    /** The longest document that is taken for one; the server takes 16 MiB. */
    private static final int MAX_DOCUMENT = 17 << 20;

    private static final int SMALLEST_DOCUMENT = 5;
    private static final int BUFFER = 1 << 16;

    private final DataInputStream in;
    private int documents;

    /** What is done with a document. */
    @FunctionalInterface
    interface Sink {
        /** Takes it, and the letter that says what it is. */
        void accept(char letter, RawBsonDocument document) throws IOException;
    }

    SpoolInput(InputStream source) throws IOException {
        try {
            this.in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(source, BUFFER), BUFFER));
        } catch (EOFException | ZipException e) {
            throw new DamagedEntryException("its beginning is damaged", e);
        }
    }

    SpoolHeader header() throws IOException {
        try {
            if (in.readUnsignedByte() != SpoolOutput.HEADER) {
                throw new DamagedEntryException("it has no header");
            }
            return SpoolHeader.of(document(SpoolOutput.HEADER));
        } catch (EOFException | ZipException e) {
            throw new DamagedEntryException("its header is damaged", e);
        }
    }

    /** Hands over all that follows the header, up to the end, which must be there. */
    void each(Sink sink) throws IOException {
        while (next(sink)) {
            // The work is in the condition: one document at a time.
        }
    }

    private boolean next(Sink sink) throws IOException {
        char letter;
        RawBsonDocument document;
        try {
            letter = (char) in.readUnsignedByte();
            if (letter == SpoolOutput.END) {
                checkEnd();
                return false;
            }
            document = document(letter);
        } catch (EOFException | ZipException e) {
            throw new DamagedEntryException("it is cut off or damaged after " + documents + " documents", e);
        }
        sink.accept(letter, document);
        return true;
    }

    private void checkEnd() throws IOException {
        if (in.readInt() != documents || in.read() != -1) {
            throw new DamagedEntryException("its end does not fit its " + documents + " documents");
        }
    }

    private RawBsonDocument document(char letter) throws IOException {
        int length = Integer.reverseBytes(in.readInt());
        if (length < SMALLEST_DOCUMENT || length > MAX_DOCUMENT) {
            throw new DamagedEntryException("it holds something that is no document after " + documents);
        }
        byte[] bytes = new byte[length];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(length);
        in.readFully(bytes, Integer.BYTES, length - Integer.BYTES);
        if (in.readInt() != SpoolOutput.checkSum(letter, bytes)) {
            throw new DamagedEntryException("it is damaged after " + documents + " documents");
        }
        documents++;
        return new RawBsonDocument(bytes);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
