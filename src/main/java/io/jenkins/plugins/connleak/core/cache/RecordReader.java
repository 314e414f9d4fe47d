package io.jenkins.plugins.connleak.core.cache;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
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
    private final int end;
    private final Texts texts;
    /** The records that were read, by their numbers. */
    private final List<Object> known = new ArrayList<>();

    private int next;

    /**
     * Reads all that is left in a buffer with an array, which must not change meanwhile.
     *
     * @throws DamagedCacheException if they don't begin with texts
     */
    public RecordReader(ByteBuffer buffer) throws DamagedCacheException {
        this.bytes = buffer.array();
        this.next = buffer.arrayOffset() + buffer.position();
        this.end = buffer.arrayOffset() + buffer.limit();
        try {
            this.texts = texts();
        } catch (RuntimeException e) {
            throw new DamagedCacheException("its content makes no sense, texts first: " + e, e);
        }
    }

    private RecordReader(RecordReader whole, int begin, int end) {
        this.bytes = whole.bytes;
        this.texts = whole.texts;
        this.next = begin;
        this.end = end;
    }

    private Texts texts() {
        int[] begins = new int[count() + 1];
        for (int i = 1; i < begins.length; i++) {
            begins[i] = Math.addExact(begins[i - 1], count());
        }
        int length = begins[begins.length - 1];
        if (length > end - next) {
            throw new IllegalStateException(length + " bytes of text in " + (end - next));
        }
        for (int i = 0; i < begins.length; i++) {
            begins[i] += next;
        }
        next += length;
        return new Texts(bytes, begins);
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
        long kind = number();
        if (kind == RecordForms.NOTHING) {
            return null;
        }
        if (kind != RecordForms.NEW) {
            return type.cast(known.get(Math.toIntExact(kind - RecordForms.FIRST_KNOWN)));
        }
        Object made = object(type, declared);
        if (made instanceof Record) {
            known.add(made);
        }
        return made;
    }

    private Object object(Class<?> type, Type declared) throws ReflectiveOperationException {
        if (type == String.class) {
            return texts.get(texts.checked(number()));
        }
        if (type == Later.class) {
            return later(argument(declared, 0));
        }
        if (type == int[].class) {
            return array();
        }
        if (type == long[].class) {
            return longs();
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

    private Later<Object> later(Type declared) {
        int begin = next + Integer.BYTES;
        int length = ByteBuffer.wrap(bytes).getInt(next);
        if (length < 0 || length > end - begin) {
            throw new IllegalStateException(length + " bytes in " + (end - begin));
        }
        next = begin + length;
        int after = next;
        return Later.by(() -> {
            try {
                return Objects.requireNonNull(new RecordReader(this, begin, after).any(declared));
            } catch (ReflectiveOperationException | RuntimeException e) {
                throw new UnreadableRecordException("not of the declared " + declared + ": " + e, e);
            }
        });
    }

    private static Type argument(Type declared, int index) {
        return ((ParameterizedType) declared).getActualTypeArguments()[index];
    }

    private List<?> list(Type declared) throws ReflectiveOperationException {
        int count = count();
        Type item = argument(declared, 0);
        if (item == String.class) {
            return textList(count);
        }
        List<Object> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            items.add(Objects.requireNonNull(any(item)));
        }
        return items;
    }

    private List<String> textList(int count) {
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++) {
            if (number() == 0) {
                throw new IllegalStateException("a list with a gap");
            }
            numbers[i] = texts.checked(number());
        }
        return new TextList(texts, numbers);
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

    private long[] longs() {
        long[] numbers = new long[count()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number();
        }
        return numbers;
    }

    /** A number of things that each take a byte at least: more than there are bytes is damage. */
    private int count() {
        long count = number();
        if (count < 0 || count > end - next) {
            throw new IllegalStateException(count + " things in " + (end - next) + " bytes");
        }
        return (int) count;
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
