package io.jenkins.plugins.connleak.core.cache;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** What values of a record class are made of, as a text: two programs with the same one read each other's values. */
    public static String describe(Class<? extends Record> root) {
        Set<String> texts = new LinkedHashSet<>();
        describe(root, texts);
        return String.join("\n", texts);
    }

    private static void describe(Type declared, Set<String> texts) {
        if (declared instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                describe(argument, texts);
            }
            return;
        }
        Class<?> type = (Class<?>) declared;
        if (type.isEnum()) {
            texts.add(type.getName() + Arrays.toString(type.getEnumConstants()));
        } else if (type.isSealed()) {
            permitted(type).forEach(each -> describe(each, texts));
        } else if (type.isRecord()) {
            RecordShape shape = RecordShape.of(type);
            if (texts.add(shape.text())) {
                for (int i = 0; i < shape.size(); i++) {
                    describe(shape.type(i), texts);
                }
            }
        }
    }
}
