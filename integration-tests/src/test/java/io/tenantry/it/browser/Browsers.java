package io.tenantry.it.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Chromium of this machine; nothing is downloaded. */
final class Browsers {

    private Browsers() {}

    static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    static Browser chromium(Playwright playwright) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setChromiumSandbox(false)
                        .setArgs(List.of("--disable-gpu")));
    }

    private static Path executable() {
        Path chromium = Path.of(Optional.ofNullable(System.getProperty("chromium"))
                .or(() -> Optional.ofNullable(System.getenv("CHROMIUM")))
                .orElse("/usr/bin/chromium"));
        if (!Files.isExecutable(chromium)) {
            throw new AssertionError("No Chromium at " + chromium
                    + ": install it, or name another by the system property chromium or the variable CHROMIUM");
        }
        return chromium;
    }
}
