package io.jenkins.plugins.connleak.core.spec;

import java.util.Objects;

/**
 * What a method opens.
 *
 * @param type qualified type of what it opens
 * @param closedWithReceiver whether closing the object it is called on closes it too
 */
public record AcquisitionSpec(String type, boolean closedWithReceiver) {
    public AcquisitionSpec {
        Objects.requireNonNull(type);
    }
}
