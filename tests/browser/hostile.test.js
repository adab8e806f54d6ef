// Logs that were made to do harm, in a real browser: nothing of them is executed, the page stays alive,
// and what cannot be read is said in plain words while the log on screen stays.
import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { dropFile, pasteText, places, suite, told } from "./harness.js";

const run = suite();
const place = places["a file"];

const known = "@4000000064c12d0636a8f9c4 info msg 7: bytes 9 from <ana@client.example> qp 1 uid 1\n";

/** Drops a file that is too large to be sent to the page: `make` makes its parts there. */
async function dropMade(page, name, make) {
  const parts = await page.evaluateHandle(make);
  await page.evaluate(
    (name, parts) => {
      const data = new DataTransfer();
      data.items.add(new File(parts, name));
      for (const type of ["dragenter", "dragover", "drop"]) {
        const drop = { dataTransfer: data, bubbles: true, cancelable: true, composed: true };
        document.body.dispatchEvent(new DragEvent(type, drop));
      }
    },
    name,
    parts,
  );
}

/** The page answers: a click on the tab of the lines shows lines. */
async function alive(page) {
  await page.click("#tab-lines");
  await page.waitForSelector("#lines [role=option] .text", { timeout: 60_000 });
}

test("what a log holds is text, whatever it looks like", () =>
  run(place, {}, async (page) => {
    const who = "<script>hit=1</script><img/src=x/onerror=hit=2>@b.example";
    const log =
      `@4000000064c12d0636a8f9c5 info msg 1: bytes 9 from <${who}> qp 1 uid 1\n` +
      "@4000000064c12d0636a8f9c6 starting delivery 1: msg 1 to remote javascript:hit=3@b.example\n" +
      "@4000000064c12d0636a8f9c7 delivery 1: failure: =HYPERLINK(\"https://b.example\")_<svg/onload=hit=4>/\n" +
      "<iframe src='javascript:parent.hit=5'></iframe>\n</code></script><style>*{display:none}</style>\n";
    await pasteText(page, log);
    await told(page, ".headline .state", /b\.example/);
    const story = await page.$eval(".story", (story) => story.textContent);
    assert.ok(story.includes("<script>hit=1</script>") && story.includes("<svg/onload=hit=4>"));
    await alive(page);
    await told(page, "#lines", /<\/code><\/script><style>/);
    assert.deepEqual(
      await page.evaluate(() => [globalThis.hit ?? "nothing ran", document.querySelectorAll("main :is(script, img, iframe, style)").length]),
      ["nothing ran", 0],
    );
  }));

test("marks of writing from right to left move nothing but their own part", () =>
  run(place, {}, async (page) => {
    // U+202E turns round all that follows it, to the end of what it stands in.
    await pasteText(page, known.replace("ana@", "a\u202E\u2067\u200Bna\u05D0@"));
    await told(page, ".counts", /1 line/);
    await alive(page);
    const lefts = await page.$$eval("#lines [role=option]:first-child .token", (tokens) =>
      tokens.map((token) => token.getBoundingClientRect()).map(({ left, top }) => [top, left]),
    );
    assert.ok(lefts.length > 4);
    for (const [i, [top, left]] of lefts.slice(1).entries()) {
      assert.ok(top > lefts[i][0] + 9 || left > lefts[i][1], `each part stands after the one before it: ${JSON.stringify(lefts)}`);
    }
    assert.ok((await page.$eval("#lines .text", (line) => line.textContent)).includes("a\u202E\u2067\u200Bna\u05D0@"));
  }));

test("what is said of a line names what nobody sees in it", () =>
  run(place, {}, async (page) => {
    const hidden = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/u;
    await pasteText(
      page,
      known.replace("ana@", "a\u202E\u200Bna@") +
        "@4000000064c12d0736a8f9c4 starting delivery 1: msg 7 to remote b\u2067\u200Ben@b.example\n" +
        "@4000000064c12d0836a8f9c4 delivery 1: failure: Remote_host_said:_550_5.1.1_no\u202E_such_user/\n",
    );
    await told(page, ".headline .state", /b⟨U\+2067⟩⟨U\+200B⟩en@b\.example/);
    await told(page, ".told", /a⟨U\+202E⟩⟨U\+200B⟩na@.*no⟨U\+202E⟩ such user/s);
    await told(page, "#messages", /U\+2067/);
    for (const selector of [".headline", ".told", "#messages"]) {
      assert.doesNotMatch(await page.$eval(selector, (element) => element.textContent), hidden, selector);
    }
    await page.click("#tab-reply");
    await told(page, ".letter", /b⟨U\+2067⟩⟨U\+200B⟩en@b\.example/);
    assert.doesNotMatch(await page.$eval(".letter", (letter) => letter.textContent), hidden);
  }));

const large = {
  "one line of 20 MB": [() => ["x".repeat(20 << 20)], /1 line/],
  "a million empty lines": [() => ["\n".repeat(1_000_000)], /1,000,000 lines/],
  "two lines of nothing but quotes": [() => ["> ".repeat(4 << 20), "\n", ">".repeat(4 << 20)], /2 lines/],
  "containers in containers": [() => ["a-1 | ".repeat(1 << 20)], /1 line/],
  "an entry of the journal without end": [() => ["__CURSOR=a\n", "MESSAGE=a\n".repeat(200_000)], /200,001 lines/],
  "200,000 tiny messages": [
    () =>
      Array.from(
        { length: 200_000 },
        (_, i) => `@4000000064c12d0636a8f9c4 new msg ${i}\n@4000000064c12d0636a8f9c4 end msg ${i}\n`,
      ),
    /400,000 lines/,
  ],
  "a message to 20,000 people": [
    () => [
      "@4000000064c12d0636a8f9c4 new msg 1\n",
      ...Array.from(
        { length: 20_000 },
        (_, i) =>
          `@4000000064c12d0636a8f9c4 starting delivery ${i}: msg 1 to remote a${i}@b.example\n@4000000064c12d0636a8f9c4 delivery ${i}: success: ok/\n`,
      ),
    ],
    /40,001 lines/,
  ],
  "bytes that are no text": [
    () => {
      let state = 1;
      return [Uint8Array.from({ length: 4 << 20 }, () => (state = (state * 48271) % 2147483647) & 255)];
    },
    /lines/,
  ],
};
for (const [name, [make, counts]] of Object.entries(large)) {
  test(`the page stays alive with ${name}`, () =>
    run(place, {}, async (page) => {
      await dropMade(page, "current", make);
      await told(page, ".counts", counts);
      await alive(page);
      const longest = await page.$$eval(".text", (all) => Math.max(...all.map((text) => text.textContent.length)));
      assert.ok(longest < 70_000, `${longest} characters of one line are drawn`);
      // And the next log is read as ever.
      await pasteText(page, known);
      await told(page, ".counts", /^1 line/);
    }));
}

test("a search that would try everything ends", () =>
  run(place, {}, async (page) => {
    await pasteText(page, known.replace("ana", "a".repeat(50_000)).repeat(20));
    await told(page, ".counts", /20 lines/);
    for (const query of ["/(a+)+$/", "(a|aa)*b", "/[/"]) {
      await page.$eval("input[type=search]", (field) => (field.value = ""));
      await page.type("input[type=search]", query);
      await told(page, ".found", /\S/);
    }
    await alive(page);
  }));

test("rotated logs that were compressed one by one and put together are read whole", () =>
  run(place, {}, async (page) => {
    await dropFile(page, "current.gz", Buffer.concat([known, known, known].map((text) => gzipSync(text))));
    await told(page, ".counts", /^3 lines/);
  }));

const broken = {
  "ends too early": [(gzip) => gzip.subarray(0, gzip.length / 2), /not complete/],
  "is damaged": [(gzip) => gzip.map((byte, at) => (at === 40 ? byte ^ 255 : byte)), /damaged/],
  "is followed by something else": [(gzip) => Buffer.concat([gzip, Buffer.from("no gzip at all")]), /damaged/],
};
for (const [name, [harm, says]] of Object.entries(broken)) {
  test(`a compressed file that ${name} is said to be, and the log on screen stays`, () =>
    run(place, {}, async (page) => {
      await pasteText(page, known);
      await told(page, ".counts", /^1 line/);
      await dropFile(page, "current.gz", harm(gzipSync(Array.from({ length: 5_000 }, (_, i) => `new msg ${i}\n`).join(""))));
      await told(page, "[role=alert]", says);
      assert.match(await page.$eval(".counts", (counts) => counts.textContent), /^1 line/u);
      await alive(page);
    }));
}

test("a compressed file of a thousand times its size is a long log", () =>
  run(place, {}, async (page) => {
    await dropFile(page, "current.gz", Buffer.concat(Array(16).fill(gzipSync(Buffer.alloc(1 << 20, "\n")))));
    await told(page, ".counts", /16,777,216 lines/);
    await alive(page);
  }));

test("a file that no tab can hold is told with the command that cuts it down, and the log on screen stays", () =>
  run(place, {}, async (page) => {
    await pasteText(page, known);
    await told(page, ".counts", /^1 line/);
    // Many times the same 16 MB, which the browser keeps once.
    await dropMade(page, "current", () => Array(240).fill(new Blob(["x".repeat(16 << 20)])));
    await told(page, "[role=alert]", /about 3\.5 GB.*grep -F.*tail -c/);
    assert.match(await page.$eval(".counts", (counts) => counts.textContent), /^1 line/u);
    await alive(page);
  }));

/** A worker that stops on the next log when `globalThis.starve` is set. */
const starving = () => {
  const Real = globalThis.Worker;
  globalThis.Worker = class extends Real {
    postMessage(data, transfer) {
      const stop = () => this.dispatchEvent(new ErrorEvent("error", { message: "memory" }));
      if (globalThis.starve && Array.isArray(data)) setTimeout(stop, 50);
      else super.postMessage(data, transfer);
    }
  };
};

test("a worker that runs out of memory is told, and the log on screen stays", () =>
  run(place, { prepare: starving }, async (page) => {
    await pasteText(page, known);
    await told(page, ".counts", /^1 line/);
    await page.evaluate(() => void (globalThis.starve = true));
    await pasteText(page, known + known);
    await told(page, "[role=alert]", /ran out of memory.*grep -F/);
    await page.evaluate(() => void (globalThis.starve = false));
    assert.match(await page.$eval(".counts", (counts) => counts.textContent), /^1 line/u);
    await alive(page);
  }));
