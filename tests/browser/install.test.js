// The served page can be installed and opens without a network; a newer version is offered, never forced. From
// a file nothing of this is there.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { checkAccessible, chromium, file, pasteText, places, suite, told } from "./harness.js";

const run = suite();
const TYPES = { html: "text/html", js: "text/javascript", webmanifest: "application/manifest+json" };
const line = "@4000000064c12d0636a8f9c4 delivery 9: failure: 192.0.2.1_does_not_like_recipient./\n";

/** Serves the page's folder; `replace` puts another version in its place, `close` takes the network away. */
async function host() {
  const replaced = new Map();
  const asked = [];
  const server = createServer(async (request, response) => {
    const name = new URL(request.url, "http://host").pathname.slice(1);
    asked.push(name);
    try {
      const body = replaced.get(name) ?? (await readFile(join(dirname(file), name)));
      response.writeHead(200, { "Content-Type": TYPES[name.split(".").pop()], Connection: "close" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    place: `http://127.0.0.1:${server.address().port}/maillens.html`,
    asked,
    replace: (name, body) => replaced.set(name, body),
    close: () => new Promise((done) => (server.close(done), server.closeAllConnections())),
  };
}

/** Waits until the page is kept. */
const kept = (page) => page.evaluate(async () => void (await navigator.serviceWorker.ready));
const opened = (page) => page.waitForFunction(() => document.querySelector("main") && !document.getElementById("boot"));

test("from a file nothing is asked for", () =>
  run(places["a file"], {}, async (page) => assert.equal(await page.$("link[rel=manifest]"), null)));

test("a page served by another name is not kept", async () => {
  const { place, replace, asked, close } = await host();
  replace("log.html", await readFile(file));
  await run(place.replace("maillens.html", "log.html"), {}, async (page) => {
    assert.equal(await page.$("link[rel=manifest]"), null);
    assert.equal(await page.evaluate(() => navigator.serviceWorker.getRegistration()), undefined);
  });
  assert.ok(!asked.includes("sw.js"));
  await close();
});

test("the manifest holds its icons, each of the size that it says", async () => {
  const manifest = JSON.parse(await readFile(join(dirname(file), "manifest.webmanifest"), "utf8"));
  assert.equal(manifest.start_url, "maillens.html");
  for (const { src, sizes, type } of manifest.icons) {
    const [start, base64] = src.split(",");
    assert.equal(start, `data:${type};base64`);
    const icon = Buffer.from(base64, "base64");
    // A PNG says its size at bytes 16 and 20.
    if (type === "image/png") assert.equal(`${icon.readUInt32BE(16)}x${icon.readUInt32BE(20)}`, sizes);
    else assert.match(icon.toString(), /^<svg /);
  }
});

test("what it is opened with and what is shared with it comes to the one page", async () => {
  const manifest = JSON.parse(await readFile(join(dirname(file), "manifest.webmanifest"), "utf8"));
  assert.deepEqual(manifest.launch_handler.client_mode, ["focus-existing", "auto"]);
  assert.deepEqual(Object.values(manifest.file_handlers[0].accept).flat(), [".log", ".txt", ".eml", ".gz", ".json"]);
  for (const { action } of [...manifest.file_handlers, manifest.share_target]) assert.equal(action, "maillens.html");
  assert.deepEqual(Object.keys(manifest.share_target.params), ["text", "files"]);
});

test("a file that the installed page is opened with is read, also when one is on screen", async () => {
  /** Stands for the browser's own, which only an installed page has. */
  const prepare = () => {
    const queue = { setConsumer: (consumer) => (globalThis.launch = consumer) };
    Object.defineProperty(globalThis, "launchQueue", { value: queue });
  };
  await run(places["a server"], { prepare }, async (page) => {
    const launch = (text) =>
      page.evaluate((text) => globalThis.launch({ files: [{ getFile: async () => new File([text], "current.log") }] }), text);
    await page.waitForFunction(() => globalThis.launch);
    await launch(line);
    await page.waitForSelector(".headline");
    assert.equal(await page.$eval(".source", (source) => source.textContent), "current.log");
    await launch(line + line);
    await told(page, ".counts", /2 lines/);
    // Opened without a file, it stays as it is.
    await page.evaluate(() => globalThis.launch({ files: [] }));
  });
});

const SHARE = `<!doctype html><link rel="icon" href="data:,"><title>an app</title>
<form method="post" enctype="multipart/form-data" action="maillens.html">
<input type="file" name="files"><textarea name="text"></textarea><button>Share</button></form>`;

test("what is shared is read and kept nowhere", async () => {
  const { place, asked, close, replace } = await host();
  // These are the ways that it comes.
  const ways = /\/(share|maillens)\.html(\?shared=[\w-]+)?$/u;
  for (const [text, name] of [[line, ""], [line, "ana.log"]]) {
    await run(place, { ways }, async (page) => {
      await kept(page);
      // As an app would: a form of several parts, from a place outside of the page.
      replace("share.html", SHARE);
      await page.goto(new URL("share.html", place).href);
      asked.splice(0);
      await page.evaluate(
        (text, name) => {
          const data = new DataTransfer();
          if (name) data.items.add(new File([text], name, { type: "text/plain" }));
          document.querySelector("input").files = data.files;
          document.querySelector("textarea").value = name ? "" : text;
        },
        text,
        name,
      );
      await Promise.all([page.waitForNavigation(), page.click("button")]);
      await told(page, ".headline", /./);
      if (name) assert.equal(await page.$eval(".source", (source) => source.textContent), name);
      assert.equal(await page.evaluate(() => location.search), "", "the address names nothing that waits");
      assert.ok(!asked.includes("maillens.html"), "nothing of it went to the server");
      const stored = await page.evaluate(async () => {
        const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
        return all.flat().map(({ url }) => new URL(url).pathname);
      });
      assert.deepEqual(stored, ["/maillens.html"]);
    });
  }
  await close();
});

test("the browser finds nothing that stands against installing", { skip: !chromium && "only Chromium tells" }, () =>
  run(places["a server"], {}, async (page) => {
    await kept(page);
    const client = await page.createCDPSession();
    const { errors } = await client.send("Page.getAppManifest");
    assert.deepEqual(errors, []);
    const { installabilityErrors } = await client.send("Page.getInstallabilityErrors");
    // A browser context of a test is one that forgets, in which nothing is installed.
    assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito"), []);
  }));

test("opens without a network once it was opened with one", async () => {
  const { place, close } = await host();
  await run(place, {}, async (page) => {
    await kept(page);
    await close();
    await page.reload();
    await opened(page);
    await pasteText(page, line);
    await page.waitForSelector(".headline");
    // The view's address is the same page.
    await page.goto(`${place}#v=1`);
    await opened(page);
  });
});

test("a newer version waits; it comes when the person says so", async () => {
  const { place, replace, close } = await host();
  await run(place, {}, async (page) => {
    await kept(page);
    await page.reload();
    await opened(page);
    await pasteText(page, line);
    await page.waitForSelector(".headline");

    const newer = Buffer.from((await readFile(file, "utf16le")).replace("<title>maillens", "<title>maillens, newer"), "utf16le");
    const worker = await readFile(join(dirname(file), "sw.js"), "utf8");
    const hash = createHash("sha256").update(newer).digest("base64");
    replace("maillens.html", newer);
    // What does not arrive whole is not kept: the page that is there stays.
    replace("sw.js", worker.replace(/sha256-[^"]+/, "sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="));
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update().catch(() => {});
      const { installing } = registration;
      if (installing) await new Promise((done) => (installing.onstatechange = done));
    });
    assert.equal(await page.$(".newer p"), null);

    replace("sw.js", worker.replace(/sha256-[^"]+/, `sha256-${hash}`));
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await page.waitForSelector(".newer p");
    assert.match(await page.$eval(".newer", (bar) => bar.innerText), /newer version is ready.*closes the log on screen/su);
    await checkAccessible(page);
    assert.ok(await page.$(".headline"), "the log is still there");
    assert.match(await page.title(), / · maillens$/u);

    await Promise.all([page.waitForNavigation(), page.click(".newer .strong")]);
    await opened(page);
    assert.equal(await page.title(), "maillens, newer");
    const caches = await page.evaluate(() => globalThis.caches.keys());
    assert.deepEqual(caches, [`maillens sha256-${hash}`]);
  });
  await close();
});
