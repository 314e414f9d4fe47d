package io.jenkins.plugins.connleak.core.leak;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The methods that an earlier analysis asked about, by their numbers, and which of those that there are now they are: in
 * a file that has changed the one with the same signature.
 */
final class EarlierMethods {
    private static final int NONE = -1;

    private final SavedAnalysis saved;
    private final int[] places;
    private final List<@Nullable RestoredFile> files;
    /** For each file the first of its methods, and for each method the next of the same file. */
    private final int[] first;

    private final int[] next;
    private final Map<TypeModel, Place> types = new IdentityHashMap<>();
    /** Those of files that have changed, as far as they are still there. */
    private final Map<Integer, MethodModel> moved = new HashMap<>();

    private final Map<MethodModel, Integer> numbersOfMoved = new IdentityHashMap<>();

    private record Place(int file, int type) {}

    /**
     * The methods of what was kept.
     *
     * @param files each file of what was kept as it is now; null where it has changed or is gone
     * @param changed the files that have changed, by their paths
     */
    EarlierMethods(SavedAnalysis saved, List<@Nullable RestoredFile> files, Map<String, LoweredFile> changed) {
        this.saved = saved;
        this.places = saved.inquiry().methods();
        this.files = files;
        this.first = new int[files.size()];
        this.next = new int[count()];
        Arrays.fill(first, NONE);
        for (int number = count() - 1; number >= 0; number--) {
            next[number] = first[file(number)];
            first[file(number)] = number;
        }
        for (int file = 0; file < files.size(); file++) {
            RestoredFile same = files.get(file);
            if (same != null) {
                int type = 0;
                for (TypeModel each : same.file().types()) {
                    types.put(each, new Place(file, type++));
                }
            } else {
                move(file, changed.get(saved.files().paths().get(file)));
            }
        }
    }

    private void move(int file, @Nullable LoweredFile now) {
        if (now != null && first[file] != NONE) {
            FileOutline before = saved.files().outlines().get(file).get();
            ofFile(file, number -> {
                MethodModel found = likely(now, before.types().get(type(number)), index(number));
                if (found != null) {
                    moved.put(number, found);
                    numbersOfMoved.put(found, number);
                }
            });
        }
    }

    private static @Nullable MethodModel likely(LoweredFile now, FileOutline.Type type, int method) {
        Signature signature = type.methods().get(method).signature();
        List<MethodModel> found = new ArrayList<>();
        for (TypeModel each : now.types()) {
            if (each.name().equals(type.name())) {
                each.methods().stream()
                        .filter(other -> other.signature().equals(signature))
                        .forEach(found::add);
            }
        }
        return found.size() == 1 ? found.get(0) : null;
    }

    /** The number of methods. */
    int count() {
        return places.length / SavedAnalysis.TRIPLE;
    }

    private int file(int number) {
        return places[number * SavedAnalysis.TRIPLE];
    }

    private int type(int number) {
        return places[number * SavedAnalysis.TRIPLE + 1];
    }

    private int index(int number) {
        return places[number * SavedAnalysis.TRIPLE + 2];
    }

    private void ofFile(int file, IntConsumer each) {
        for (int number = first[file]; number != NONE; number = next[number]) {
            each.accept(number);
        }
    }

    /** The methods of files that have changed or are gone. */
    void ofChanged(IntConsumer each) {
        for (int file = 0; file < files.size(); file++) {
            if (files.get(file) == null) {
                ofFile(file, each);
            }
        }
    }

    /** The method of that number as it is now; null if it is gone. */
    @Nullable
    MethodModel method(int number) {
        RestoredFile same = files.get(file(number));
        return same == null
                ? moved.get(number)
                : same.file().types().get(type(number)).methods().get(index(number));
    }

    /** The method of that number as it is now, if it is there and somebody has looked into its class. */
    @Nullable
    MethodModel known(int number) {
        RestoredFile same = files.get(file(number));
        return same != null && same.file().types().get(type(number)).isUnread() ? null : method(number);
    }

    /** Whether it is of a file that has changed or is gone. */
    boolean isOfChanged(int number) {
        return files.get(file(number)) == null;
    }

    /** Whether a method is of a file that has changed. */
    boolean isOfChanged(MethodModel method) {
        return !types.containsKey(method.owner());
    }

    /** The path of the file that it was in. */
    String path(int number) {
        return saved.files().paths().get(file(number));
    }

    /** The number of a method as it is now; -1 if it was not asked about. */
    int number(MethodModel method) {
        Place place = types.get(method.owner());
        if (place == null) {
            return numbersOfMoved.getOrDefault(method, NONE);
        }
        int index = method.owner().methods().indexOf(method);
        int number = first[place.file()];
        while (number != NONE && (type(number) != place.type() || index(number) != index)) {
            number = next[number];
        }
        return number;
    }
}
