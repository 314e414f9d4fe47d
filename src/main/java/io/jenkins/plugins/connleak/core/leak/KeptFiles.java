package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.cache.Later;
import io.jenkins.plugins.connleak.core.model.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is kept of all files, in columns: there are thousands of them, and a scan that goes on from there has to know
 * something of each before it looks into a few.
 *
 * @param paths their paths, relative to the scanned root
 * @param packages their packages; empty for the default package
 * @param types their types, in their order
 * @param bodies what has to be known of their methods
 * @param given the files with bodies that were given up
 * @param outlines all that other files can see of each
 */
record KeptFiles(
        List<String> paths,
        List<String> packages,
        Types types,
        Bodies bodies,
        List<Given> given,
        List<Later<FileOutline>> outlines) {
    /**
     * Types, those of one file behind those of another.
     *
     * @param ends where those of each file end
     * @param names nested names joined by a dot
     * @param outers index of the type around each in its file; -1 if there is none
     * @param supertypes as written
     * @param qualified their qualified names
     */
    record Types(int[] ends, List<String> names, int[] outers, TextLists supertypes, TextLists qualified) {}

    /**
     * Lists of texts, one behind the other.
     *
     * @param ends where each list ends
     * @param texts all of them
     */
    record TextLists(int[] ends, List<String> texts) {
        static TextLists of(List<List<String>> lists) {
            return new TextLists(
                    ListEnds.of(lists.stream().mapToInt(List::size)),
                    lists.stream().flatMap(List::stream).toList());
        }

        List<String> get(int index) {
            return texts.subList(ListEnds.begin(ends, index), ends[index]);
        }
    }

    /**
     * What has to be known of methods.
     *
     * @param counts how many with a body each file has
     * @param words numbers of all names that the bodies of each file mention, in order
     * @param declared hashes of the names of all methods of each file, in order
     */
    record Bodies(int[] counts, SavedAnalysis.Edges words, SavedAnalysis.Edges declared) {}

    /**
     * A file with bodies that were given up when it was lowered.
     *
     * @param file its index
     * @param problems why
     */
    record Given(int file, List<Problem> problems) {}

    static KeptFiles of(List<KeptFile> files) {
        List<KeptFile.Type> types =
                files.stream().flatMap(file -> file.types().stream()).toList();
        List<Given> given = new ArrayList<>();
        for (int file = 0; file < files.size(); file++) {
            if (!files.get(file).problems().isEmpty()) {
                given.add(new Given(file, files.get(file).problems()));
            }
        }
        return new KeptFiles(
                files.stream().map(KeptFile::path).toList(),
                files.stream().map(KeptFile::packageName).toList(),
                new Types(
                        ListEnds.of(files.stream().mapToInt(file -> file.types().size())),
                        types.stream().map(KeptFile.Type::name).toList(),
                        types.stream().mapToInt(KeptFile.Type::outer).toArray(),
                        TextLists.of(
                                types.stream().map(KeptFile.Type::supertypes).toList()),
                        TextLists.of(
                                types.stream().map(KeptFile.Type::qualified).toList())),
                new Bodies(
                        files.stream().mapToInt(file -> file.bodies().count()).toArray(),
                        SavedAnalysis.Edges.of(files.stream()
                                .map(file -> file.bodies().words())
                                .toList()),
                        SavedAnalysis.Edges.of(files.stream()
                                .map(file -> file.bodies().declared())
                                .toList())),
                given,
                files.stream().map(KeptFile::outline).toList());
    }

    /** Each of them. */
    List<KeptFile> all() {
        Map<Integer, List<Problem>> problems = new HashMap<>();
        given.forEach(each -> problems.put(each.file(), each.problems()));
        List<KeptFile> files = new ArrayList<>(paths.size());
        for (int file = 0; file < paths.size(); file++) {
            files.add(new KeptFile(
                    paths.get(file),
                    packages.get(file),
                    typesOf(file),
                    new KeptFile.Bodies(
                            bodies.counts()[file],
                            bodies.words().list(file),
                            bodies.declared().list(file)),
                    problems.getOrDefault(file, List.of()),
                    outlines.get(file)));
        }
        return files;
    }

    private List<KeptFile.Type> typesOf(int file) {
        int end = types.ends()[file];
        List<KeptFile.Type> found = new ArrayList<>(end - ListEnds.begin(types.ends(), file));
        for (int type = ListEnds.begin(types.ends(), file); type < end; type++) {
            found.add(new KeptFile.Type(
                    types.names().get(type),
                    types.outers()[type],
                    types.supertypes().get(type),
                    types.qualified().get(type)));
        }
        return found;
    }
}
