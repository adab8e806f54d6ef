// Measures the packed page: node bench.js LOG LARGE MILLISECONDS GOALS. LOG has about 100 MB, LARGE a gigabyte;
// MILLISECONDS is what `rg -c` took for LOG; GOALS are those wanted, between commas. Prints a line for each
// figure, its parts between tabs: id, what, figure, `at-least` or `at-most`, the goal. A ratio is of medians
// taken in turns.
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { file, launch, open, places } from "./harness.js";

const [log, large, rg, wanted = "P4,P5,P6,P7,P8,P9"] = process.argv.slice(2);
const RUNS = 3;
const LONG = 300_000;
const median = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
const tell = (id, what, figure, kind, goal) => console.log([id, what, figure.toFixed(3), kind, goal].join("\t"));
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

// The same work in plain JavaScript: split, regular expressions and a Map, as people write it.
const plain = `
  const input = document.querySelector("input");
  input.addEventListener("change", async () => {
    const start = performance.now();
    const open = new Map(), attempts = new Map();
    for (const line of (await input.files[0].text()).split("\\n")) {
      const [, , body] = /^(@[0-9a-f]{24}) (.*)$/.exec(line) ?? [];
      if (!body) continue;
      let found;
      if ((found = /^new msg (\\d+)$/.exec(body))) open.set(found[1], { attempts: 0, failed: 0 });
      else if ((found = /^info msg (\\d+): bytes (\\d+) from <(.*)> qp (\\d+) uid (\\d+)$/.exec(body))) Object.assign(open.get(found[1]) ?? {}, { bytes: +found[2], from: found[3] });
      else if ((found = /^starting delivery (\\d+): msg (\\d+) to (local|remote) (.*)$/.exec(body))) attempts.set(found[1], open.get(found[2]));
      else if ((found = /^delivery (\\d+): (success|failure|deferral): (.*)$/.exec(body))) { const message = attempts.get(found[1]); if (message) message[found[2]] = found[3]; attempts.delete(found[1]); }
      else if ((found = /^end msg (\\d+)$/.exec(body))) open.delete(found[1]);
    }
    document.title = String(performance.now() - start);
  });`;

/** Opens the page and lets its worker get warm. */
async function ready(browser, prepare) {
  const { page } = await open(browser, places["a file"], { prepare });
  page.setDefaultTimeout(LONG);
  await pause(1500);
  return page;
}

/** Chooses a log on the page; gives how long it took until its messages are listed. */
async function choose(page, log) {
  const input = await page.$("input[type=file]");
  await page.evaluate(() =>
    document.querySelector("input[type=file]").addEventListener("change", () => (globalThis.chosen = performance.now()), true),
  );
  const listed = page.waitForFunction(
    (name) =>
      document.querySelector(".source")?.textContent === name &&
      document.querySelector("[role=listbox] [role=option]") &&
      performance.now() - globalThis.chosen,
    { polling: "raf", timeout: LONG },
    basename(log),
  );
  await input.uploadFile(log);
  return (await listed).jsonValue();
}

/** Pastes on what has the focus; gives how long the page took to take it. */
const paste = (page, text) =>
  page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    const start = performance.now();
    const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true, composed: true });
    (document.activeElement ?? document.body).dispatchEvent(event);
    return performance.now() - start;
  }, text);

/** How large the memory of the worker's program is, in bytes. */
async function memory(page) {
  let most = 0;
  for (const worker of page.workers()) {
    const prototype = await worker.evaluateHandle(() => WebAssembly.Memory.prototype);
    const { objects } = await worker.client.send("Runtime.queryObjects", { prototypeObjectId: prototype.remoteObject().objectId });
    const { result } = await worker.client.send("Runtime.callFunctionOn", {
      objectId: objects.objectId,
      functionDeclaration: "function () { return this.reduce((sum, memory) => sum + memory.buffer.byteLength, 0); }",
      returnByValue: true,
    });
    most = Math.max(most, result.value);
  }
  return most;
}

/** Watches for tasks that keep the page's thread for over 50 ms. */
const watch = () => {
  globalThis.longest = 0;
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, task.duration);
  }).observe({ type: "longtask" });
};

/** The longest such task since the last look, in milliseconds; 0 where there was none. */
const longest = (page) =>
  page.evaluate(async () => {
    await new Promise((done) => setTimeout(done, 300));
    const found = globalThis.longest;
    globalThis.longest = 0;
    return found;
  });

/** Types a search; gives the milliseconds until the count of what was found is another. */
const search = (page, text) =>
  page.evaluate(async (text) => {
    const count = () => document.querySelector("[role=listbox] [role=option]")?.ariaSetSize ?? "none";
    const [input, before, start] = [document.getElementById("search"), count(), performance.now()];
    input.value = text;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    while (count() === before && performance.now() - start < 60_000) await new Promise(requestAnimationFrame);
    return performance.now() - start;
  }, text);

const goals = {
  async P4(browser) {
    const [ours, theirs] = [[], []];
    for (let turn = 0; turn < RUNS; turn += 1) {
      const page = await ready(browser);
      ours.push(await choose(page, log));
      await page.close();
      const bare = await browser.newPage();
      await bare.setContent("<input type=file>");
      await bare.evaluate(plain);
      await (await bare.$("input")).uploadFile(log);
      await bare.waitForFunction(() => Number(document.title) > 0, { polling: 50, timeout: LONG });
      theirs.push(Number(await bare.title()));
      await bare.close();
    }
    tell("P4", "100 MB file to message list: times faster than plain JavaScript", median(theirs) / median(ours), "at-least", 10);
    tell("P4", "100 MB file to message list, s", median(ours) / 1000, "at-most", 0.57);
  },

  async P5(browser) {
    const page = await ready(browser);
    await choose(page, large);
    tell("P5", "1 GB: memory of the program over the size of the file", (await memory(page)) / (await stat(large)).size, "at-most", 2);
    await page.close();
  },

  async P6(browser) {
    const page = await ready(browser, watch);
    await longest(page);
    await choose(page, log);
    tell("P6", "longest task while 100 MB are read, ms (0: none over 50)", await longest(page), "at-most", 50);
    await page.click("#tab-lines");
    await page.waitForSelector("#lines [role=option]");
    await longest(page);
    await page.focus("#lines");
    for (const key of ["End", "Home", "PageDown", "PageDown", "ArrowDown", "End"]) {
      await page.keyboard.press(key);
      await pause(100);
    }
    await page.evaluate(async () => {
      const list = document.getElementById("lines");
      for (let step = 0; step < 60; step += 1) {
        list.scrollTop = (list.scrollHeight / 60) * ((step * 37) % 60);
        await new Promise(requestAnimationFrame);
      }
    });
    tell("P6", "longest task while a million lines are scrolled, ms", await longest(page), "at-most", 50);
    await page.click("#tab-messages");
    await search(page, "host17.example");
    tell("P6", "longest task while they are searched, ms", await longest(page), "at-most", 50);
    await page.close();
  },

  async P7(browser) {
    const page = await ready(browser);
    await choose(page, log);
    const times = [];
    for (const text of ["accepted", "recipient", "accepted_message"].slice(0, RUNS)) times.push(await search(page, text));
    tell("P7", "search over 100 MB to its count, ms", median(times), "at-most", 100);
    if (Number(rg) > 0) tell("P7", "search over 100 MB: times that of rg -c", median(times) / Number(rg), "at-most", 4);
    await page.close();
  },

  async P8(browser) {
    const text = (await readFile(log)).subarray(0, 10_000_000).toString("latin1");
    const [ours, areas] = [[], []];
    for (let turn = 0; turn < RUNS; turn += 1) {
      const page = await ready(browser);
      ours.push(await paste(page, text));
      await page.close();
      const bare = await browser.newPage();
      bare.setDefaultTimeout(LONG);
      await bare.setContent("<textarea></textarea>");
      areas.push(
        await bare.evaluate((text) => {
          const area = document.querySelector("textarea");
          const start = performance.now();
          // As slow as a default paste, and the tests' browser can do it: there is no clipboard to paste from.
          area.value = text;
          area.getBoundingClientRect();
          return performance.now() - start;
        }, text),
      );
      await bare.close();
    }
    tell("P8", "10 MB paste taken: times faster than a textarea", median(areas) / median(ours), "at-least", 20);
  },

  async P9(browser) {
    tell("P9", "packed page, MB", (await readFile(file)).length / 1e6, "at-most", 1);
    const line = "@4000000064c12d0636a8f9c4 delivery 9: failure: 192.0.2.1_does_not_like_recipient./\n";
    const [opened, first, warm] = [[], [], []];
    const explained = (page) =>
      page.evaluate(async (text) => {
        const data = new DataTransfer();
        data.setData("text/plain", text);
        const start = performance.now();
        const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true, composed: true });
        (document.activeElement ?? document.body).dispatchEvent(event);
        while (!document.querySelector(".headline")) await new Promise(requestAnimationFrame);
        return performance.now() - start;
      }, line);
    for (let turn = 0; turn < 5; turn += 1) {
      const { page } = await open(browser, places["a file"], {});
      // The page's own clock begins when it is opened.
      opened.push(await page.evaluate(() => performance.now()));
      first.push(await explained(page));
      await page.close();
      const later = await ready(browser);
      warm.push(await explained(later));
      await later.close();
    }
    tell("P9", "opened to ready, ms", median(opened), "at-most", 500);
    tell("P9", "one pasted line to its explanation at once, ms", median(first), "at-most", 50);
    tell("P9", "one pasted line to its explanation when warm, ms", median(warm), "at-most", 50);
  },
};

const { browser, close } = await launch();
try {
  for (const goal of wanted.split(",")) {
    // One goal that cannot be measured does not keep the others from it.
    await goals[goal]?.(browser).catch((error) => console.error(`${goal}: ${error.message}`));
  }
} finally {
  await close();
}
