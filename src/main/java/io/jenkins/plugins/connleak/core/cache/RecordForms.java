package io.jenkins.plugins.connleak.core.cache;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What writer and reader must agree on. */
public final class RecordForms {
    /** Says that there is nothing. */
    static final int NOTHING = 0;

    /** Says that something follows. */
    static final int NEW = 1;

    /** This number and greater ones stand for records that came before. */
    static final int FIRST_KNOWN = 2;

    private static final Map<Class<?>, List<Class<?>>> PERMITTED = new ConcurrentHashMap<>();

    private RecordForms() {}

    static Class<?> classOf(Type declared) {
        return declared instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) declared;
    }

    /** The classes that a sealed interface stands for, in an order that does not depend on how they were compiled. */
    static List<Class<?>> permitted(Class<?> sealed) {
        return PERMITTED.computeIfAbsent(sealed, type -> Arrays.stream(type.getPermittedSubclasses())
                .sorted(Comparator.comparing(Class::getName))
                .toList());
    }

    static Object present(@Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException("a record holds no number where one is declared");
        }
        return value;
    }
}
