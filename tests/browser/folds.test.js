// Lines without a problem fold into one row, which opens by mouse and by keyboard; nothing is lost in it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addressed, checkAccessible, counted, pasteText, places, suite, told } from "./harness.js";

const run = suite();
const anyPlace = places["a file"];

const refused = `\
@4000000064c13b1d36a8b3b4 new msg 574692330
@4000000064c13b1d36a8d2f4 info msg 574692330: bytes 2418 from <orders@spareparts.example> qp 5301 uid 108
@4000000064c13b1d3745cd1c starting delivery 381: msg 574692330 to remote ana@client.example
@4000000064c13b1e14a2f05c delivery 381: failure: 192.0.2.25_does_not_like_recipient./Remote_host_said:_550_5.1.1_User_unknown/Giving_up_on_192.0.2.25./
@4000000064c13b1e1541812c end msg 574692330
`;

/** Messages that were delivered, four lines each. */
const delivered = (count, from = 1) =>
  Array.from({ length: count }, (_, i) => {
    const n = i + from;
    return [`info msg ${n}: bytes 1 from <a@a.example> qp 1 uid 1`, `starting delivery ${n}: msg ${n} to local to${n}@b.example`, `delivery ${n}: success: did_1+0+0/`, `end msg ${n}`]
      .map((text) => `@40000000${(0x64c13b1d + n).toString(16)}00000000 ${text}\n`)
      .join("");
  }).join("");

/** 40 lines, 5 of a message that failed, 8, 1 that nobody knows. */
const log = delivered(10) + refused + delivered(2, 11) + "no line of a log\n";

const rows = (page, count) =>
  page.waitForFunction((count) => document.querySelector("#lines [role=option]")?.ariaSetSize === String(count), { timeout: 10_000 }, count);
const chosen = (page, pattern) => told(page, "#lines .row.at", pattern);

async function folded(page) {
  await pasteText(page, log);
  await told(page, ".headline .state", /ana@client/);
  await page.click("#tab-lines");
  await rows(page, 54);
  await page.keyboard.press("z");
  await rows(page, 7 + 1);
}

test("lines without a problem are one row, which the arrow keys open and close", () =>
  run(anyPlace, {}, async (page) => {
    await folded(page);
    await counted(page, "#lines .fold", 2);
    await page.focus("#lines");
    await page.keyboard.press("Home");
    await chosen(page, /40 lines without a problem.*1\u{2013}40/);
    await page.keyboard.press("ArrowRight");
    await rows(page, 48);
    await chosen(page, /40 lines without a problem, listed below/);
    await page.keyboard.press("ArrowDown");
    await chosen(page, /info msg 1:/);
    await page.keyboard.press("ArrowLeft");
    await rows(page, 8);
    await chosen(page, /40 lines without a problem, folded/);
    // And so does the mouse.
    await page.click("#lines .fold");
    await rows(page, 48);
    assert.match(await addressed(page, /fold=on/), /tab=lines/u);
  }));

test("a line that is looked for is never left folded", () =>
  run(anyPlace, {}, async (page) => {
    await folded(page);
    await page.click("#tab-messages");
    await page.waitForSelector("#messages [role=option]");
    await page.keyboard.press("/");
    await page.keyboard.type("to7@b.example");
    await told(page, ".headline .state", /to7@b\.example/);
    await page.click("#tab-lines");
    // It matches the search, so it stands for itself, and the lines before and after it are folded.
    await told(page, "#lines", /23 lines without a problem|24 lines without a problem|25 lines without a problem/);
    await page.evaluate(() => document.querySelector("input[type=search]").focus());
    await page.keyboard.press("Escape");
    await rows(page, 48);
    await chosen(page, /msg 7|delivery 7/);
  }));

test("what is copied of a folded row is its lines", () =>
  run(anyPlace, { prepare: () => {
    globalThis.copied = [];
    const writeText = async (text) => void globalThis.copied.push(text);
    Object.defineProperty(navigator, "clipboard", { value: { writeText } });
  } }, async (page) => {
    await folded(page);
    await page.focus("#lines");
    await page.keyboard.press("Home");
    await chosen(page, /40 lines/);
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press("c");
    await told(page, ".toast", /Copied/);
    const [text] = await page.evaluate(() => globalThis.copied);
    assert.equal(text.trim().split("\n").length, 40);
  }));

for (const scheme of ["light", "dark"]) {
  for (const width of [360, 1440]) {
    test(`folded lines have no fault that axe knows, ${scheme}, ${width} px`, () =>
      run(anyPlace, { scheme, size: { width } }, async (page) => {
        await folded(page);
        await checkAccessible(page);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing sticks out");
      }));
  }
}

test("between reading and listing nothing is said of a log that has messages", () =>
  run(anyPlace, { prepare: () => {
    globalThis.said = new Set();
    const note = () => {
      const heading = document.querySelector("#verdict")?.textContent;
      if (heading) globalThis.said.add(heading);
      globalThis.said.add(document.title);
    };
    addEventListener("DOMContentLoaded", () => new MutationObserver(note).observe(document, { subtree: true, childList: true, characterData: true }));
  } }, async (page) => {
    await pasteText(page, refused + delivered(3_000));
    await told(page, ".headline .state", /ana@client/);
    const said = await page.evaluate(() => [...globalThis.said].join("|"));
    assert.match(said, /does not exist/u);
    assert.doesNotMatch(said, /None of these lines/u);
  }));

test("in the reply no label touches the field above it", () =>
  run(anyPlace, { size: { width: 1440, height: 900 } }, async (page) => {
    await pasteText(page, refused);
    await told(page, ".headline .state", /ana@client/);
    await page.click("#tab-reply");
    const gap = await page.waitForSelector("#signature").then((field) =>
      field.evaluate((field) => field.closest("label").nextElementSibling.getBoundingClientRect().top - field.getBoundingClientRect().bottom));
    assert.ok(gap >= 4, `${gap} px`);
  }));
