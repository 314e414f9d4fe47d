package io.jenkins.plugins.connleak.core.scan;

import io.jenkins.plugins.connleak.core.model.ConfigurationException;
import io.jenkins.plugins.connleak.core.model.ScanInfo;
import io.jenkins.plugins.connleak.core.regex.HouseCalls;
import io.jenkins.plugins.connleak.core.source.SourceFinder;
import io.jenkins.plugins.connleak.core.source.SourceReader;
import io.jenkins.plugins.connleak.core.spec.IgnoreList;
import io.jenkins.plugins.connleak.core.spec.RegexFile;
import io.jenkins.plugins.connleak.core.spec.ResourceCatalog;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Options that were checked, and what they name, read. */
final class ScanPlan {
    /** More threads than this gain nothing and cost memory. */
    private static final int MOST_THREADS = 256;

    private final ScanOptions options;
    private final @Nullable Charset encoding;
    private final Optional<RegexFile> regexFile;
    private final IgnoreList ignored;
    private final String catalogNames;
    private final ResourceCatalog catalog;
    private final List<Path> houseFiles;

    private ScanPlan(
            ScanOptions options,
            @Nullable Charset encoding,
            Optional<RegexFile> regexFile,
            IgnoreList ignored,
            TeamCatalogs catalogs,
            Optional<KeptRecords> kept)
            throws ConfigurationException {
        this.houseFiles = houseFiles(options, catalogs);
        this.options = options;
        this.encoding = encoding;
        this.regexFile = regexFile;
        this.ignored = ignored;
        this.catalogNames = catalogs.names();
        ResourceCatalog known = catalogs.read(kept);
        this.catalog = regexFile
                .map(patterns -> known.withHousePatterns(new HouseCalls(patterns)))
                .orElse(known);
    }

    /** Checks the options and reads the files they name, before anything is scanned. */
    static ScanPlan of(ScanOptions options, List<Path> roots, Optional<KeptRecords> kept)
            throws ConfigurationException {
        if (options.threads() < 0 || options.threads() > MOST_THREADS) {
            throw new ConfigurationException("The number of threads must be from 0 (one per core) to " + MOST_THREADS
                    + ", not " + options.threads());
        }
        if (options.sources().maxFileBytes() <= 0) {
            throw new ConfigurationException("The size limit of a file must be at least 1 byte, not "
                    + options.sources().maxFileBytes());
        }
        String regexFile = options.house().regexFile();
        String ignoreFile = options.house().ignoreFile();
        return new ScanPlan(
                options,
                charset(options.sources().encoding()),
                regexFile == null ? Optional.empty() : Optional.of(RegexFile.read(path(regexFile, "regex file"))),
                ignoreFile == null ? IgnoreList.EMPTY : IgnoreList.read(path(ignoreFile, "ignore list")),
                TeamCatalogs.of(roots, catalogFiles(options)),
                kept);
    }

    /** The patterns of the regex file, or those that hold without one. */
    RegexFile patterns() {
        return regexFile.orElse(RegexFile.DEFAULTS);
    }

    /** What the flow analysis knows: the built-in catalog, the team's, and the house's patterns if there is a regex file. */
    ResourceCatalog catalog() {
        return catalog;
    }

    IgnoreList ignored() {
        return ignored;
    }

    /** What made the report: files by their simple names only, since their folders differ from machine to machine. */
    ScanInfo info() {
        Map<String, String> shown = new TreeMap<>();
        shown.put("includes", String.join(", ", options.sources().includes()));
        shown.put("excludes", String.join(", ", options.sources().excludes()));
        shown.put("encoding", encoding == null ? "" : encoding.name());
        shown.put("maxFileBytes", String.valueOf(options.sources().maxFileBytes()));
        shown.put("certainty", options.minimum().id());
        shown.put("regexFile", simpleName(options.house().regexFile()));
        shown.put("ignoreFile", simpleName(options.house().ignoreFile()));
        if (!catalogNames.isEmpty()) {
            shown.put("catalogFiles", catalogNames);
        }
        return new ScanInfo(ToolVersion.current(), options.engine().id(), options.tag(), shown);
    }

    /** All on which it depends what is found in a file, besides the files themselves and the version of the program. */
    String cacheKey() throws ConfigurationException {
        return new StringBuilder()
                .append(options.engine())
                .append(options.minimum())
                .append(encoding)
                .append(options.sources().maxFileBytes())
                .append('\n')
                .append(options.sources().includes())
                .append(options.sources().excludes())
                .append(options.house().regexFile() != null)
                .append(options.house().ignoreFile() != null)
                .append(TeamCatalogs.checksums(houseFiles))
                .toString();
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

    private static List<Path> houseFiles(ScanOptions options, TeamCatalogs catalogs) throws ConfigurationException {
        List<Path> files = new ArrayList<>(catalogs.files());
        String regexFile = options.house().regexFile();
        if (regexFile != null) {
            files.add(path(regexFile, "regex file"));
        }
        String ignoreFile = options.house().ignoreFile();
        if (ignoreFile != null) {
            files.add(path(ignoreFile, "ignore list"));
        }
        return List.copyOf(files);
    }

    private static List<Path> catalogFiles(ScanOptions options) throws ConfigurationException {
        List<Path> files = new ArrayList<>();
        for (String file : options.house().catalogFiles()) {
            files.add(path(file, "catalog file"));
        }
        return files;
    }

    private static Path path(String name, String what) throws ConfigurationException {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new ConfigurationException("The name of the " + what + " is not one a file can have: " + name, e);
        }
    }

    private static String simpleName(@Nullable String path) {
        if (path == null) {
            return "";
        }
        String unified = path.replace('\\', '/');
        return unified.substring(unified.lastIndexOf('/') + 1);
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
