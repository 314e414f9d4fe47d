package io.jenkins.plugins.connleak.core.scan;

import io.jenkins.plugins.connleak.core.model.ConfigurationException;
import io.jenkins.plugins.connleak.core.source.SourceFinder;
import io.jenkins.plugins.connleak.core.source.SourceReader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import org.jspecify.annotations.Nullable;

/** Options that were checked, and what they name, read. */
final class ScanPlan {
    /** More threads than this gain nothing and cost memory. */
    private static final int MOST_THREADS = 256;

    private final ScanOptions options;
    private final @Nullable Charset encoding;

    private ScanPlan(ScanOptions options, @Nullable Charset encoding) {
        this.options = options;
        this.encoding = encoding;
    }

    /** Checks the options and reads the files they name, before anything is scanned. */
    static ScanPlan of(ScanOptions options) throws ConfigurationException {
        if (options.threads() < 0 || options.threads() > MOST_THREADS) {
            throw new ConfigurationException("The number of threads must be from 0 (one per core) to " + MOST_THREADS
                    + ", not " + options.threads());
        }
        if (options.sources().maxFileBytes() <= 0) {
            throw new ConfigurationException("The size limit of a file must be at least 1 byte, not "
                    + options.sources().maxFileBytes());
        }
        return new ScanPlan(options, charset(options.sources().encoding()));
    }

    ScanOptions options() {
        return options;
    }

    int threads() {
        return options.threads() == 0
                ? Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS)
                : options.threads();
    }

    SourceFinder finder() {
        return new SourceFinder(options.sources().includes(), options.sources().excludes());
    }

    SourceReader reader() {
        return new SourceReader(encoding, options.sources().maxFileBytes());
    }

    private static @Nullable Charset charset(@Nullable String name) throws ConfigurationException {
        if (name == null) {
            return null;
        }
        try {
            return Charset.forName(name.trim());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new ConfigurationException(
                    "There is no encoding '" + name + "'; give one such as UTF-8 or windows-1252", e);
        }
    }
}
