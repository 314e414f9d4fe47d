package io.jenkins.plugins.connleak.core.cache;

import java.util.AbstractList;
import java.util.RandomAccess;

/** A list of texts, each made when it is asked for first. Safe from several threads. */
final class TextList extends AbstractList<String> implements RandomAccess {
    private final Texts texts;
    private final int[] numbers;

    TextList(Texts texts, int[] numbers) {
        this.texts = texts;
        this.numbers = numbers;
    }

    @Override
    public String get(int index) {
        return texts.get(numbers[index]);
    }

    @Override
    public int size() {
        return numbers.length;
    }
}
