package io.jenkins.plugins.connleak.core.scan;

import io.jenkins.plugins.connleak.core.cache.CacheFile;
import io.jenkins.plugins.connleak.core.cache.CacheFolder;
import io.jenkins.plugins.connleak.core.cache.Checksum;
import io.jenkins.plugins.connleak.core.cache.DamagedCacheException;
import io.jenkins.plugins.connleak.core.cache.RecordReader;
import io.jenkins.plugins.connleak.core.cache.RecordWriter;
import io.jenkins.plugins.connleak.core.spec.ResourceCatalog;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/**
 * What scans keep for later ones, in files of one folder. Whatever is wrong with them costs time and nothing else: the
 * scan does without, says so, and writes them anew.
 */
final class KeptRecords {
    /** Tells what is kept from what other programs keep: another number as soon as one of the records is another. */
    static final String FORM = "2b5e5e275ba22aae";

    private final CacheFolder folder;
    private final ScanProgress progress;
    /** Tells this program, and the catalog that comes with it, from others. */
    private final String program;
    /** Whether something could not be kept: what else can't be for the same reason is not worth another note. */
    private boolean hasFailed;

    KeptRecords(Path folder, ScanProgress progress) {
        this.folder = new CacheFolder(folder, Clock.systemUTC());
        this.progress = progress;
        this.program = ToolVersion.current()
                + '\n'
                + ToolVersion.codeBytes()
                + '\n'
                + Checksum.of(ResourceCatalog.builtInFile());
    }

    /**
     * What is kept of a class for a key.
     *
     * @param what what it is: a word of small letters
     * @param key all on which it depends but the version of the program
     */
    <R extends Record> Entry<R> entry(Class<R> type, String what, String key) {
        return new Entry<>(type, folder.file(what, String.join("\n", FORM, program, key)));
    }

    /** A record that is kept, or may be. One thread's own, as all are. */
    final class Entry<R extends Record> {
        private final Class<R> type;
        private final CacheFile file;

        private Entry(Class<R> type, CacheFile file) {
            this.type = type;
            this.file = file;
        }

        /** Whether nothing has been kept yet, or not for this. */
        boolean isMissing() {
            return !Files.exists(file.path());
        }

        /** What is made of the record that was written last; empty if there is none, or nothing can be made of it. */
        <T> Optional<T> read(Function<R, T> use) {
            deleteUnused();
            try {
                Optional<ByteBuffer> content = file.read();
                return content.isEmpty()
                        ? Optional.empty()
                        : Optional.of(use.apply(new RecordReader(content.get()).read(type)));
            } catch (IOException e) {
                progress.note("cache: " + file.path() + " can't be read and is made anew: " + e);
            } catch (DamagedCacheException e) {
                progress.note("cache: " + file.path() + " is made anew: " + e.getMessage());
            } catch (RuntimeException e) {
                // its checksum is right, but whoever may write it can make that as well
                progress.note("cache: " + file.path() + " is made anew: its content makes no sense: " + e);
            }
            return Optional.empty();
        }

        private void deleteUnused() {
            try {
                folder.use(file);
            } catch (IOException e) {
                progress.note("cache: old files beside " + file.path() + " could not be deleted: " + e);
            }
        }

        /** Keeps a record instead of the one before. */
        void write(R value) {
            RecordWriter writer = new RecordWriter();
            writer.write(value);
            try {
                file.write(writer.toByteArray());
            } catch (IOException e) {
                if (!hasFailed) {
                    progress.note("cache: nothing could be kept in " + file.path()
                            + ", and the next scan starts anew; is it in a folder that can be written? " + e);
                }
                hasFailed = true;
            }
        }
    }
}
