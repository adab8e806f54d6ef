// What the packed page promises before it has read anything: it opens anywhere, and it sends nothing.
import assert from "node:assert/strict";
import { readFile, stat } from "node:fs/promises";
import { test } from "node:test";
import { checkAccessible, file, pause, places, suite } from "./harness.js";

const run = suite();

for (const [name, place] of Object.entries(places)) {
  test(`opens from ${name} without a request, an error or a breach of its policy`, () =>
    run(place, {}, async (page) => {
      assert.ok(await page.$("main"), "the page has its main part");
      assert.equal(await page.title(), "maillens");
    }));

  test(`its worker runs from ${name}`, () =>
    run(place, {}, async (page) => {
      // A second worker, made as the page makes its own.
      const said = await page.evaluate(
        () =>
          new Promise((done, failed) => {
            const worker = new Worker(globalThis.maillens.workerUrl);
            worker.onmessage = ({ data }) => done(data);
            worker.onerror = failed;
            worker.postMessage({ module: globalThis.maillens.module });
          }),
      );
      assert.equal(said, "ready");
    }));
}

/** Notes which elements were ever made. */
const noting = () => {
  const make = Document.prototype.createElement;
  globalThis.made = new Set();
  Document.prototype.createElement = function (name, ...more) {
    globalThis.made.add(name);
    return make.call(this, name, ...more);
  };
};

test("what it rehearses before there is a log is seen by nobody", () =>
  run(places["a file"], { prepare: noting }, async (page) => {
    // Only beside a story there is advice.
    await page.waitForFunction(() => globalThis.made.has("aside"));
    await pause(page, 500);
    assert.equal(await page.$("aside, article, [role=tab], [role=listbox]"), null);
    const [focus, hash, said] = await page.evaluate(() => [
      document.activeElement.id,
      location.hash,
      [...document.querySelectorAll("[role=status], [role=alert], [aria-live]")].map((region) => region.textContent).join(""),
    ]);
    assert.deepEqual([focus, hash, said], ["paste", "", ""]);
  }));

for (const scheme of ["light", "dark"]) {
  for (const width of [360, 1280]) {
    test(`has no fault that axe knows, ${scheme}, ${width} px`, () =>
      run(places["a file"], { scheme, size: { width } }, checkAccessible));
  }
}

test("is one file, within its budget, that names nothing outside itself", async () => {
  const { size } = await stat(file);
  console.log(`packed page: ${size} bytes`);
  assert.ok(size <= 2_000_000);
  const shell = (await readFile(file, "utf16le")).replace(/<script[^]*?<\/script>/g, "");
  assert.doesNotMatch(shell, /\b(?:src|href)=["'](?!data:|#)/);
});
