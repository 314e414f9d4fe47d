package io.jenkins.plugins.connleak.core.cache;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A file in which something is kept between two runs. It is written beside and then put in place, so that it is whole or
 * not there, whoever reads or is killed meanwhile; and it is read only by who has the same key and if no byte of it has
 * changed.
 */
public final class CacheFile {
    /** How names of such files end. */
    static final String SUFFIX = ".connleak-cache";

    /** How names of files end that are not whole yet. */
    static final String BEGUN_SUFFIX = SUFFIX + ".tmp";

    private static final byte[] MAGIC = "connleak cache 3\n".getBytes(StandardCharsets.US_ASCII);
    private static final int NAME_DIGITS = 16;
    private static final int KEY_BYTES = 32;
    private static final long LARGEST = Integer.MAX_VALUE - 16L;

    private final Path folder;
    private final Path file;
    private final byte[] key;

    /** The file in that folder for that key; its name begins with what is in it. */
    CacheFile(Path folder, String what, String key) {
        this.folder = folder;
        this.key = digest(key);
        String digits = HexFormat.of().formatHex(this.key).substring(0, NAME_DIGITS);
        this.file = folder.resolve(what + "-" + digits + SUFFIX);
    }

    /** Where it lies. */
    public Path path() {
        return file;
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * What was written last; empty if nothing was.
     *
     * @throws IOException if it can't be read
     * @throws DamagedCacheException if it is not what was written
     */
    public Optional<ByteBuffer> read() throws IOException, DamagedCacheException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
            throw new DamagedCacheException("it is no file of a cache");
        }
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        if (bytes.remaining() < MAGIC.length + KEY_BYTES + Long.BYTES
                || !Arrays.equals(next(bytes, MAGIC.length), MAGIC)) {
            throw new DamagedCacheException("it is no file of a cache of this version");
        }
        if (!Arrays.equals(next(bytes, KEY_BYTES), key)) {
            throw new DamagedCacheException("it was written by another version or for another scan");
        }
        long checksum = bytes.getLong();
        if (Checksum.of(bytes.array(), bytes.position(), bytes.remaining()) != checksum) {
            throw new DamagedCacheException("it was changed or cut after it was written");
        }
        return Optional.of(bytes);
    }

    private static byte[] next(ByteBuffer bytes, int count) {
        byte[] next = new byte[count];
        bytes.get(next);
        return next;
    }

    /**
     * Replaces what was written before.
     *
     * @throws IOException if it can't be written; what was there before is still there
     */
    public void write(byte[] content) throws IOException {
        Files.createDirectories(folder);
        Path beside = Files.createTempFile(folder, "new", BEGUN_SUFFIX);
        try {
            try (OutputStream out = Files.newOutputStream(beside)) {
                out.write(MAGIC);
                out.write(key);
                out.write(ByteBuffer.allocate(Long.BYTES)
                        .putLong(Checksum.of(content))
                        .array());
                out.write(content);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
