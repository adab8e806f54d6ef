// What the packed page promises before it has read anything: it opens anywhere, and it sends nothing.
import assert from "node:assert/strict";
import { readFile, stat } from "node:fs/promises";
import { test } from "node:test";
import { checkAccessible, file, places, suite } from "./harness.js";

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

  test(`the browser refuses the worker, too, from ${name}`, () =>
    run(place, {}, async (page, watched) => {
      const directive = await page.evaluate(
        () =>
          new Promise((done) => {
            const script = `
              addEventListener("securitypolicyviolation", (event) => postMessage(event.effectiveDirective));
              fetch("https://elsewhere.example/").catch(() => {});`;
            const worker = new Worker(URL.createObjectURL(new Blob([script])));
            worker.onmessage = ({ data }) => done(data);
          }),
      );
      assert.equal(directive, "connect-src");
      watched.troubles().splice(0);
    }));

  const ways = {
    fetch: ["connect-src", () => fetch("https://elsewhere.example/").catch(() => {})],
    XMLHttpRequest: [
      "connect-src",
      () =>
        new Promise((done) => {
          const request = new XMLHttpRequest();
          request.onloadend = done;
          request.open("GET", "https://elsewhere.example/");
          request.send();
        }),
    ],
    WebSocket: ["connect-src", () => void new WebSocket("wss://elsewhere.example/")],
    EventSource: ["connect-src", () => void new EventSource("https://elsewhere.example/")],
    sendBeacon: ["connect-src", () => void navigator.sendBeacon("https://elsewhere.example/", "x")],
    "an image": ["img-src", () => void (new Image().src = "https://elsewhere.example/")],
    "a script": [
      "script-src-elem",
      () => {
        const script = document.createElement("script");
        script.src = "https://elsewhere.example/";
        document.head.append(script);
      },
    ],
    "a style sheet": [
      "style-src-elem",
      () => {
        const link = document.createElement("link");
        link.rel = "stylesheet";
        link.href = "https://elsewhere.example/";
        document.head.append(link);
      },
    ],
    "a frame": [
      "frame-src",
      () => {
        const frame = document.createElement("iframe");
        frame.src = "https://elsewhere.example/";
        document.body.append(frame);
      },
    ],
    "a form": [
      "form-action",
      () => {
        const form = document.createElement("form");
        form.action = "https://elsewhere.example/";
        document.body.append(form);
        form.submit();
      },
    ],
  };
  for (const [way, [directive, attempt]] of Object.entries(ways)) {
    test(`the browser refuses ${way} from ${name}`, () =>
      run(place, {}, async (page, watched) => {
        await page.evaluate(attempt);
        await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
        const noted = watched.troubles().splice(0);
        const breaches = noted.filter(({ kind }) => kind === "violation").map(({ what }) => what);
        assert.equal(breaches.length, 1, breaches.join());
        assert.match(breaches[0], new RegExp(`^${directive} \\w+://elsewhere\\.example\\b`));
        assert.deepEqual(noted.filter(({ kind }) => kind === "error"), []);
      }));
  }
}

for (const scheme of ["light", "dark"]) {
  for (const width of [360, 1280]) {
    test(`has no fault that axe knows, ${scheme}, ${width} px`, () =>
      run(places["a file"], { scheme, size: { width } }, checkAccessible));
  }
}

test("is one file, within its budget, that names nothing outside itself", async () => {
  const { size } = await stat(file);
  console.log(`packed page: ${size} bytes`);
  assert.ok(size <= 1_000_000);
  const shell = (await readFile(file, "utf8")).replace(/<script[^]*?<\/script>/g, "");
  assert.doesNotMatch(shell, /\b(?:src|href)=["'](?!data:|#)/);
});
