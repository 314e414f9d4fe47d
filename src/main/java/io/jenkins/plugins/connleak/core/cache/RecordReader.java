package io.jenkins.plugins.connleak.core.cache;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a {@link RecordWriter} wrote, in the same order. Not safe from several threads. */
public final class RecordReader {
    private static final int LOW_BITS = 7;
    private static final int LOW_MASK = 0x7f;

    private final byte[] bytes;
    private final List<String> texts = new ArrayList<>();
    private int next;

    /** Reads from these bytes, which must not change meanwhile. */
    @SuppressWarnings("EI_EXPOSE_REP2") // a copy of some megabytes that nobody else holds
    public RecordReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The next record.
     *
     * @throws DamagedCacheException if the bytes are none of that class
     */
    public <R extends Record> R read(Class<R> type) throws DamagedCacheException {
        try {
            return type.cast(record(type));
        } catch (ReflectiveOperationException | RuntimeException e) {
            // whatever strange bytes lead to: index, size, cast, or what a record refuses
            throw new DamagedCacheException("its content makes no sense: " + e, e);
        }
    }

    private Object record(Class<?> type) throws ReflectiveOperationException {
        RecordShape shape = RecordShape.of(type);
        @Nullable Object[] components = new @Nullable Object[shape.size()];
        for (int i = 0; i < components.length; i++) {
            components[i] = any(shape.type(i));
        }
        return shape.make(components);
    }

    private @Nullable Object any(Type declared) throws ReflectiveOperationException {
        Class<?> type = RecordForms.classOf(declared);
        if (type == int.class || type == Integer.class) {
            return (int) number();
        }
        if (type == long.class) {
            return number();
        }
        if (type == boolean.class || type == Boolean.class) {
            return number() != 0;
        }
        return number() == 0 ? null : object(type, declared);
    }

    private Object object(Class<?> type, Type declared) throws ReflectiveOperationException {
        if (type == String.class) {
            return text();
        }
        if (type == int[].class) {
            return array();
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[(int) number()];
        }
        if (type == Optional.class) {
            return number() == 0 ? Optional.empty() : Optional.ofNullable(any(argument(declared, 0)));
        }
        if (type == List.class) {
            return list(declared);
        }
        if (type == Set.class) {
            return new LinkedHashSet<>(list(declared));
        }
        if (type == Map.class) {
            return map(declared);
        }
        if (type.isSealed()) {
            Class<?> actual = RecordForms.permitted(type).get((int) number());
            return object(actual, actual);
        }
        return record(type);
    }

    private static Type argument(Type declared, int index) {
        return ((ParameterizedType) declared).getActualTypeArguments()[index];
    }

    private List<Object> list(Type declared) throws ReflectiveOperationException {
        int count = count();
        List<Object> items = new ArrayList<>(count);
        Type item = argument(declared, 0);
        for (int i = 0; i < count; i++) {
            items.add(Objects.requireNonNull(any(item)));
        }
        return items;
    }

    private Map<Object, Object> map(Type declared) throws ReflectiveOperationException {
        int count = count();
        Map<Object, Object> entries = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            Object key = Objects.requireNonNull(any(argument(declared, 0)));
            entries.put(key, Objects.requireNonNull(any(argument(declared, 1))));
        }
        return entries;
    }

    private int[] array() {
        int[] numbers = new int[count()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (int) number();
        }
        return numbers;
    }

    /** A number of things that each take a byte at least: more than there are bytes is damage. */
    private int count() {
        long count = number();
        if (count < 0 || count > bytes.length - next) {
            throw new IllegalStateException(count + " things in " + (bytes.length - next) + " bytes");
        }
        return (int) count;
    }

    private String text() {
        int index = (int) number();
        if (index < texts.size()) {
            return texts.get(index);
        }
        int length = count();
        String text = new String(bytes, next, length, StandardCharsets.UTF_8);
        next += length;
        texts.add(text);
        return text;
    }

    private long number() {
        long number = 0;
        for (int shift = 0; ; shift += LOW_BITS) {
            byte part = bytes[next++];
            number |= (long) (part & LOW_MASK) << shift;
            if (part >= 0) {
                return number;
            }
        }
    }
}
