// The extension in a real browser with a real keyboard: select in a page, press its keys, read the headline.
//
// `cargo xtask test` runs this on a display of its own (Xvfb) and names the unpacked extension (MAILLENS_EXTENSION), the
// kind of browser (MAILLENS_ENGINE) and its program (MAILLENS_BROWSER).
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import puppeteer from "puppeteer-core";

const { MAILLENS_BROWSER, MAILLENS_ENGINE, MAILLENS_EXTENSION } = process.env;
assert.ok(MAILLENS_BROWSER && MAILLENS_ENGINE && MAILLENS_EXTENSION, "run these with `cargo xtask test`");
const chromium = MAILLENS_ENGINE === "chrome";

const LINES = [
  "@4000000064c13b1d36a8d2f4 info msg 330: bytes 2418 from &lt;orders@spareparts.example&gt; qp 5301 uid 108",
  "@4000000064c13b1d3745cd1c starting delivery 381: msg 330 to remote ana@client.example",
  "@4000000064c13b1e14a2f05c delivery 381: failure: 192.0.2.25_does_not_like_recipient./Remote_host_said:_550_5.1.1_User_unknown/",
  "@4000000064c13b1e1541812c end msg 330",
];
/** The same log as tickets show it. */
const SHAPES = {
  pre: `<pre>${LINES.join("\n")}</pre>`,
  breaks: `<p>${LINES.join("<br>")}</p>`,
  table: `<table>${LINES.map((line) => `<tr><td>${line}</td></tr>`).join("")}</table>`,
  quote: `<blockquote>${LINES.map((line) => `<div>${line}</div>`).join("")}</blockquote>`,
  field: `<textarea rows="6" cols="120">${LINES.join("\n")}</textarea>`,
};

let browser, profile, server, site, background;
const asked = [];

before(async () => {
  server = createServer((request, answer) => {
    asked.push(request.url);
    const shape = SHAPES[request.url.slice(1)];
    answer.writeHead(shape ? 200 : 404, { "content-type": "text/html; charset=utf-8" });
    answer.end(shape ? `<!doctype html><link rel="icon" href="data:,"><title>ticket</title><p>Please help!</p><div id="log">${shape}</div>` : "");
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  site = `http://127.0.0.1:${server.address().port}/`;
  profile = await mkdtemp(join(tmpdir(), "maillens-extension-"));
  browser = await puppeteer.launch({
    browser: MAILLENS_ENGINE,
    executablePath: MAILLENS_BROWSER,
    userDataDir: profile,
    headless: false,
    ...(chromium
      ? {
          pipe: true,
          enableExtensions: [MAILLENS_EXTENSION],
          args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--window-position=0,0"],
        }
      : {}),
  });
  if (chromium) {
    const worker = await browser.waitForTarget((target) => target.type() === "service_worker");
    background = await worker.worker();
  } else {
    await browser.installExtension(MAILLENS_EXTENSION);
  }
});

after(async () => {
  await browser?.close();
  server?.close();
  if (profile) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

const pause = (time) => new Promise((done) => setTimeout(done, time));
const xdotool = (...args) => execFileSync("xdotool", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });

/** Pages that a test is done with: Firefox still lists them for a while. */
const done = new Set();

/** The extension's page, once there is one; its tab is closed after that. */
const explained = async (body) => {
  const isOurs = (page) => /^(chrome|moz)-extension:\/\/[^/]+\/maillens\.html/u.test(page.url());
  let page;
  for (let tries = 0; !page && tries < 100; tries += 1) {
    page = (await browser.pages()).find((page) => isOurs(page) && !done.has(page));
    if (!page) await pause(100);
  }
  done.add(page);
  assert.ok(page, "no page of the extension was opened");
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  await says(page, /./u);
  await body(page);
  const loaded = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  const origin = new URL(page.url()).protocol;
  const foreign = [...requests, ...loaded].filter((url) => ![origin, "data:", "blob:"].includes(new URL(url).protocol));
  assert.deepEqual(foreign, [], "it asked for something");
  await page.close({ runBeforeUnload: false });
};

/** Waits until the page says something. */
const says = async (page, pattern) => {
  let text = "";
  for (let tries = 0; tries < 100; tries += 1) {
    text = await page.evaluate(() => document.body.innerText);
    if (pattern.test(text)) return;
    await pause(100);
  }
  assert.match(text, pattern);
};

/** Opens a ticket with the log in this shape, selects it, and presses the keys of the extension. */
const press = async (shape) => {
  const page = await browser.newPage();
  await page.goto(site + shape);
  await page.bringToFront();
  await page.evaluate(() => {
    const field = document.querySelector("textarea");
    if (field) {
      field.focus();
      field.select();
    } else {
      getSelection().selectAllChildren(document.getElementById("log"));
    }
  });
  await pause(500);
  const window = xdotool("search", "--onlyvisible", "--name", "ticket").trim().split("\n").at(-1);
  xdotool("windowfocus", window);
  await pause(300);
  xdotool("key", "ctrl+shift+1");
  return page;
};

for (const shape of Object.keys(SHAPES)) {
  test(`what is selected is explained: ${shape}`, async () => {
    const ticket = await press(shape);
    const before = asked.length;
    await explained(async (page) => {
      await says(page, /The address does not exist\./u);
      assert.equal(new URL(page.url()).search, "", "the address names no text");
      // Each line of the ticket is a line: the message has all four.
      await says(page, /\n4 lines\n1 failed\nall read\n/u);
    });
    assert.equal(asked.length, before);
    await ticket.close();
  });
}

test("the extension asks for little", async () => {
  const manifest = JSON.parse(await readFile(join(MAILLENS_EXTENSION, "manifest.json"), "utf8"));
  assert.deepEqual(manifest.permissions, ["contextMenus", "activeTab", "scripting"]);
  for (const more of ["host_permissions", "optional_permissions", "content_scripts", "web_accessible_resources", "externally_connectable"])
    assert.equal(manifest[more], undefined, more);
  assert.match(manifest.content_security_policy.extension_pages, /connect-src 'none'/u);
});

// Firefox shows no driver what runs in the background.
test("the menu explains what it is told, once", { skip: !chromium && "only Chromium shows its background" }, async () => {
  const log = LINES.join("\n").replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  const ticket = await browser.newPage();
  await ticket.goto(site + "pre");
  // Without a person's click the tab can't be read, so what the menu itself was told is taken.
  await background.evaluate(async (log) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    await menu({ menuItemId: "explain", frameId: 0, selectionText: log }, tab);
  }, log);
  await explained(async (page) => {
    await says(page, /The address does not exist\./u);
    assert.equal(await background.evaluate(() => waiting.size), 0, "it's kept no longer than until it is taken");
  });
  await ticket.close();
});

test("the button opens an empty page", { skip: !chromium && "only Chromium shows its background" }, async () => {
  await background.evaluate(() => open());
  await explained(async (page) => {
    await says(page, /What happened to this mail\?/u);
    const proof = await page.evaluate(() => fetch("https://www.example.com/").then(() => "sent", () => "refused"));
    assert.equal(proof, "refused");
  });
});
