package io.jenkins.plugins.connleak.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The browser of this machine, one for all tests; {@code CONNLEAK_BROWSER} names another. None is ever downloaded. */
final class Browsers {
    private static final List<String> USUAL =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final Optional<Browser> BROWSER = start();

    private Browsers() {}

    /** The browser; where there is none the test is skipped. */
    static Browser browser() {
        Assumptions.assumeTrue(BROWSER.isPresent(), "no browser here");
        return BROWSER.orElseThrow();
    }

    private static Optional<Browser> start() {
        Optional<Path> program = Stream.concat(Stream.ofNullable(System.getenv("CONNLEAK_BROWSER")), USUAL.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty()) {
            System.out.println("Browser tests: skipped, there is no Chromium; CONNLEAK_BROWSER names one");
            return Optional.empty();
        }
        try {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            return Optional.of(playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(program.get())
                            .setChromiumSandbox(false)));
        } catch (PlaywrightException e) {
            System.out.println("Browser tests: skipped, " + program.get() + " can't be driven here: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            return Optional.empty();
        }
    }
}
