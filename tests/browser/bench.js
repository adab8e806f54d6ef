// Measures the packed page: node bench.js LOG. Prints one line a goal, its parts between tabs:
// id, what, figure, `at-least` or `at-most`, the goal. Every ratio is of medians taken in turns.
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { file, launch, open, places } from "./harness.js";

const [log] = process.argv.slice(2);
const RUNS = 5;
const median = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
const tell = (id, what, figure, kind, goal) => console.log([id, what, figure.toFixed(3), kind, goal].join("\t"));

// The same work in plain JavaScript: split, regular expressions and a Map, as people write it.
const plain = () => `
  const input = document.querySelector("input");
  input.addEventListener("change", async () => {
    const start = performance.now();
    const open = new Map(), attempts = new Map();
    let messages = 0;
    for (const line of (await input.files[0].text()).split("\\n")) {
      const [, , body] = /^(@[0-9a-f]{24}) (.*)$/.exec(line) ?? [];
      if (!body) continue;
      let found;
      if ((found = /^new msg (\\d+)$/.exec(body))) { open.set(found[1], { attempts: 0, failed: 0 }); messages += 1; }
      else if ((found = /^info msg (\\d+): bytes (\\d+) from <(.*)> qp (\\d+) uid (\\d+)$/.exec(body))) Object.assign(open.get(found[1]) ?? {}, { bytes: +found[2], from: found[3] });
      else if ((found = /^starting delivery (\\d+): msg (\\d+) to (local|remote) (.*)$/.exec(body))) attempts.set(found[1], open.get(found[2]));
      else if ((found = /^delivery (\\d+): (success|failure|deferral): (.*)$/.exec(body))) { const message = attempts.get(found[1]); if (message) message[found[2]] = found[3]; attempts.delete(found[1]); }
      else if ((found = /^end msg (\\d+)$/.exec(body))) open.delete(found[1]);
    }
    document.title = String(performance.now() - start);
  });`;

const { browser, close } = await launch();
try {
  // P4: a 100 MB file, from choosing it to the list of messages.
  const ours = [];
  const theirs = [];
  for (let turn = 0; turn < RUNS; turn += 1) {
    const { page } = await open(browser, places["a file"], {});
    await new Promise((done) => setTimeout(done, 1000));
    const input = await page.$("input[type=file]");
    await page.evaluate(() => document.querySelector("input[type=file]").addEventListener("change", () => (globalThis.chosen = performance.now()), true));
    const listed = page.waitForFunction(
      (name) => document.querySelector(".source")?.textContent === name && document.querySelector("#messages [role=option], [role=listbox] [role=option]") && performance.now(),
      { polling: "raf", timeout: 120_000 },
      basename(log),
    );
    await input.uploadFile(log);
    ours.push((await (await listed).jsonValue()) - (await page.evaluate(() => globalThis.chosen)));
    await page.close();

    const bare = await browser.newPage();
    await bare.setContent("<input type=file>");
    await bare.evaluate(plain());
    await (await bare.$("input")).uploadFile(log);
    await bare.waitForFunction(() => Number(document.title) > 0, { polling: 50, timeout: 120_000 });
    theirs.push(Number(await bare.title()));
    await bare.close();
  }
  tell("P4", "100 MB file to message list: times faster than plain JavaScript", median(theirs) / median(ours), "at-least", 10);

  // P8: 10 MB pasted, from the key to the input being taken, against a textarea.
  const text = (await readFile(log)).subarray(0, 10_000_000).toString("latin1");
  const own = [];
  const areas = [];
  for (let turn = 0; turn < 3; turn += 1) {
    const { page } = await open(browser, places["a file"], {});
    await new Promise((done) => setTimeout(done, 1000));
    own.push(
      await page.evaluate((text) => {
        const data = new DataTransfer();
        data.setData("text/plain", text);
        const start = performance.now();
        document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        return performance.now() - start;
      }, text),
    );
    await page.close();
    const bare = await browser.newPage();
    await bare.setContent("<textarea></textarea>");
    areas.push(
      await bare.evaluate((text) => {
        const area = document.querySelector("textarea");
        area.focus();
        const start = performance.now();
        document.execCommand("insertText", false, text);
        area.getBoundingClientRect();
        return performance.now() - start;
      }, text),
    );
    await bare.close();
  }
  tell("P8", "10 MB paste taken: times faster than a textarea", median(areas) / median(own), "at-least", 20);

  // P9: the size of the page, the time until it is ready, the time to explain one line.
  tell("P9", "packed page, MB", (await readFile(file)).length / 1e6, "at-most", 1);
  const ready = [];
  const explained = [];
  for (let turn = 0; turn < RUNS; turn += 1) {
    const start = performance.now();
    const { page } = await open(browser, places["a file"], {});
    ready.push(performance.now() - start);
    await new Promise((done) => setTimeout(done, 1000));
    explained.push(
      await page.evaluate(async () => {
        const data = new DataTransfer();
        data.setData("text/plain", "@4000000064c12d0636a8f9c4 delivery 9: failure: 192.0.2.1_does_not_like_recipient./\n");
        const start = performance.now();
        document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        while (!document.querySelector("h2.headline, .headline")) await new Promise(requestAnimationFrame);
        return performance.now() - start;
      }),
    );
    await page.close();
  }
  tell("P9", "opened to ready, ms", median(ready), "at-most", 500);
  tell("P9", "one pasted line to its explanation, ms", median(explained), "at-most", 50);
} finally {
  await close();
}
