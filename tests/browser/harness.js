// Opens the packed page in Chromium and watches it: every test that ends fails if the page asked for
// anything, broke its policy, wrote an error or threw one, unless the test says that it expects it.
//
// `cargo xtask test` names the page (MAILLENS_PAGE), the address where it is served (MAILLENS_URL) and the
// browser (MAILLENS_CHROMIUM).
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const { MAILLENS_CHROMIUM, MAILLENS_PAGE, MAILLENS_URL } = process.env;
assert.ok(MAILLENS_CHROMIUM && MAILLENS_PAGE && MAILLENS_URL, "run these with `cargo xtask test`");

/** The packed page's file. */
export const file = MAILLENS_PAGE;

/** The two ways in which people open the page. */
export const places = { "a file": pathToFileURL(MAILLENS_PAGE).href, "a server": MAILLENS_URL };

/** Starts a browser with nothing of anybody's in it. */
export async function launch() {
  const profile = await mkdtemp(join(tmpdir(), "maillens-"));
  const browser = await puppeteer.launch({
    executablePath: MAILLENS_CHROMIUM,
    userDataDir: profile,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  return {
    browser,
    close: async () => {
      await browser.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/** One browser for all tests of a file; `run(place, options, body)` gives each its own watched page. */
export function suite() {
  let started;
  before(async () => (started = await launch()));
  after(() => started?.close());
  return async (place, options, body) => {
    const context = await started.browser.createBrowserContext();
    try {
      const watched = await open(context, place, options);
      await body(watched.page, watched);
      // What is still on its way when the test ends counts too.
      await watched.page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
      assert.deepEqual(watched.troubles(), options.expects ?? [], "what the page did that it must not do");
    } finally {
      await context.close();
    }
  };
}

/** Opens the page at an address and waits until it runs; notes what it must not do. */
export async function open(context, place, { size, scheme = "light", bypassPolicy = false, prepare } = {}) {
  const page = await context.newPage();
  const noted = [];
  const note = (kind, what) => noted.push({ kind, what });

  await page.setViewport({ width: 1280, height: 800, ...size });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.setBypassCSP(bypassPolicy);
  page.on("request", (request) => {
    const local = /^(data|blob):/.test(request.url());
    const document = request.isNavigationRequest() && request.url() === place;
    if (!local && !document) note("request", request.url());
  });
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warn") note("console", message.text());
  });
  page.on("pageerror", (error) => note("error", String(error)));
  page.on("workercreated", (worker) => {
    worker.on("console", (message) => message.type() === "error" && note("console", message.text()));
    worker.on("error", (error) => note("error", String(error)));
  });
  // Set up before the page's first script, in the page's world: the policy is reported only there.
  await page.exposeFunction("noteViolation", (directive, blocked) => note("violation", `${directive} ${blocked}`));
  await page.evaluateOnNewDocument(() => {
    addEventListener("securitypolicyviolation", (event) =>
      globalThis.noteViolation(event.effectiveDirective, event.blockedURI),
    );
  });

  if (prepare) await page.evaluateOnNewDocument(prepare);

  await page.goto(place);
  await page.waitForFunction(() => !document.getElementById("boot"), { timeout: 20_000 });
  return { page, troubles: () => noted };
}

/** Pastes as a person does: a real paste event on what has the focus, with this text on the clipboard. */
export async function pasteText(page, text) {
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    const paste = { clipboardData: data, bubbles: true, cancelable: true, composed: true };
    (document.activeElement ?? document.body).dispatchEvent(new ClipboardEvent("paste", paste));
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

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** Fails with every rule of WCAG 2.2 AA that axe finds broken. */
export async function checkAccessible(page) {
  await page.evaluate(await readFile(axe, "utf8"));
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
      resultTypes: ["violations"],
    }),
  );
  const told = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(" ")}`);
  assert.deepEqual(told, []);
}
