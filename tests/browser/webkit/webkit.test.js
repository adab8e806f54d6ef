// The packed page in WebKit, the engine of Safari: it starts, reads what is pasted and dropped, and asks for nothing. From
// a file its worker cannot read Blobs there, which nothing but this finds.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { launch } from "./driver.js";

const { MAILLENS_PAGE, MAILLENS_URL } = process.env;
assert.ok(MAILLENS_PAGE && MAILLENS_URL, "run these with `cargo xtask test`");
const places = { "a file": pathToFileURL(MAILLENS_PAGE).href, "a server": MAILLENS_URL };

const FULL =
  "Aug 12 09:14:02 mx1 postfix/smtp[811]: 4C1A2B3: to=<anna@example.org>, relay=mx.example.org[192.0.2.9]:25, delay=2, " +
  "delays=0.1/0/1/0.9, dsn=5.2.2, status=bounced (host mx.example.org[192.0.2.9] said: 552 5.2.2 Mailbox full (in reply to RCPT TO command))\n";
const NOISE = "Aug 12 09:14:03 mx1 postfix/qmgr[7]: 4C1A2B4: removed\n";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** Opens the page and notes from then on what it must not do; `body` has the page. */
async function watched(place, body) {
  const { page } = browser;
  await page.open("about:blank");
  await page.open(place);
  await page.evaluate(() => {
    globalThis.noted = [];
    const note = (what) => globalThis.noted.push(String(what));
    addEventListener("securitypolicyviolation", (event) => note(`policy: ${event.effectiveDirective}`));
    addEventListener("error", (event) => note(event.message));
    addEventListener("unhandledrejection", (event) => note(event.reason));
    const told = console.error;
    console.error = (...all) => {
      note(all.join(" "));
      told(...all);
    };
  });
  await page.until(() => !document.getElementById("boot"));
  await body(page);
  assert.deepEqual(await page.evaluate(() => globalThis.noted), []);
  const asked = await page.evaluate(() => performance.getEntriesByType("resource").map((one) => one.name));
  const installs = (url) => place.startsWith("http") && /\/(?:manifest\.webmanifest|sw\.js)$/.test(url);
  assert.deepEqual(asked.filter((url) => !/^(?:data|blob):/.test(url) && !installs(url)), []);
}

const paste = (page, text) =>
  page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    const event = new ClipboardEvent("paste", { bubbles: true, cancelable: true, composed: true });
    Object.defineProperty(event, "clipboardData", { value: data });
    (document.activeElement ?? document.body).dispatchEvent(event);
  }, text);

const drop = (page, name, content) =>
  page.evaluate(
    (name, base64) => {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], name));
      for (const type of ["dragenter", "dragover", "drop"]) {
        const event = new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true, composed: true });
        document.body.dispatchEvent(event);
      }
    },
    name,
    Buffer.from(content).toString("base64"),
  );

// Between reading and listing, a log is called one without messages for a moment.
const verdict = (page) =>
  page.until(() => {
    const said = document.querySelector("#verdict")?.textContent;
    return said && !said.startsWith("None of these lines") ? said : null;
  });

for (const [name, place] of Object.entries(places)) {
  test(`WebKit, from ${name}: reads what is pasted`, () =>
    watched(place, async (page) => {
      await paste(page, FULL);
      assert.match(await verdict(page), /full/i);
      await page.click("#tab-lines");
      assert.match(await page.until(() => document.querySelector(".log-line")?.textContent), /552 5\.2\.2 Mailbox full/);
    }));

  test(`WebKit, from ${name}: reads a dropped file of several slices`, () =>
    watched(place, async (page) => {
      await drop(page, "mail.log", NOISE.repeat(60_000) + FULL);
      assert.match(await verdict(page), /full/i);
    }));

  test(`WebKit, from ${name}: reads a dropped gzip file`, () =>
    watched(place, async (page) => {
      await drop(page, "mail.log.1.gz", gzipSync(FULL));
      assert.match(await verdict(page), /full/i);
    }));
}

test("WebKit: axe finds no fault before and after a paste", () =>
  watched(places["a file"], async (page) => {
    const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
    const faults = async () => {
      await page.evaluate(`() => { ${axe} }`);
      await page.evaluate(() => {
        const only = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
        void globalThis.axe.run(document, { runOnly: only }).then(({ violations }) => {
          globalThis.faults = violations.map(({ id, help }) => `${id}: ${help}`);
        });
      });
      const told = await page.until(() => globalThis.faults);
      await page.evaluate(() => delete globalThis.faults);
      return told;
    };
    assert.deepEqual(await faults(), []);
    await paste(page, FULL);
    await verdict(page);
    assert.deepEqual(await faults(), []);
  }));
