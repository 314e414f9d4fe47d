package io.jenkins.plugins.connleak.core.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads files into one array, which grows with the largest of them. Not safe from several threads. */
final class FileBytes {
    private static final int FIRST_SIZE = 1 << 16;

    private byte[] bytes;

    FileBytes() {
        this.bytes = new byte[FIRST_SIZE];
    }

    private FileBytes(int size) {
        this.bytes = new byte[size];
    }

    /**
     * All bytes of a file; at most one more than allowed, which tells a file that is too large from one that just fits.
     *
     * @param size the size that it is known to have, in bytes
     * @param most the number of bytes that are allowed, less than the size of the largest array
     */
    static byte[] read(Path file, long size, long most) throws IOException {
        // one more than there are: what has grown meanwhile is met
        FileBytes buffer = new FileBytes((int) Math.min(most, size) + 1);
        int length = buffer.fill(file, size, most);
        return length == buffer.bytes.length ? buffer.bytes : Arrays.copyOf(buffer.bytes, length);
    }

    /** Reads a file like {@link #read}; returns how many of {@link #bytes} are its own. */
    int fill(Path file, long size, long most) throws IOException {
        int length = 0;
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            while (length <= most) {
                if (length == bytes.length) {
                    bytes = Arrays.copyOf(bytes, (int) Math.min(most + 1, 2L * length));
                }
                int room = (int) Math.min(bytes.length, most + 1) - length;
                int read = channel.read(ByteBuffer.wrap(bytes, length, room));
                if (read < 0) {
                    break;
                }
                length += read;
                if (length == size) {
                    break;
                }
            }
        }
        return length;
    }

    /** What was read last, and what lay there before. */
    byte[] bytes() {
        return bytes;
    }
}
