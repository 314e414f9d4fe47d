package io.jenkins.plugins.connleak.core.cache;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;

/** What values of record classes are made of, as a text: two programs with the same one read each other's values. */
public final class RecordTexts {
    private final Set<String> texts = new LinkedHashSet<>();

    private RecordTexts() {}

    /** The text of that class and of all that it is made of. */
    public static String of(Class<? extends Record> root) {
        RecordTexts all = new RecordTexts();
        all.add(root);
        return String.join("\n", all.texts);
    }

    private void add(Type declared) {
        if (declared instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(this::add);
            return;
        }
        Class<?> type = (Class<?>) declared;
        if (type.isEnum()) {
            texts.add(type.getName() + Arrays.toString(type.getEnumConstants()));
        } else if (type.isSealed()) {
            Arrays.stream(type.getPermittedSubclasses())
                    .sorted(Comparator.comparing(Class::getName))
                    .forEach(this::add);
        } else if (type.isRecord() && texts.add(text(type))) {
            Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getGenericType)
                    .forEach(this::add);
        }
    }

    private static String text(Class<?> type) {
        StringBuilder text = new StringBuilder(type.getName());
        for (RecordComponent component : type.getRecordComponents()) {
            text.append(' ')
                    .append(component.getName())
                    .append(':')
                    .append(component.getGenericType().getTypeName());
        }
        return text.toString();
    }
}
