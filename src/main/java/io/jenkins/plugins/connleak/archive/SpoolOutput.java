package io.jenkins.plugins.connleak.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.bson.BsonBinaryWriter;
import org.bson.Document;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/**
 * Writes an entry: BSON documents, each between a letter that says what it is and a check sum, and at last their
 * number; packed by gzip.
 */
final class SpoolOutput implements Closeable {
    static final char HEADER = 'H';
    static final char REMOVAL = 'R';
    static final char FINDING = 'F';
    static final char LEGACY = 'L';
    static final char BUILD = 'B';
    static final char END = 'E';

    private static final int BUFFER = 1 << 16;
    private static final DocumentCodec CODEC = new DocumentCodec();
    private static final EncoderContext CONTEXT = EncoderContext.builder().build();

    private final OutputStream out;
    private final BasicOutputBuffer buffer = new BasicOutputBuffer(BUFFER);
    private int documents;

    SpoolOutput(OutputStream target) throws IOException {
        this.out = new Packed(target);
    }

    void write(ResultDocuments.Part part, Document document) throws IOException {
        write(letter(part), document);
    }

    private static char letter(ResultDocuments.Part part) {
        return switch (part) {
            case FINDING -> FINDING;
            case LEGACY -> LEGACY;
            case BUILD -> BUILD;
        };
    }

    /** The part of a result that a letter stands for. */
    static ResultDocuments.Part part(char letter) throws DamagedEntryException {
        return switch (letter) {
            case FINDING -> ResultDocuments.Part.FINDING;
            case LEGACY -> ResultDocuments.Part.LEGACY;
            case BUILD -> ResultDocuments.Part.BUILD;
            default -> throw new DamagedEntryException("it holds a document that is no part of a result");
        };
    }

    void write(char letter, Document document) throws IOException {
        buffer.truncateToPosition(0);
        try (BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            CODEC.encode(writer, document, CONTEXT);
        }
        byte[] bytes = buffer.toByteArray();
        out.write(letter);
        out.write(bytes);
        out.write(number(checkSum(letter, bytes)));
        documents++;
    }

    /** Writes the end: without it the entry is cut off. */
    void end() throws IOException {
        out.write(END);
        out.write(number(documents));
    }

    /** What tells a damaged document before anybody takes it: the check sum of gzip comes at the end only. */
    static int checkSum(char letter, byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(letter);
        sum.update(bytes);
        return (int) sum.getValue();
    }

    private static byte[] number(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** Packs fast rather than small. */
    private static final class Packed extends GZIPOutputStream {
        Packed(OutputStream target) throws IOException {
            super(target, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
