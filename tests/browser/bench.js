// Measures the packed page: node bench.js LOG LARGE MILLISECONDS GOALS FLOOR. LOG has about 100 MB, LARGE a gigabyte;
// MILLISECONDS is what `rg -c` and the terminal tool took for LOG, with a comma between; GOALS are those wanted, between
// commas; FLOOR is the floor as WebAssembly. Prints a line for each figure, its parts between tabs: id, what, the median,
// the least and the most, `at-least` or `at-most`, the goal. A ratio is of what took turns.
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { file, launch, open, places } from "./harness.js";

const [log, large, milliseconds, wanted = "P4,P5,P6,P7,P8,P9", floor] = process.argv.slice(2);
const [rg, terminal] = milliseconds.split(",").map(Number);
const RUNS = 3;
const LONG = 300_000;
const TEN = 10_000_000;
const median = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
const tell = (id, what, figures, kind, goal) => {
  const turns = [figures].flat();
  const told = [median(turns), Math.min(...turns), Math.max(...turns)].map((figure) => figure.toFixed(3));
  console.log([id, what, ...told, kind, goal].join("\t"));
};
const over = (some, others) => some.map((time, turn) => time / others[turn]);
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

// What a browser needs at least: the file read in slices into the memory of a program that does the least with it.
const least = (program) => `
  const program = WebAssembly.instantiate(Uint8Array.from(atob("${program}"), (letter) => letter.charCodeAt(0)));
  const input = document.querySelector("input");
  input.addEventListener("change", async () => {
    const { memory, room, messages } = (await program).instance.exports;
    const start = performance.now(), file = input.files[0], at = room(file.size), SLICE = 1 << 24;
    for (let from = 0; from < file.size; from += SLICE) {
      const slice = await file.slice(from, from + SLICE).arrayBuffer();
      new Uint8Array(memory.buffer, at + from, slice.byteLength).set(new Uint8Array(slice));
    }
    if (messages() > 0) document.title = String(performance.now() - start);
  });`;

/** Lets a bare page with this script read the log; gives what the script says that it took, in milliseconds. */
async function bare(browser, script) {
  const page = await browser.newPage();
  await page.setContent("<input type=file>");
  await page.evaluate(script);
  await (await page.$("input")).uploadFile(log);
  await page.waitForFunction(() => Number(document.title) > 0, { polling: 50, timeout: LONG });
  const took = Number(await page.title());
  await page.close();
  return took;
}

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

/** Types a search; gives the milliseconds until something was found, and until all was counted. */
const search = (page, text) =>
  page.evaluate(async (text) => {
    const count = () => document.querySelector("[role=listbox] [role=option]")?.ariaSetSize ?? "none";
    const [input, start] = [document.getElementById("search"), performance.now()];
    let [before, first, last] = [count(), undefined, start];
    input.value = text;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    // What has not changed for so long is all.
    while (performance.now() - (first ? last : start) < (first ? 500 : 60_000)) {
      await new Promise(requestAnimationFrame);
      if (count() === before) continue;
      [before, last] = [count(), performance.now()];
      first ??= last;
    }
    return { first: first - start, all: last - start };
  }, text);

const goals = {
  async P4(browser) {
    const [ours, plains, floors] = [[], [], []];
    const script = least((await readFile(floor)).toString("base64"));
    for (let turn = 0; turn < RUNS; turn += 1) {
      const page = await ready(browser);
      ours.push(await choose(page, log));
      await page.close();
      plains.push(await bare(browser, plain));
      floors.push(await bare(browser, script));
    }
    tell("P4", "100 MB file to message list: times faster than plain JavaScript", over(plains, ours), "at-least", 2.5);
    tell("P4", "100 MB file to message list: times that of the floor", over(ours, floors), "at-most", 2);
    tell("P4", "100 MB file to message list: times that of the terminal", ours.map((time) => time / terminal), "at-most", 1.6);
  },

  async P5(browser) {
    const page = await ready(browser);
    await choose(page, large);
    const share = (await memory(page)) / (await stat(large)).size;
    tell("P5", "1 GB, in the tab: memory of the program over the size of the file", share, "at-most", 1.6);
    await page.close();
  },

  async P6(browser) {
    const folder = await mkdtemp(join(tmpdir(), "maillens-bench-"));
    const ten = join(folder, "ten.log");
    await writeFile(ten, (await readFile(log)).subarray(0, TEN));
    for (const [log, slower, most] of [[ten, 1, 50], [ten, 6, 200]]) {
      const page = await ready(browser, watch);
      await page.emulateCPUThrottling(slower);
      const task = async (doing) => {
        const [what, cpu] = [`longest task while 10 MB are ${doing}, ms (0: none over 50)`, slower > 1 ? `, CPU ${slower}x slower` : ""];
        tell("P6", what + cpu, await longest(page), "at-most", most);
      };
      await longest(page);
      await choose(page, log);
      await task("read");
      await page.click("#tab-lines");
      await page.waitForSelector("#lines [role=option]");
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
      await task("scrolled");
      await page.click("#tab-messages");
      await search(page, "host17.example");
      await task("searched");
      await page.click("#tab-overview");
      await pause(1000);
      await task("shown in the overview");
      await page.close();
    }
    await rm(folder, { recursive: true });
  },

  async P7(browser) {
    const page = await ready(browser);
    await choose(page, log);
    const [first, all] = [[], []];
    for (const text of ["accepted", "recipient", "accepted_message"]) {
      const took = await search(page, text);
      first.push(took.first);
      all.push(took.all);
    }
    tell("P7", "search over 100 MB to its first result, ms", first, "at-most", 50);
    if (rg > 0) tell("P7", "search over 100 MB to its count: times that of rg -c", all.map((time) => time / rg), "at-most", 2);
    await page.close();
  },

  async P8(browser) {
    const text = (await readFile(log)).subarray(0, TEN).toString("latin1");
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
    tell("P8", "10 MB paste taken: times faster than a textarea", over(areas, ours), "at-least", 20);
  },

  async P9(browser) {
    tell("P9", "packed page, MB", (await readFile(file)).length / 1e6, "at-most", 2);
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
    tell("P9", "opened to ready, ms", opened, "at-most", 300);
    tell("P9", "one pasted line to its explanation at once, ms", first, "at-most", 50);
    tell("P9", "one pasted line to its explanation when warm, ms", warm, "at-most", 16);
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
