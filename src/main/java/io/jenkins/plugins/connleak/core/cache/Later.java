package io.jenkins.plugins.connleak.core.cache;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is made when it is asked for first. As a component of a record that was read it stays bytes until then,
 * so that what nobody needs costs next to nothing. Safe from several threads.
 *
 * @param <T> what it is
 */
public final class Later<T> {
    private @Nullable Supplier<T> making;
    private volatile @Nullable T value;

    private Later(@Nullable Supplier<T> making, @Nullable T value) {
        this.making = making;
        this.value = value;
    }

    /** A value that is there. */
    public static <T> Later<T> of(T value) {
        return new Later<>(null, Objects.requireNonNull(value));
    }

    /** A value that is made by that, once. */
    public static <T> Later<T> by(Supplier<T> making) {
        return new Later<>(Objects.requireNonNull(making), null);
    }

    /**
     * The value.
     *
     * @throws UnreadableRecordException if it is none of the declared class
     */
    public T get() {
        T known = value;
        return known != null ? known : make();
    }

    /** Whether somebody has asked for it already, or it was there from the first. */
    public boolean isThere() {
        return value != null;
    }

    private synchronized T make() {
        T known = value;
        if (known == null) {
            known = Objects.requireNonNull(making).get();
            value = known;
            making = null;
        }
        return known;
    }
}
