package io.jenkins.plugins.connleak.core.cache;

import java.lang.reflect.Array;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes records, and what they are made of: numbers, truth values, texts, enums, optionals, lists, sets, maps, arrays of
 * int, sealed interfaces of such, and what is to be read {@linkplain Later later}. All texts stand before the records,
 * which name them by their numbers. What is declared decides the form, so that {@link RecordReader} needs the same classes. Not safe from several threads.
 */
public final class RecordWriter {
    private static final int FIRST_SIZE = 1 << 16;
    private static final int LOW_BITS = 7;
    private static final int LOW_MASK = 0x7f;
    private static final int MORE = 0x80;

    private byte[] bytes = new byte[FIRST_SIZE];
    private int size;
    private final List<byte[]> encoded = new ArrayList<>();
    private final Map<String, Integer> texts = new HashMap<>();
    /** The records that were written, by their numbers; not those that are read later, maybe never. */
    private final Map<Object, Integer> written = new IdentityHashMap<>();

    private int laters;

    /** Writes a record; {@link RecordReader#read} takes the same class. */
    public void write(Record value) {
        record(value.getClass(), value);
    }

    /** All that was written. */
    public byte[] toByteArray() {
        RecordWriter head = new RecordWriter();
        head.number(encoded.size());
        encoded.forEach(text -> head.number(text.length));
        encoded.forEach(head::bytes);
        head.ensure(size);
        System.arraycopy(bytes, 0, head.bytes, head.size, size);
        return Arrays.copyOf(head.bytes, head.size + size);
    }

    private void record(Class<?> type, Object value) {
        RecordShape shape = RecordShape.of(type);
        for (int i = 0; i < shape.size(); i++) {
            try {
                any(shape.type(i), shape.get(value, i));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a record that can't be read: " + type, e);
            }
        }
    }

    private void any(Type declared, @Nullable Object value) {
        Class<?> type = RecordForms.classOf(declared);
        if (type == int.class || type == Integer.class) {
            number(Integer.toUnsignedLong((Integer) RecordForms.present(value)));
        } else if (type == long.class) {
            number((Long) RecordForms.present(value));
        } else if (type == boolean.class || type == Boolean.class) {
            number((Boolean) RecordForms.present(value) ? 1 : 0);
        } else if (value == null) {
            number(RecordForms.NOTHING);
        } else {
            boolean mayRecur = laters == 0 && value instanceof Record;
            Integer before = mayRecur ? written.get(value) : null;
            if (before != null) {
                number(RecordForms.FIRST_KNOWN + before);
                return;
            }
            number(RecordForms.NEW);
            object(type, declared, value);
            if (mayRecur) {
                written.put(value, written.size());
            }
        }
    }

    private void object(Class<?> type, Type declared, Object value) {
        if (type == String.class) {
            text((String) value);
        } else if (type == int[].class) {
            array(value);
        } else if (type == long[].class) {
            longs((long[]) value);
        } else if (type == Later.class) {
            later(argument(declared, 0), ((Later<?>) value).get());
        } else if (type.isEnum()) {
            number(((Enum<?>) value).ordinal());
        } else if (type == Optional.class) {
            Optional<?> optional = (Optional<?>) value;
            number(optional.isPresent() ? 1 : 0);
            optional.ifPresent(item -> any(argument(declared, 0), item));
        } else if (Collection.class.isAssignableFrom(type)) {
            Collection<?> items = (Collection<?>) value;
            number(items.size());
            items.forEach(item -> any(argument(declared, 0), item));
        } else if (type == Map.class) {
            Map<?, ?> entries = (Map<?, ?>) value;
            number(entries.size());
            entries.forEach((key, each) -> {
                any(argument(declared, 0), key);
                any(argument(declared, 1), each);
            });
        } else if (type.isSealed()) {
            List<Class<?>> permitted = RecordForms.permitted(type);
            int index = permitted.indexOf(
                    value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass());
            number(index);
            Class<?> actual = permitted.get(index);
            object(actual, actual, value);
        } else {
            record(type, value);
        }
    }

    private static Type argument(Type declared, int index) {
        return ((ParameterizedType) declared).getActualTypeArguments()[index];
    }

    private void array(Object array) {
        int length = Array.getLength(array);
        number(length);
        int[] numbers = (int[]) array;
        for (int each : numbers) {
            number(Integer.toUnsignedLong(each));
        }
    }

    private void longs(long[] array) {
        number(array.length);
        for (long each : array) {
            number(each);
        }
    }

    private void text(String text) {
        number(texts.computeIfAbsent(text, key -> {
            encoded.add(key.getBytes(StandardCharsets.UTF_8));
            return encoded.size() - 1;
        }));
    }

    /** Says first how many bytes it takes, so that a reader can pass over it. */
    private void later(Type declared, Object value) {
        ensure(Integer.BYTES);
        int begin = size;
        size += Integer.BYTES;
        laters++;
        any(declared, value);
        laters--;
        ByteBuffer.wrap(bytes).putInt(begin, size - begin - Integer.BYTES);
    }

    private void bytes(byte[] more) {
        ensure(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    /** Small numbers take few bytes, negative ones many. */
    private void number(long number) {
        ensure(Long.BYTES + 2);
        long rest = number;
        while ((rest & ~LOW_MASK) != 0) {
            bytes[size++] = (byte) ((rest & LOW_MASK) | MORE);
            rest >>>= LOW_BITS;
        }
        bytes[size++] = (byte) rest;
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
        }
    }
}
