package io.jenkins.plugins.connleak.core.cache;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How the records of a class are taken apart and put together. */
final class RecordShape {
    private static final Map<Class<?>, RecordShape> KNOWN = new ConcurrentHashMap<>();

    private final Constructor<?> constructor;
    private final Method[] accessors;
    private final Type[] types;

    private RecordShape(Class<?> record) {
        RecordComponent[] components = record.getRecordComponents();
        this.accessors = new Method[components.length];
        this.types = new Type[components.length];
        Class<?>[] raw = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            accessors[i] = components[i].getAccessor();
            accessors[i].setAccessible(true);
            types[i] = components[i].getGenericType();
            raw[i] = components[i].getType();
        }
        try {
            this.constructor = record.getDeclaredConstructor(raw);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException("not a record: " + record, e);
        }
        constructor.setAccessible(true);
    }

    static RecordShape of(Class<?> record) {
        return KNOWN.computeIfAbsent(record, RecordShape::new);
    }

    int size() {
        return types.length;
    }

    /** The declared type of a component. */
    Type type(int component) {
        return types[component];
    }

    @Nullable
    Object get(Object value, int component) throws ReflectiveOperationException {
        return accessors[component].invoke(value);
    }

    Object make(@Nullable Object[] components) throws ReflectiveOperationException {
        return constructor.newInstance(components);
    }
}
