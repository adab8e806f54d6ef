// What people do on the page: paste, read, point, step with keys, drop, search, and paste again.
import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { addressed, checkAccessible, chromium, counted, dropFile, pasteText, places, suite, texts, told } from "./harness.js";

const run = suite();
const anyPlace = places["a file"];

const refused = `\
@4000000064c13b1d36a8b3b4 new msg 574692330
@4000000064c13b1d36a8d2f4 info msg 574692330: bytes 2418 from <orders@spareparts.example> qp 5301 uid 108
@4000000064c13b1d3745cd1c starting delivery 381: msg 574692330 to remote ana@client.example
@4000000064c13b1d3745d4ec status: local 0/10 remote 1/255
@4000000064c13b1e14a2f05c delivery 381: failure: 192.0.2.25_does_not_like_recipient./Remote_host_said:_550_5.1.1_User_unknown/Giving_up_on_192.0.2.25./
@4000000064c13b1e14a2f82c status: local 0/10 remote 0/255
@4000000064c13b1e1541812c end msg 574692330
`;

/** A log of `count` messages that were delivered here, four lines each. */
const delivered = (count) =>
  Array.from({ length: count }, (_, i) => {
    const stamp = `@40000000${(0x64c13b1d + i).toString(16)}00000000`;
    return [
      `info msg ${i + 1}: bytes 1000 from <from${i}@a.example> qp 1 uid 1`,
      `starting delivery ${i + 1}: msg ${i + 1} to local to${i}@b.example`,
      `delivery ${i + 1}: success: did_1+0+0/`,
      `end msg ${i + 1}`,
    ].map((text) => `${stamp} ${text}\n`).join("");
  }).join("");

for (const [name, place] of Object.entries(places)) {
  test(`a pasted log is told at once, ${name}`, () =>
    run(place, {}, async (page) => {
      await pasteText(page, refused);
      await told(page, ".headline .state", /ana@client\.example/);
      assert.equal(await page.$eval(".headline", (element) => element.dataset.outcome), "failed");
      assert.match(await page.$eval(".facts", (element) => element.textContent), /7 lines.*1 failed.*all read/u);
      const strip = await texts(page, ".strip li");
      assert.ok(strip.some((station) => station === "Their server: stopped here"), strip.join("; "));
      assert.ok((await texts(page, ".sentence")).length > 2);
      await counted(page, ".log .log-line", 5); // the status lines belong to no message
    }));
}

test("a dropped file, and one that is compressed, read the same", () =>
  run(anyPlace, {}, async (page) => {
    await dropFile(page, "current", refused);
    await told(page, ".source", /^current$/);
    const headline = await told(page, ".headline .state", /ana@client/);
    await dropFile(page, "current.gz", gzipSync(refused));
    await told(page, ".source", /^current\.gz$/);
    assert.equal(await told(page, ".headline .state", /ana@client/), headline);
  }));

test("the newest paste wins, whatever came before it", () =>
  run(anyPlace, {}, async (page) => {
    const large = delivered(20_000);
    await pasteText(page, large);
    await pasteText(page, refused);
    await told(page, ".headline .state", /ana@client/);
    await page.evaluate(() => new Promise((done) => setTimeout(done, 500)));
    assert.match(await page.$eval(".counts", (element) => element.textContent), /^7 lines/u);
    // And over a log that is on screen.
    await pasteText(page, delivered(1));
    await told(page, ".counts", /^4 lines/);
    assert.equal(await page.$eval(".headline", (element) => element.dataset.outcome), "delivered");
  }));

test("text that is no log is shown, and counted apart", () =>
  run(anyPlace, {}, async (page) => {
    await pasteText(page, "Dear support,\n\nmy mail is <b>gone</b>.\n");
    await told(page, "#verdict", /no lines of a mail log/);
    assert.match((await texts(page, ".log .text")).join("|"), /Dear support,.*<b>gone<\/b>/u);
  }));

test("every part of a line says its meaning to the keyboard, in place and in the list", () =>
  run(anyPlace, {}, async (page) => {
    await pasteText(page, refused);
    await told(page, ".headline .state", /ana@client/);
    await page.focus(".log .token[tabindex='0']");
    const seen = [];
    for (let i = 0; i < 4; i++) {
      const { label, listed, tip } = await page.evaluate(() => ({
        label: document.activeElement.getAttribute("aria-label"),
        listed: document.querySelector(".meanings .on")?.textContent,
        tip: document.querySelector(".tip")?.textContent,
      }));
      assert.ok(listed && tip && label.endsWith(tip) && listed.endsWith(tip), `${label} / ${listed} / ${tip}`);
      seen.push(label);
      await page.keyboard.press("ArrowRight");
    }
    assert.equal(new Set(seen).size, seen.length, "each step is another part");
    await counted(page, ".log .token[tabindex='0']", 1);
    await page.keyboard.press("Escape");
    assert.equal(await page.$(".tip"), null);
    // Down to the next line.
    const line = () => page.evaluate(() => document.activeElement.closest("[data-line]").dataset.line);
    const before = await line();
    await page.keyboard.press("ArrowDown");
    assert.notEqual(await line(), before);
  }));

test("a line alone: what it says, who must act and the reply stand on the first screen", () =>
  run(anyPlace, { size: { width: 1440, height: 900 } }, async (page) => {
    await pasteText(page, refused.split("\n")[4]);
    await told(page, ".headline h1", /does not exist/);
    for (const selector of [".log .text", ".meanings h3", ".headline .party", ".headline .write"]) {
      assert.ok(await page.$eval(selector, (part) => part.getBoundingClientRect().bottom < innerHeight), selector);
    }
  }));

// Puppeteer pretends a touch screen in Chromium only.
test("on a touch screen the meaning of a part comes up from below and does not cover the part", { skip: !chromium }, () =>
  run(anyPlace, { size: { width: 360, height: 700, hasTouch: true, isMobile: true } }, async (page) => {
    for (const [log, head] of [[refused, /^5 lines/], [refused.split("\n")[4], /^1 line/]]) {
      await pasteText(page, log);
      await told(page, ".section-head", head);
      const part = await page.evaluateHandle(() => [...document.querySelectorAll(".log .token")].find((part) => part.textContent === "failure"));
      await part.evaluate((part) => part.scrollIntoView({ block: "end" }));
      await part.tap();
      await told(page, ".meanings .on dt", /^failure$/);
      const [under, over] = await page.evaluate(() => [".token.on", ".meanings"].map((which) => document.querySelector(which).getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })));
      assert.ok(under.bottom <= over.top, `${JSON.stringify(under)} is under ${JSON.stringify(over)}`);
      assert.ok(over.top < 700, "the meaning is on screen");
    }
  }));

test("a log-in that failed is counted like a message that failed, and found by its count", () =>
  run(anyPlace, {}, async (page) => {
    await pasteText(page, "Nov 21 19:07:55 imap-login: Info: Disconnected: Connection closed (auth failed, 2 attempts in 9 secs): user=<mona@garden.example>, method=PLAIN, rip=203.0.113.7, lip=192.0.2.25, TLS, session=<2S2ZE85gi17LAHEH>\n");
    await told(page, ".chip", /^1 failed$/);
    await page.click(".chip");
    await told(page, ".found", /^1 found$/);
  }));

test("a sentence lights its lines, and a line its sentences", () =>
  run(anyPlace, {}, async (page) => {
    await pasteText(page, refused);
    await told(page, ".headline .state", /ana@client/);
    await page.focus(".sentence .cite");
    await page.waitForSelector(".log-line.lit");
    await page.hover(".log-line .says");
    await page.waitForSelector(".sentence.lit");
  }));

test("j, k and e walk the list, / searches, ? shows the keys, and they can be switched off", () =>
  run(anyPlace, {}, async (page) => {
    await pasteText(page, refused + delivered(40));
    await told(page, ".headline .state", /ana@client/);
    const chosen = () => page.$eval("[role=option][aria-selected=true]", (row) => row.ariaPosInSet);
    await page.keyboard.press("j");
    await told(page, ".headline .state", /to\d+@b\.example/);
    assert.equal(await chosen(), "2");
    await page.keyboard.press("e");
    await told(page, ".headline .state", /ana@client/);
    assert.equal(await chosen(), "1");
    await page.keyboard.press("/");
    await page.keyboard.type("to7@b.example");
    await told(page, ".found", /^1 found$/);
    await told(page, ".story", /to7@b\.example/);
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.querySelector("[role=option]")?.ariaSetSize === "41");
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press("?");
    assert.ok(await page.$eval("dialog", (dialog) => dialog.open));
    await page.click("dialog input[type=checkbox]");
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => !document.querySelector("dialog").open);
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press("?");
    assert.ok(!(await page.$eval("dialog", (dialog) => dialog.open)));
    await addressed(page, /letters=off/);
  }));

test("a log that holds a password is told so, and shows none", () =>
  run(anyPlace, {}, async (page) => {
    await pasteText(page, "Nov 21 19:09:33 mail vpopmail[5448]: vchkpw-pop3: password fail (pass: 'open sesame') ben@shop.example:192.0.2.2\n");
    await told(page, "[role=note]", /a password, hash, token or key/);
    assert.ok(!(await page.$eval("body", (body) => body.textContent)).includes("open sesame"));
  }));

test("a list of any length draws only what is in view", () =>
  run(anyPlace, {}, async (page) => {
    await pasteText(page, delivered(15_000));
    await told(page, ".counts", /60,000 lines/);
    await page.click("#tab-lines");
    await page.focus("#lines");
    for (const [key, place] of [["End", 60_000], ["Home", 1], ["PageDown", null], ["ArrowDown", null]]) {
      await page.keyboard.press(key);
      await page.waitForFunction(
        (place) => {
          const row = document.querySelector("#lines [aria-selected=true]");
          if (!row?.textContent || (place && row.ariaPosInSet !== String(place))) return false;
          const [inner, outer] = [row.getBoundingClientRect(), row.closest("#lines").getBoundingClientRect()];
          return inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
        },
        { timeout: 20_000 },
        place,
      );
      const rows = await page.$$eval("#lines [role=option]", (all) => all.map((row) => row.ariaSetSize));
      assert.ok(rows.length < 120 && rows.every((size) => size === "60000"), `${rows.length} rows`);
    }
    await page.keyboard.press("End");
    await told(page, "#lines [aria-selected=true] .text", /end msg 15000$/);
  }));

test("times are shown as written, in UTC and in any zone, and the address keeps it", () =>
  run(anyPlace, {}, async (page) => {
    await pasteText(page, refused);
    await told(page, ".headline .state", /ana@client/);
    await page.focus(".times select");
    await page.select(".times select", "UTC");
    await told(page, ".sentence time", /15:26:/);
    await page.select(".times select", "America/New_York");
    await told(page, ".sentence time", /11:26:/);
    const address = await addressed(page, /^#v=1&.*times=America/);
    assert.doesNotMatch(address, /client\.example/u, "the log never gets into the address");
  }));

test("where no worker starts, the page does the work itself", () =>
  run(anyPlace, { prepare: () => { delete globalThis.Worker; } }, async (page) => {
    await pasteText(page, refused);
    await told(page, ".headline .state", /ana@client/);
    await page.click("#tab-lines");
    await told(page, "#lines .text", /new msg/);
  }));

test("prove it: the page tries to send, and the browser refuses", () =>
  run(anyPlace, {}, async (page, watched) => {
    await page.click(".promise button");
    await told(page, ".proof", /connect-src/);
    const noted = watched.troubles().splice(0);
    assert.ok(noted.some(({ kind, what }) => kind === "violation" && what.startsWith("connect-src")));
  }));

for (const scheme of ["light", "dark"]) {
  for (const width of [360, 1440]) {
    test(`what was read has no fault that axe knows, ${scheme}, ${width} px`, () =>
      run(anyPlace, { scheme, size: { width } }, async (page) => {
        await pasteText(page, refused + delivered(30) + "no log line\n");
        await told(page, ".headline .state", /ana@client/);
        await page.focus(".log .token[tabindex='0']");
        await checkAccessible(page);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing sticks out");
        await page.click(".meter");
        await told(page, "#lines .text", /no log line/);
        await checkAccessible(page);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing sticks out");
      }));
  }
}
