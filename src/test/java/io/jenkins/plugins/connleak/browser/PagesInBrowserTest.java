package io.jenkins.plugins.connleak.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import io.jenkins.plugins.connleak.core.model.Confirmation;
import io.jenkins.plugins.connleak.core.model.EvidenceSite;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.core.model.Sightings;
import io.jenkins.plugins.connleak.core.model.StackFrame;
import io.jenkins.plugins.connleak.plugin.Reports;
import io.jenkins.plugins.connleak.plugin.blame.Blame;
import io.jenkins.plugins.connleak.plugin.rows.Known;
import io.jenkins.plugins.connleak.plugin.rows.RowFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers do with the pages. After each test there may be no error and no violation of the policy in the console. */
class PagesInBrowserTest {
    private static final List<Finding> LEAKS = leaks();
    private static final Known FIRST_IS_NEW = new Known() {
        @Override
        public boolean isNew(int place) {
            return place == 0;
        }

        @Override
        public String firstJob(int place) {
            return "";
        }

        @Override
        public int firstBuild(int place) {
            return 3;
        }

        @Override
        public Optional<Blame> blame(int place) {
            return place == 5
                    ? Optional.of(new Blame("Bo <img src=x onerror=alert(1)>", "c0".repeat(20), 1_709_546_400))
                    : Optional.empty();
        }
    };
    private static final String ROWS = "tbody tr[data-cl-row]:not([hidden])";

    private static PageServer server;

    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;
    private Page page;

    /** One of them was seen at run time. */
    private static List<Finding> leaks() {
        List<Finding> leaks = new ArrayList<>(RowFiles.leaks(240));
        EvidenceSite site = new EvidenceSite(
                List.of(new StackFrame("com.example.Dao", "load", "Dao.java", 19)),
                new Sightings(3, List.of("HikariCP"), List.of("main"), "2026-11-21 00:03:16", "2026-11-21 00:03:16"));
        leaks.set(7, leaks.get(7).withEvidence(new Confirmation(true, List.of(site))));
        return List.copyOf(leaks);
    }

    @BeforeAll
    static void serve(@TempDir Path folder) throws IOException {
        ScanReport bare = RowFiles.report(LEAKS);
        server = new PageServer(
                folder,
                new ScanReport(
                        bare.info(),
                        bare.figures(),
                        LEAKS,
                        List.of(),
                        List.of(new Problem(Problem.Kind.UNPARSABLE, "src/Broken.java", 7, "it can't be parsed"))),
                List.of(Reports.finding("src/Gone.java", 4, "aa09")),
                FIRST_IS_NEW);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        context = Browsers.browser().newContext(new Browser.NewContextOptions().setViewportSize(1400, 900));
        context.setDefaultTimeout(15_000);
        page = watched(context.newPage());
    }

    private Page watched(Page opened) {
        opened.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        opened.onPageError(complaints::add);
        return opened;
    }

    @AfterEach
    void hasNoComplaints() {
        if (context != null) {
            context.close();
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void takesTheTablePageByPageFromTheServer() {
        go("report/");

        assertThat(page.locator(ROWS).count()).isEqualTo(50);
        assertThat(page.locator("[data-cl-count]").textContent()).isEqualTo("240 shown");
        click("[data-cl-page=next]");
        waitFor(".connleak-pager__at:has-text('Page 2 of 5')");
        assertThat(page.url()).endsWith("?page=2");
        assertThat(place(0)).isEqualTo(shortPlace(LEAKS.get(50)));
        click("[data-cl-page=last]");
        waitFor(".connleak-pager__at:has-text('Page 5 of 5')");
        assertThat(page.locator(ROWS).count()).isEqualTo(40);
        page.goBack();
        waitFor(".connleak-pager__at:has-text('Page 2 of 5')");
    }

    @Test
    void sortsOnTheServerAndTellsItToScreenReaders() {
        go("report/");
        click("[data-cl-sort=certainty]");
        waitFor("th[aria-sort=ascending]:has([data-cl-sort=certainty])");
        click("[data-cl-sort=certainty]");
        waitFor("th[aria-sort=descending]:has([data-cl-sort=certainty])");

        assertThat(page.url()).endsWith("?sort=certainty&order=down");
        assertThat(place(0))
                .isEqualTo(shortPlace(LEAKS.stream()
                        .max(Comparator.comparing(leak -> leak.certainty().id()))
                        .map(worst -> LEAKS.stream()
                                .filter(leak -> leak.certainty() == worst.certainty())
                                .findFirst()
                                .orElseThrow())
                        .orElseThrow()));
        assertThat(page.evaluate("document.activeElement.dataset.clSort")).isEqualTo("certainty");
    }

    @Test
    void namesTheAuthorWhereGitToldOne() {
        go("report/?sort=author&order=down");

        assertThat(place(0)).isEqualTo(shortPlace(LEAKS.get(5)));
        assertThat(page.locator(ROWS).first().locator("td[data-label=Author]").textContent())
                .isEqualTo("Bo <img src=x onerror=alert(1)>Mar 4, 2024");
        assertThat(page.locator(ROWS).first().locator("time").getAttribute("title"))
                .isEqualTo("c0".repeat(20));
        assertThat(page.locator(ROWS).nth(1).locator("td[data-label=Author]").textContent())
                .isEmpty();
    }

    @Test
    void filtersByWordsAndChoices() {
        go("report/");
        page.locator("input[name=q]").pressSequentially("load7(");
        waitFor("[data-cl-count]:has-text('1 of 240')");
        page.locator("input[name=q]").fill("");
        waitFor("[data-cl-count]:text-is('240 shown')");
        page.locator("select[name=certainty]").selectOption("possible");
        waitFor("[data-cl-count]:has-text('80 of 240')");
        assertThat(page.url()).endsWith("?certainty=possible");
        click("button[type=reset]");
        waitFor("[data-cl-count]:text-is('240 shown')");
        page.keyboard().press("Tab");
        page.locator("body").press("/");
        assertThat(page.evaluate("document.activeElement.name")).isEqualTo("q");
    }

    @Test
    void filtersByAClickOnABarAndOnAnAreaByMouseAndKeyboard() {
        go("report/");
        click("[data-cl-pick=rule][data-value=overwritten]");
        waitFor("[data-cl-pick=rule][data-value=overwritten][aria-pressed=true]");
        assertThat(page.url()).endsWith("?rule=overwritten");
        page.locator("[data-cl-area]").first().press("Enter");
        waitFor(".connleak-chip");
        assertThat(page.url()).contains("rule=overwritten&package=com.example.module");
        click(".connleak-chip");
        waitFor(".connleak-chips:empty");
        click("[data-cl-pick=rule][data-value=overwritten]");
        waitFor("[data-cl-count]:text-is('240 shown')");
    }

    @Test
    void showsTheSameViewToWhomTheAddressIsSent() {
        go("report/?q=module7&rule=overwritten&sort=method&order=down");

        assertThat(page.locator("input[name=q]").inputValue()).isEqualTo("module7");
        assertThat(page.locator("select[name=rule]").inputValue()).isEqualTo("overwritten");
        assertThat(page.locator("th[aria-sort=descending]").textContent()).isEqualTo("Method");
        assertThat(page.locator("[data-cl-count]").textContent())
                .isEqualTo(LEAKS.stream()
                                .filter(leak -> leak.rule().id().equals("overwritten"))
                                .filter(leak -> leak.place().file().contains("module7"))
                                .count()
                        + " of 240 shown");
    }

    @Test
    void hasATabForEachPartThatHasContent() {
        go("report/");
        click("[data-cl-tab=fixed]");
        waitFor("tr:has-text('Gone.java:4')");
        assertThat(page.locator(ROWS).count()).isEqualTo(1);
        click("[data-cl-tab=problems]");
        waitFor("tr:has-text('it can\\'t be parsed')");
        click("[data-cl-tab=packages]");
        waitFor(".connleak-groups");
        String name = page.locator(".connleak-groups tbody a").first().textContent();
        page.locator(".connleak-groups tbody a").first().click();
        waitFor(".connleak-chip");
        assertThat(page.locator("tbody .connleak-folder").allTextContents())
                .allSatisfy(folder -> assertThat(folder).endsWith(name.replace('.', '/')));
        assertThat(page.locator("[data-cl-tab][aria-current=page]").getAttribute("data-cl-tab"))
                .isEqualTo("leaks");
    }

    @Test
    void offersTheRowsThatAreShownAsCsv() {
        go("report/?rule=overwritten");
        Response csv = page.waitForResponse(
                response -> response.url().contains("/page/csv"),
                () -> page.evaluate("fetch(document.querySelector('[data-cl-csv]').href)"));

        assertThat(csv.text().lines())
                .hasSize(1
                        + (int) LEAKS.stream()
                                .filter(leak -> leak.rule().id().equals("overwritten"))
                                .count());
    }

    @Test
    void leadsFromLeakToLeakInTheViewThatItWasOpenedFrom() {
        go("report/?rule=overwritten");
        List<Finding> view = LEAKS.stream()
                .filter(leak -> leak.rule().id().equals("overwritten"))
                .toList();
        page.locator(ROWS).nth(1).locator("a").first().click();
        page.waitForURL("**/leak/" + view.get(1).fingerprint().exact() + "/?rule=overwritten");
        page.locator("body").press("j");
        page.waitForURL("**/leak/" + view.get(2).fingerprint().exact() + "/?rule=overwritten");
        page.locator("body").press("k");
        page.waitForURL("**/leak/" + view.get(1).fingerprint().exact() + "/?rule=overwritten");
        assertThat(page.locator(".cl-step .cl-caption").allTextContents())
                .containsExactly(
                        "acquired here getConnection()",
                        "throws here executeQuery() may throw",
                        "leaves here, still open the exception leaves load()");
    }

    @Test
    void copiesALeak() {
        context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        Finding leak = LEAKS.get(0);
        go("report/leak/" + leak.fingerprint().exact() + "/");
        click("[data-cl-copy]");

        assertThat(page.evaluate("navigator.clipboard.readText()"))
                .isEqualTo(leak.place().file() + ":" + leak.place().line() + ": ["
                        + leak.rule().id() + "] " + leak.explanation().message());
    }

    @Test
    void fitsNarrowScreens() {
        page.setViewportSize(480, 800);
        for (String address : List.of("report/", "report/?tab=packages", "cli/")) {
            go(address);
            assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .as(address)
                    .isEqualTo(0);
        }
    }

    @Test
    void canBeReadInLightDarkAndForcedColours() {
        for (String address : List.of("report/", "cli/")) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                go(address);
                for (String text : List.of(ROWS + " td a", "th", "[data-cl-count]", ROWS + " td:last-child")) {
                    assertThat(contrast(text))
                            .as(address + " " + scheme + " " + text)
                            .isGreaterThan(4.4);
                }
            }
            page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
            go(address);
            assertThat(page.locator(ROWS).first().isVisible()).isTrue();
            page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.NONE));
        }
    }

    @Test
    void speaksGerman() {
        go("report-de/");
        assertThat(page.locator("th").allTextContents())
                .containsExactly("Leck", "Ressource", "Wo", "Methode", "Sicherheit", "Alter", "Autor");
        assertThat(page.locator("[data-cl-tab=fixed]").textContent()).isEqualTo("Behoben 1");
        page.navigate(server.address("cli-de/"));
        assertThat(page.locator("[data-cl-count]").textContent()).isEqualTo("240 gezeigt");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("de");
    }

    @Test
    void sortsFiltersAndRemembersOnTheCommandLinesPage() {
        go("cli/");
        assertThat(page.locator(ROWS).count()).isEqualTo(240);
        click("th[data-cl-sort=place] button");
        click("th[data-cl-sort=place] button");
        assertThat(page.locator("th[aria-sort]").getAttribute("aria-sort")).isEqualTo("descending");
        page.locator("input[name=q]").fill("load77");
        waitFor("[data-cl-count]:has-text('1 of 240')");
        String address = page.url();
        Page other = watched(context.newPage());
        other.navigate(address);
        other.waitForSelector("[data-cl-count]:has-text('1 of 240')");
        assertThat(other.locator("th[aria-sort]").getAttribute("aria-sort")).isEqualTo("descending");
    }

    @Test
    void filtersByBarsAndAreasOnTheCommandLinesPage() {
        go("cli/");
        click("[data-cl-pick=certainty][data-value=possible]");
        waitFor("[data-cl-count]:has-text('80 of 240')");
        page.locator("[data-cl-area]").first().click();
        waitFor("[data-cl-area][aria-pressed=true]");
        assertThat(page.url()).contains("certainty=possible&package=com.example.module");
    }

    @Test
    void filtersByRunTimeEvidenceAndShowsIt() {
        String seen = LEAKS.get(7).fingerprint().exact();
        go("report/");
        page.locator("select[name=evidence]").selectOption("seen");
        waitFor("[data-cl-count]:has-text('1 of 240')");
        assertThat(page.url()).endsWith("?evidence=seen");
        assertThat(page.locator(".connleak-badge--seen").allTextContents()).containsExactly("leaks at run time");
        go("cli/#?evidence=seen");
        waitFor("[data-cl-count]:has-text('1 of 240')");
        assertThat(page.locator("article[id='leak-" + seen + "'] .cl-frames li").allTextContents())
                .containsExactly("com.example.Dao.load(Dao.java:19)");
    }

    @Test
    void leadsFromLeakToLeakOnTheCommandLinesPage() {
        String first = "leak-" + LEAKS.get(0).fingerprint().exact();
        String second = "leak-" + LEAKS.get(1).fingerprint().exact();
        go("cli/#" + first);
        waitFor("article.cl-current[id='" + first + "']");
        page.locator("body").press("j");
        waitFor("article.cl-current[id='" + second + "']");
        assertThat(page.url()).endsWith("#" + second);
    }

    private void go(String address) {
        page.navigate("about:blank");
        page.navigate(server.address(address));
        if (!address.contains("leak/")) {
            page.waitForSelector(address.startsWith("report") ? "table[data-cl-table]" : "[data-cl-count]:not(:empty)");
        }
    }

    private void click(String selector) {
        page.locator(selector).first().click();
    }

    private void waitFor(String selector) {
        page.locator(selector)
                .first()
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
    }

    private String place(int row) {
        return page.locator(ROWS).nth(row).locator("a.connleak-place").textContent();
    }

    private static String shortPlace(Finding leak) {
        String file = leak.place().file();
        return file.substring(file.lastIndexOf('/') + 1) + ":" + leak.place().line();
    }

    /** Contrast of a text with what is behind it, as WCAG 2 measures it. */
    private double contrast(String selector) {
        return ((Number) page.locator(selector)
                        .first()
                        .evaluate("element => {"
                                + "const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });"
                                + "const paint = layers => { canvas.clearRect(0, 0, 1, 1); layers.forEach(c => { canvas.fillStyle = c; canvas.fillRect(0, 0, 1, 1); });"
                                + "  return Array.from(canvas.getImageData(0, 0, 1, 1).data).slice(0, 3); };"
                                + "const light = rgb => rgb.map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)"
                                + "  .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);"
                                + "const behind = []; for (let e = element; e; e = e.parentElement) behind.unshift(getComputedStyle(e).backgroundColor);"
                                + "behind.unshift('white');"
                                + "const back = light(paint(behind)); const text = light(paint(behind.concat(getComputedStyle(element).color)));"
                                + "return (Math.max(back, text) + 0.05) / (Math.min(back, text) + 0.05); }"))
                .doubleValue();
    }
}
