// Opens the packed page in a browser and watches it: every test that ends fails if the page asked for
// anything, broke its policy, wrote an error or threw one, unless the test says that it expects it.
//
// `cargo xtask test` names the page (MAILLENS_PAGE), the address where it is served (MAILLENS_URL), the kind
// of browser (MAILLENS_ENGINE, `chrome` or `firefox`) and its program (MAILLENS_BROWSER).
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const { MAILLENS_BROWSER, MAILLENS_ENGINE, MAILLENS_PAGE, MAILLENS_URL } = process.env;

/** All that is done differently in the two: what has a name in both protocols is not here. */
const ENGINES = {
  chrome: {
    start: () => ({
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    }),
    browserFor: () => "light",
    prepare: (page, scheme) => page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]),
  },
  firefox: {
    // WebDriver BiDi sets no colour scheme, so each has a browser of its own.
    start: (scheme) => ({
      extraPrefsFirefox: { "layout.css.prefers-color-scheme.content-override": scheme === "dark" ? 0 : 1 },
    }),
    browserFor: (scheme) => scheme,
    prepare: async () => {},
  },
};
const engine = ENGINES[MAILLENS_ENGINE];
assert.ok(engine && MAILLENS_BROWSER && MAILLENS_PAGE && MAILLENS_URL, "run these with `cargo xtask test`");

/** Chromium's own protocol is there; what only it can show is skipped elsewhere. */
export const chromium = MAILLENS_ENGINE === "chrome";

/** The packed page's file. */
export const file = MAILLENS_PAGE;

/** The two ways in which people open the page. */
export const places = { "a file": pathToFileURL(MAILLENS_PAGE).href, "a server": MAILLENS_URL };

/** Starts a browser with nothing of anybody's in it. */
export async function launch(scheme = "light") {
  const profile = await mkdtemp(join(tmpdir(), "maillens-"));
  const browser = await puppeteer.launch({
    browser: MAILLENS_ENGINE,
    executablePath: MAILLENS_BROWSER,
    userDataDir: profile,
    ...engine.start(scheme),
  });
  return {
    browser,
    close: async () => {
      await browser.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/**
 * One browser for all tests of a file; `run(place, options, body)` gives each its own watched page.
 *
 * A body that fails is tried once more, and said so: on a busy machine a browser can be late. What the page did that it
 * must not do (a request, an error, a breach of its policy) fails at once.
 */
export function suite() {
  const started = new Map();
  after(() => Promise.all([...started.values()].map((one) => one.close())));
  return async (place, options, body) => {
    const which = engine.browserFor(options.scheme ?? "light");
    if (!started.has(which)) started.set(which, await launch(which));
    const attempt = async () => {
      const context = await started.get(which).browser.createBrowserContext();
      let watched;
      let failure;
      try {
        watched = await open(context, place, options);
        await body(watched.page, watched);
        // What is still on its way when the test ends counts too.
        await pause(watched.page, 50);
      } catch (error) {
        failure = error;
      }
      try {
        const troubles = watched?.troubles() ?? [];
        if (!failure || troubles.length > 0) {
          assert.deepEqual(troubles, options.expects ?? [], `what the page did that it must not do; ${failure ?? ""}`);
        }
      } finally {
        await context.close();
      }
      return failure;
    };
    const first = await attempt();
    if (!first) return;
    console.log(`tried once more after: ${first}`);
    const second = await attempt();
    if (second) throw second;
  };
}

/** Lets the page go on for some milliseconds. */
export const pause = (page, time) => page.evaluate((time) => new Promise((done) => setTimeout(done, time)), time);

/** Whether a page from a server may ask for this: what installs it, and nothing else. */
const installs = (place, url) =>
  place.startsWith("http") && ["manifest.webmanifest", "sw.js"].some((name) => url === new URL(name, place).href);

const VIOLATION = "broken policy:";

/** Opens the page at an address and waits until it runs; notes what it must not do. By `ways` its test goes itself. */
export async function open(context, place, { size, scheme = "light", prepare, ways } = {}) {
  const page = await context.newPage();
  const noted = [];
  const note = (kind, what) => noted.push({ kind, what });

  await page.setViewport({ width: 1280, height: 800, ...size });
  await engine.prepare(page, scheme);
  page.on("request", (request) => {
    const local = /^(data|blob):/.test(request.url());
    const document = request.isNavigationRequest() && request.url().split("#")[0] === place;
    if (!local && !document && !installs(place, request.url()) && !ways?.test(request.url())) note("request", request.url());
  });
  page.on("console", (message) => {
    const text = message.text();
    if (text.startsWith(VIOLATION)) note("violation", text.slice(VIOLATION.length + 1));
    else if (["error", "warn"].includes(message.type())) note("console", text);
  });
  // Firefox tells as errors what Chromium writes to the console: that the policy was kept.
  const kept = /^Error: (Content-Security-Policy:|Firefox can’t establish a connection)/u;
  page.on("pageerror", (error) => note(kept.test(error) ? "console" : "error", String(error)));
  page.on("workercreated", (worker) => {
    worker.on("console", (message) => message.type() === "error" && note("console", message.text()));
    worker.on("error", (error) => note("error", String(error)));
  });
  // A page that holds a log asks before it is left.
  page.on("dialog", (dialog) => dialog.accept());
  // Set up before the page's first script, in the page's world: the policy is reported only there.
  await page.evaluateOnNewDocument((VIOLATION) => {
    const tell = console.debug;
    addEventListener("securitypolicyviolation", (event) =>
      tell(`${VIOLATION} ${event.effectiveDirective} ${event.blockedURI}`),
    );
  }, VIOLATION);

  if (prepare) await page.evaluateOnNewDocument(prepare);

  await page.goto(place);
  await page.waitForFunction(() => !document.getElementById("boot"), { timeout: 20_000 });
  return { page, troubles: () => noted };
}

/** Waits until a selector's first text matches, and gives it. */
export async function told(page, selector, pattern) {
  await page.waitForFunction(
    (selector, source) => new RegExp(source, "u").test(document.querySelector(selector)?.textContent ?? ""),
    { timeout: 60_000 },
    selector,
    pattern.source,
  );
  return page.evaluate((selector) => document.querySelector(selector).textContent, selector);
}

/** Waits until a selector finds so many: what is told of a log and what is listed of it are drawn one after the other. */
export const counted = (page, selector, count) =>
  page.waitForFunction(
    (selector, count) => document.querySelectorAll(selector).length === count,
    { timeout: 10_000 },
    selector,
    count,
  );

/** Waits until the address, which follows the view a moment later, matches, and gives what stands after `#`. */
export async function addressed(page, pattern) {
  await page.waitForFunction((source) => new RegExp(source, "u").test(location.hash), {}, pattern.source);
  return page.evaluate(() => location.hash);
}

/** The texts of all that a selector finds. */
export const texts = (page, selector) => page.$$eval(selector, (all) => all.map((element) => element.textContent));

/** Pastes as a person does: a real paste event on what has the focus, with this text on the clipboard. */
export async function pasteText(page, text) {
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    const paste = new ClipboardEvent("paste", { bubbles: true, cancelable: true, composed: true });
    // Firefox leaves out what its constructor is given.
    Object.defineProperty(paste, "clipboardData", { value: data });
    (document.activeElement ?? document.body).dispatchEvent(paste);
  }, text);
}

/** Drops a file of this name and content (a string, or bytes) on the page. */
export async function dropFile(page, name, content) {
  const base64 = Buffer.from(content).toString("base64");
  await page.evaluate(
    (name, base64) => {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], name));
      for (const type of ["dragenter", "dragover", "drop"]) {
        const drop = { dataTransfer: data, bubbles: true, cancelable: true, composed: true };
        document.body.dispatchEvent(new DragEvent(type, drop));
      }
    },
    name,
    base64,
  );
}

/** Runs in the page before it: notes in `saved` the name and the content of every file that is saved. */
export const downloads = () => {
  globalThis.saved = [];
  const make = URL.createObjectURL;
  const blobs = new Map();
  URL.createObjectURL = (blob) => {
    const url = make.call(URL, blob);
    blobs.set(url, blob);
    return url;
  };
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a[download]");
    if (link) {
      event.preventDefault();
      blobs.get(link.href).text().then((text) => globalThis.saved.push([link.download, text]));
    }
  }, true);
  const click = HTMLElement.prototype.click;
  HTMLElement.prototype.click = function () {
    if (this.matches("a[download]")) blobs.get(this.href).text().then((text) => globalThis.saved.push([this.download, text]));
    else click.call(this);
  };
};

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** Fails with every rule of WCAG 2.2 AA, and every good practice, that axe finds broken. */
export async function checkAccessible(page) {
  await page.evaluate(await readFile(axe, "utf8"));
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      resultTypes: ["violations"],
    }),
  );
  const told = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(" ")}`);
  assert.deepEqual(told, []);
}
