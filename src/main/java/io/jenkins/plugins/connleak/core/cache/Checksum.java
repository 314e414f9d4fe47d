package io.jenkins.plugins.connleak.core.cache;

import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * A number by which contents are told apart: two cyclic redundancy checks with different polynomials, 64 bits together.
 * It costs a fiftieth of a cryptographic digest. It guards against chance and damage, not against somebody who makes two
 * sources with the same number on purpose: who can do that can silence a leak with a comment as well.
 */
public final class Checksum {
    private Checksum() {}

    /** The checksum of these bytes. */
    public static long of(byte[] content) {
        return of(content, 0, content.length);
    }

    /** The checksum of some of these bytes. */
    public static long of(byte[] content, int begin, int length) {
        CRC32 first = new CRC32();
        first.update(content, begin, length);
        CRC32C second = new CRC32C();
        second.update(content, begin, length);
        return (first.getValue() << Integer.SIZE) | second.getValue();
    }
}
