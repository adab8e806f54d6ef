// What people do with more than one message: commands, mends, chosen lines, several files, comparing, learning.
import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { addressed, checkAccessible, counted, downloads, dropFile, pasteText, places, suite, texts, told } from "./harness.js";

const run = suite();
const anyPlace = places["a file"];

const refused = `\
@4000000064c13b1d36a8d2f4 info msg 330: bytes 2418 from <orders@spareparts.example> qp 5301 uid 108
@4000000064c13b1d3745cd1c starting delivery 381: msg 330 to remote ana@client.example
@4000000064c13b1e14a2f05c delivery 381: failure: 192.0.2.25_does_not_like_recipient./Remote_host_said:_550_5.1.1_User_unknown/Giving_up_on_192.0.2.25./
@4000000064c13b1e1541812c end msg 330
`;
const accepted = `\
@4000000064c13c1d36a8d2f4 info msg 340: bytes 1200 from <orders@spareparts.example> qp 5401 uid 108
@4000000064c13c1d3745cd1c starting delivery 391: msg 340 to remote ben@client.example
@4000000064c13c1e14a2f05c delivery 391: success: 192.0.2.25_accepted_message./Remote_host_said:_250_2.0.0_Ok/
@4000000064c13c1e1541812c end msg 340
`;

async function chord(page, key) {
  await page.keyboard.down("Control");
  await page.keyboard.press(key);
  await page.keyboard.up("Control");
}

/** Notes what is copied, in place of a clipboard that a test may not read. */
const clipboard = () => {
  globalThis.copied = [];
  const writeText = async (text) => void globalThis.copied.push(text);
  Object.defineProperty(navigator, "clipboard", { value: { writeText } });
};
const copied = async (page) => {
  await page.waitForFunction(() => globalThis.copied.length > 0);
  return page.evaluate(() => globalThis.copied.pop());
};
test("Ctrl+K finds every command by typing, and runs it", () =>
  run(anyPlace, {}, async (page) => {
    await chord(page, "k");
    assert.ok(await page.$eval(".palette", (dialog) => dialog.open), "before there is a log, too");
    await page.keyboard.press("Escape");
    await pasteText(page, refused + accepted);
    await told(page, ".headline .state", /ana@client/);
    await chord(page, "k");
    await told(page, "#offers", /Next problem/);
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute("role")), "combobox");
    await page.keyboard.type("theme dark");
    await told(page, "#offers [role=option][aria-selected=true]", /^Theme: dark$/);
    await checkAccessible(page);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.documentElement.dataset.theme === "dark");
    assert.ok(!(await page.$eval(".palette", (dialog) => dialog.open)));

    await chord(page, "k");
    await page.keyboard.type("3");
    await told(page, "#offers [aria-selected=true]", /^Go to line 3$/);
    await page.keyboard.press("Enter");
    await told(page, ".inspector .meanings h3", /^Line 3/);

    await chord(page, "k");
    await page.keyboard.type("ben@client");
    await page.waitForFunction(() => [...document.querySelectorAll("#offers li")].some((li) => li.textContent.startsWith("Open message ben@client.example")));
    await page.keyboard.press("Enter");
    await told(page, ".headline .state", /ben@client/);

    // A zone is found by the name that it had before as well, and stands there once.
    await chord(page, "k");
    await page.keyboard.type("calcutta");
    await told(page, "#offers", /Times in Asia\/Kolkata \(Asia\/Calcutta\)/);
    await page.keyboard.press("Escape");
    await page.focus(".times select");
    const zones = await page.$$eval(".times option", (all) => all.map((option) => option.value));
    assert.ok(zones.includes("Asia/Kolkata") && zones.includes("Europe/Kyiv"));
    assert.ok(!zones.includes("Asia/Calcutta") && !zones.includes("Europe/Kiev"));
    assert.equal(new Set(zones).size, zones.length);

    await chord(page, "k");
    await page.keyboard.type("new york");
    await page.keyboard.press("Enter");
    await told(page, ".sentence time", /11:30:/);
    // Arrows go through all rows and round.
    await chord(page, "k");
    await page.keyboard.press("ArrowUp");
    const last = await page.$$eval("#offers li", (all) => all.findIndex((li) => li.ariaSelected === "true") - all.length);
    assert.equal(last, -1);
    assert.equal(await page.$eval(".palette [role=combobox]", (input) => document.getElementById(input.getAttribute("aria-activedescendant")).ariaSelected), "true");
  }));

test("a log that names no zone is first said to be written in one, then shown in one", () =>
  run(anyPlace, {}, async (page) => {
    await pasteText(page, "Nov 21 09:14:03 mail postfix/smtp[1201]: 3F1A8C2D: to=<ana@client.example>, relay=none, delay=1, delays=1/0/0/0, dsn=4.4.1, status=deferred (connect to mx.client.example[203.0.113.25]:25: Connection timed out)\n");
    await told(page, ".headline .state", /ana@client/);
    await chord(page, "k");
    await page.keyboard.type("paris");
    await told(page, "#offers [aria-selected=true]", /^The log was written in Europe\/Paris/);
    await told(page, "#offers", /Times in Europe\/Paris/);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector(".assumed select")?.value === "Europe/Paris");
  }));

test("every key of the sheet is in the palette, and no single key works while it is open", () =>
  run(anyPlace, {}, async (page) => {
    await pasteText(page, refused + accepted + "no log line\n");
    await told(page, ".headline .state", /ana@client/);
    await page.keyboard.press("2");
    await told(page, "#lines", /info msg/);
    await chord(page, "k");
    const offered = new Set(await texts(page, "#offers kbd"));
    const keys = await page.$$eval(".sheet:not(.palette) dl:first-of-type dt", (all) => all.map((dt) => dt.textContent));
    assert.ok(keys.length > 10);
    assert.deepEqual(keys.filter((key) => !offered.has(key)), []);
    await page.keyboard.press("?");
    assert.ok(await page.$eval(".palette", (dialog) => dialog.open));
  }));

test("what the ticket did is undone, said, and can be left as it was", () =>
  run(anyPlace, {}, async (page) => {
    await pasteText(page, refused.replaceAll(/^/gmu, "> ").replace(/> $/u, ""));
    await told(page, ".headline .state", /ana@client/);
    await told(page, ".mends summary", /^4 lines were repaired$/);
    assert.match(await page.$eval(".mends ul", (list) => list.textContent), /of a quote removed in 4/u);
    assert.ok((await texts(page, ".log-line .mended")).every((text) => text.includes("of a quote removed")));
    assert.match((await texts(page, ".log-line .text"))[0], /^> @/u, "what was pasted is what is shown");
    await page.click("#mend");
    // A reply that is quoted is known even where nothing was mended.
    await told(page, ".meter", /^3 not read/);
    await addressed(page, /mend=off/);
    await page.click("#mend");
    await told(page, ".meter", /^all read$/);
  }));

test("a broken line says that it was joined, and its piece leads to it", () =>
  run(anyPlace, {}, async (page) => {
    // Cut at 80 characters, as a ticket system does: three lines, each in two pieces.
    const wrapped = refused.replaceAll(/.{80}(?=.)/gu, "$&\n");
    await pasteText(page, wrapped);
    await told(page, ".mends summary", /^6 lines were repaired$/);
    await page.keyboard.press("2");
    await told(page, "#lines .row:nth-child(4) .says", /rest of line 3/);
    await page.click("#lines .row:nth-child(4)");
    await told(page, ".inspector .meanings h3", /^Line 4/);
    await told(page, ".inspector .mended", /a broken line joined/);
    await page.click(".inspector .mended button");
    await told(page, ".inspector .meanings h3", /^Line 3/);
  }));

test("lines are chosen together with Shift and Ctrl, and copied in every form", () =>
  run(anyPlace, { prepare: clipboard }, async (page) => {
    await pasteText(page, refused + accepted);
    await told(page, ".headline .state", /ana@client/);
    await page.keyboard.press("2");
    await told(page, "#lines", /info msg/);
    await page.focus("#lines");
    await page.keyboard.press("Home");
    await page.waitForFunction(() => document.querySelector("#lines .at")?.ariaPosInSet === "1");
    await page.keyboard.down("Shift");
    for (const place of ["2", "3"]) {
      await page.keyboard.press("ArrowDown");
      await page.waitForFunction((place) => document.querySelector("#lines .at")?.ariaPosInSet === place, {}, place);
    }
    await page.keyboard.up("Shift");
    await counted(page, "#lines [aria-selected=true]", 3);
    await told(page, ".together", /^3 lines chosen/);
    await page.keyboard.press("c");
    assert.equal(await copied(page), refused.split("\n").slice(0, 3).join("\n") + "\n");
    await told(page, ".toast", /^Copied 3 lines\.$/);
    await page.keyboard.down("Control");
    await page.click("#lines .row:nth-child(2)");
    await page.click("#lines .row:nth-child(8)");
    await page.keyboard.up("Control");
    await told(page, ".together", /^3 lines chosen/);
    await checkAccessible(page);
    await page.click(".together .menu summary");
    await page.evaluate(() => [...document.querySelectorAll(".together .menu button")].find((button) => button.textContent === "With meanings").click());
    const text = await copied(page);
    const [first, meaning] = text.split("\n");
    assert.equal(first, refused.split("\n")[0]);
    assert.match(meaning, /^ {4}\S.*\.$/u);
    assert.ok(text.includes("end msg 340") && !text.includes("starting delivery 381"));
    await page.evaluate(() => [...document.querySelectorAll(".together .menu button")].find((button) => button.textContent === "As Markdown").click());
    assert.match(await copied(page), /^```[^]*end msg 340[^]*```[^]*- Line 8: /u);
    await page.evaluate(() => [...document.querySelectorAll(".together .menu button")].find((button) => button.textContent === "As JSON").click());
    assert.deepEqual(JSON.parse(await copied(page)).map(({ line }) => line), [1, 3, 8]);
  }));

test("long lines wrap at a key, and the search walks through the lines that match", () =>
  run(anyPlace, {}, async (page) => {
    await pasteText(page, refused + accepted);
    await told(page, ".headline .state", /ana@client/);
    await page.keyboard.press("2");
    await told(page, "#lines", /info msg/);
    const height = () => page.$eval("#lines .row", (row) => row.offsetHeight);
    const before = await height();
    await page.keyboard.press("w");
    await page.waitForFunction((before) => document.querySelector("#lines .row").offsetHeight > before, {}, before);
    await page.keyboard.press("/");
    await page.keyboard.type("delivery");
    await told(page, ".found", /^4 lines$/);
    const at = (line) => page.waitForFunction((line) => document.querySelector(".inspector .meanings h3")?.textContent.startsWith(`Line ${line}`), {}, line);
    // Where the message that was chosen is told.
    await at(3);
    for (const line of [6, 7, 2, 3, 6]) {
      await page.keyboard.press("Enter");
      await at(line);
    }
    await page.click(".options label:nth-of-type(4) input");
    await page.waitForFunction(() => document.querySelector("#lines [role=option]")?.ariaSetSize === "4");
    await page.focus("#search");
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.querySelector("#lines [role=option]")?.ariaSetSize === "8");
  }));

test("lines that were not read make a sample to report them with, with nothing of anybody in it", () =>
  run(anyPlace, { prepare: clipboard }, async (page) => {
    await pasteText(page, `${refused}Nov 21 19:09:33 mail frobd[5448]: frob 17 of eva@private.example from 198.18.0.7\n`);
    await told(page, ".meter", /^1 not read/);
    await page.click(".meter");
    await told(page, ".options", /Copy a redacted sample/);
    await page.evaluate(() => [...document.querySelectorAll(".options button")].find((button) => button.textContent.startsWith("Copy a redacted")).click());
    const sample = await told(page, "dialog[open] pre", /frobd/);
    assert.match(sample, /^Nov 21 19:09:33 .* frobd\[5448\]: frob 17 of .* from .*\n$/u);
    assert.doesNotMatch(sample, /eva@|private\.example|198\.18/u);
    await checkAccessible(page);
    await page.click("dialog[open] button[type=button]");
    assert.equal(await copied(page), sample);
  }));

test("a message and the whole report leave as text, Markdown, JSON and CSV", () =>
  run(anyPlace, { prepare: `(${clipboard})(); (${downloads})();` }, async (page) => {
    await pasteText(page, refused + accepted);
    await told(page, ".headline .state", /ana@client/);
    const press = (menu, name) =>
      page.evaluate((menu, name) => [...document.querySelectorAll(`${menu} button`)].find((button) => button.textContent === name).click(), menu, name);
    await press(".headline .menu", "As text");
    assert.match(await copied(page), /ana@client\.example/u);
    await press(".headline .menu", "As Markdown");
    assert.match(await copied(page), /^## /u);
    await press(".headline .menu", "As JSON");
    assert.equal(JSON.parse(await copied(page)).traces.length, 1);
    await press(".headline .menu", "Its attempts as CSV");
    assert.match(await copied(page), /^trace,type,[^]*ana@client\.example/u);
    for (const [name, file] of [["As Markdown", "maillens.md"], ["As JSON", "maillens.json"], ["Delivery attempts as CSV", "maillens.csv"]]) {
      await press(".bar .menu", name);
      await page.waitForFunction((file) => globalThis.saved.some(([name]) => name === file), {}, file);
    }
    const saved = Object.fromEntries(await page.evaluate(() => globalThis.saved));
    assert.equal(JSON.parse(saved["maillens.json"]).lines.length, 8);
    assert.equal(saved["maillens.csv"].trim().split("\r\n").length, 3);
    assert.match(saved["maillens.md"], /ana@client[^]*ben@client/u);
    await told(page, ".toast", /^Saved the report of 2 messages as maillens\.csv\.$/);
  }));

test("what a step asked for is added to the log, and can be read alone", () =>
  run(anyPlace, {}, async (page) => {
    const waits = refused.replace(/failure: .*/u, "deferral: Connected_to_192.0.2.25_but_greeting_failed./");
    await pasteText(page, waits);
    await told(page, ".counts", /^4 lines/);
    await page.waitForSelector(".command .copy");
    await page.click(".command .copy");
    await pasteText(page, accepted);
    await told(page, ".counts", /^8 lines/);
    await told(page, "p.assumed", /This was added to “Pasted text”/);
    const press = (label) =>
      page.evaluate((label) => [...document.querySelectorAll(".assumed button")].find((one) => one.textContent === label).click(), label);
    await press("Read it alone instead");
    await told(page, ".counts", /^4 lines/);
    await told(page, ".headline .state", /ben@client/);
    // Asked once, added once.
    await pasteText(page, refused);
    await told(page, "p.assumed", /This replaced/);
    await told(page, ".counts", /^4 lines/);
  }));

test("a second log can be read together with the first, and each can be hidden", () =>
  run(anyPlace, {}, async (page) => {
    await dropFile(page, "second", accepted);
    await told(page, ".source", /^second$/);
    await dropFile(page, "first", refused);
    await told(page, ".source", /^first$/);
    await page.evaluate(() => [...document.querySelectorAll(".assumed button")].find((button) => button.textContent === "Read both together instead").click());
    await told(page, ".counts", /^8 lines/);
    // In the order of their times, whatever came first.
    assert.deepEqual(await texts(page, ".sources label"), ["first4 lines", "second4 lines"]);
    await told(page, ".headline", /In first/);
    await checkAccessible(page);
    await page.click(".sources label:nth-of-type(1) input");
    await counted(page, "#messages [role=option]", 1);
    await told(page, ".headline .state", /ben@client/);
    await page.keyboard.press("Escape");
    await page.click("#tab-lines");
    await page.waitForFunction(() => document.querySelector("#lines [role=option]")?.ariaSetSize === "4");
    assert.match(await told(page, "#lines .line-number", /\d/), /^5$/u);
    await page.click(".sources label:nth-of-type(1) input");
    await page.waitForFunction(() => document.querySelector("#lines [role=option]")?.ariaSetSize === "8");
  }));

test("rotated files are read as they are: in any order, compressed, and of several streams", () =>
  run(anyPlace, {}, async (page) => {
    const [head, tail] = [refused.slice(0, 150), refused.slice(150)];
    const gzip = Buffer.concat([gzipSync(head), gzipSync(tail)]);
    const files = [["current", accepted], ["@4000000064c13b1f00000000.s.gz", gzip]];
    await page.evaluate((files) => {
      const data = new DataTransfer();
      for (const [name, base64] of files) data.items.add(new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], name));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true, composed: true }));
    }, files.map(([name, content]) => [name, Buffer.from(content).toString("base64")]));
    await told(page, ".counts", /^8 lines/);
    await told(page, ".meter", /^all read$/);
    assert.deepEqual(await texts(page, ".sources label"), ["@4000000064c13b1f00000000.s.gz4 lines", "current4 lines"]);
    // One that breaks off is said to, and what was on screen stays.
    await dropFile(page, "broken.gz", gzip.subarray(0, gzip.length - 12));
    await told(page, ".trouble", /damaged, or not complete/);
    assert.match(await page.$eval(".counts", (element) => element.textContent), /^8 lines/u);
  }));

for (const width of [360, 1440]) {
  test(`two deliveries side by side: the first difference is marked and said, ${width} px`, () =>
    run(anyPlace, { size: { width } }, async (page) => {
      await pasteText(page, refused + accepted);
      await told(page, ".headline .state", /ana@client/);
      await page.evaluate(() => [...document.querySelectorAll(".headline-tools button")].find((button) => button.textContent.startsWith("Compare")).click());
      await told(page, ".story", /Now choose the other one/);
      await page.evaluate(() => document.activeElement.blur());
      await page.keyboard.press("j");
      const said = await told(page, ".difference", /The first difference is at step \d/);
      assert.match(said, /ana@client\.example: .*ben@client\.example: /u);
      const [, step] = /at step (\d+)/u.exec(said);
      assert.equal(await page.$eval("tr.first th", (cell) => cell.textContent.trim().split(" ")[0]), step);
      await counted(page, "tr.first", 1);
      const cells = await texts(page, "tr.first td");
      assert.match(cells[0], /550|User unknown|ana@client/u);
      assert.notEqual(cells[0], cells[1]);
      assert.ok((await page.$$("tbody tr:not(.differs)")).length > 0, "what is alike stands side by side");
      await checkAccessible(page);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing sticks out");
      await page.click(".compare-head button");
      await told(page, ".headline .state", /ben@client/);
    }));

  test(`the lesson goes through the lines of the log, one of each kind, and leads back to them, ${width} px`, () =>
    run(anyPlace, { size: { width } }, async (page) => {
      await pasteText(page, refused + refused);
      await told(page, ".headline .state", /ana@client/);
      await chord(page, "k");
      await page.keyboard.type("trainee");
      await page.keyboard.press("Enter");
      const kinds = /Line 1 of (\d+)/u.exec(await told(page, ".lesson-tools", /Line 1 of \d+/))[1];
      assert.ok(Number(kinds) < (refused + refused).split("\n").length - 1, "the second of a kind teaches nothing new");
      assert.equal(await told(page, ".lesson-line", /\S/), refused.split("\n")[0]);
      await page.focus("#lesson-show");
      await page.keyboard.press("Enter");
      await told(page, ".answer", /\S.*\.$/);
      await checkAccessible(page);
      await page.evaluate(() => document.querySelector(".answer + p button:last-of-type").click());
      await told(page, ".inspector .meanings h3", /^Line 1/);
    }));

  test(`the lesson shows a line, then what it says, ${width} px`, () =>
    run(anyPlace, { size: { width } }, async (page) => {
      await page.click(".learn button");
      await told(page, ".lesson-tools", /Line 1 of \d+/);
      const line = await told(page, ".lesson-line", /\S/);
      assert.equal(await page.$(".answer"), null, "nothing is told before the guess");
      await checkAccessible(page);
      await page.focus("#lesson-show");
      await page.keyboard.press("Enter");
      await told(page, ".answer", /\S.*\.$/);
      assert.equal(await page.$eval(".lesson .log-line .text", (text) => text.textContent), line);
      assert.ok((await page.$$(".meanings dt")).length > 0);
      await counted(page, ".lesson .flow li", 7);
      await checkAccessible(page);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing sticks out");
      assert.ok(await page.$eval(".answer", (told) => told.scrollWidth <= told.clientWidth), "nor does a long address");
      await page.waitForFunction(() => document.activeElement?.id === "lesson-knew");
      await page.keyboard.press("Enter");
      await told(page, ".lesson-tools", /Line 2 of \d+, 1 of 1 known/);
      await page.select("#lesson-about", await page.$eval("#lesson-about option:last-of-type", (option) => option.value));
      await told(page, ".lesson-tools", /Line 1 of \d+(?!.*known)/);
      assert.notEqual(await told(page, ".lesson-line", /\S/), line);
      await page.click(".lesson .section-head button");
      await page.waitForSelector("#paste");
    }));
}

test("a message that still waits shows when it is tried again and when the server gives up", () =>
  run(anyPlace, { size: { width: 1440 } }, async (page) => {
    const waiting = `\
@4000000064c13b1d00000000 new msg 350
@4000000064c13b1d10000000 info msg 350: bytes 900 from <orders@spareparts.example> qp 5501 uid 108
@4000000064c13b1d20000000 starting delivery 401: msg 350 to remote carl@client.example
@4000000064c13b1e00000000 delivery 401: deferral: Connected_to_192.0.2.25_but_greeting_failed./Remote_host_said:_421_too_many_connections/
`;
    await pasteText(page, refused + accepted + waiting);
    await told(page, ".headline .state", /ana@client/);
    assert.equal(await page.$(".timeline"), null, "what is over has no plan");
    await page.keyboard.press("e");
    await told(page, ".headline .state", /carl@client/);
    // 20 squared is 400 seconds after 15:26:11; a week later it is over.
    await told(page, ".timeline figcaption", /next attempt comes at about 2023-07-26 15:32 UTC.*gives up at about 2023-08-02 .* UTC/);
    assert.match(await told(page, ".steps", /tries again/), /at about 2023-07-26 15:32 UTC/, "and says so in words");
    const marks = await page.$$eval(".lane .mark", (all) => all.map((mark) => [mark.classList.contains("planned"), mark.getBoundingClientRect().left]));
    assert.deepEqual(marks.map(([planned]) => planned).sort(), [false, true, true]);
    const now = marks.find(([planned]) => !planned)[1];
    assert.ok(marks.every(([planned, left]) => !planned || left > now + 100), "the future is behind the present");
  }));
