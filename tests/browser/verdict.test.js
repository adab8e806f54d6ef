// The answer first: for whatever was pasted or chosen, how it came out, why, who must act and the first step stand
// on the first screen; the list says why; Back, Lines and the keys keep the place.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";
import { addressed, checkAccessible, counted, dropFile, pasteText, places, suite, texts, told } from "./harness.js";

const run = suite();
const anyPlace = places["a file"];

const full = (id, time) => `\
Nov 21 ${time} mail postfix/qmgr[1802]: ${id}: from=<orders@shop.example>, size=1420, nrcpt=1 (queue active)
Nov 21 ${time} mail postfix/smtp[2107]: ${id}: to=<ana@client.example>, relay=mx.client.example[192.0.2.9]:25, delay=1.9, delays=0.1/0/0.9/0.9, dsn=5.2.2, status=bounced (host mx.client.example[192.0.2.9] said: 552 5.2.2 Mailbox full (in reply to RCPT TO command))
Nov 21 ${time} mail postfix/qmgr[1802]: ${id}: removed
`;
const stranger = (n) =>
  `Nov 21 09:0${n}:11 mail postfix/smtpd[310${n}]: NOQUEUE: reject: RCPT from unknown[203.0.113.${n}]: 554 5.7.1 Service unavailable; Client host [203.0.113.${n}] blocked using zen.spamhaus.org; from=<a${n}@spam.example> to=<ana@shop.example> proto=ESMTP helo=<x${n}>\n`;
const strangers = [1, 2, 3, 4].map(stranger).join("");
const delivered = `\
Nov 21 11:00:00 mail postfix/qmgr[1802]: 7C1B2C3D4E: from=<orders@shop.example>, size=1420, nrcpt=1 (queue active)
Nov 21 11:00:01 mail postfix/smtp[2107]: 7C1B2C3D4E: to=<ben@client.example>, relay=mx.client.example[192.0.2.9]:25, delay=1.9, delays=0.1/0/0.9/0.9, dsn=2.0.0, status=sent (250 2.0.0 Ok)
Nov 21 11:00:01 mail postfix/qmgr[1802]: 7C1B2C3D4E: removed
`;
const event = "Nov 21 10:30:00 mail dovecot: master: Error: service(auth): command startup failed, throttling for 2.000 secs\n";

/** What somebody may paste, and what the answer says of it. */
const PASTES = {
  "a message": [full("4F1B2C3D4E", "09:02:13"), /Not delivered/u, /full/u],
  "one line": [full("4F1B2C3D4E", "09:02:13").split("\n")[1], /Not delivered/u, /full/u],
  "many things": [strangers + full("4F1B2C3D4E", "09:02:13") + delivered, /Not delivered/u, /full/u],
  "an event": [event, /Server error/u, /./u],
  "a line that is read in part": ["Nov 21 10:30:00 mail dovecot: imap-login: Error: the moon is out of phase\n", /Server error|Server warning/u, /./u],
  "a line that nobody knows": ["frobnicate: 17 widgets left the building at dawn [ok]\n", /Not read|No log/u, /know|no lines/u],
  "text that is no log": ["Hello,\n\nmy mail does not arrive. What is wrong?\n", /No log/u, /no lines of a mail log/u],
};
const SIZES = [[360, 740], [768, 1000], [1024, 768], [1440, 900]];

for (const [width, height] of SIZES) {
  test(`the answer stands on the first screen, ${width} × ${height}`, () =>
    run(anyPlace, { size: { width, height } }, async (page) => {
      for (const [name, [paste, state, headline]] of Object.entries(PASTES)) {
        // What was there before would be offered in a strip of its own, which a first paste does not have.
        await page.evaluate(() => document.querySelector(".clear")?.click());
        await page.waitForSelector(".room.paste");
        await pasteText(page, paste);
        await page.waitForFunction((source) => new RegExp(source, "u").test(document.querySelector(".headline .state")?.textContent), { timeout: 20_000 }, state.source);
        const said = await told(page, "#verdict", headline);
        assert.ok(said.length <= 90, `${name}: ${said}`);
        await page.waitForFunction(() => document.activeElement?.id === "verdict");
        const where = await page.evaluate(() =>
          [".headline .state", "#verdict", ".headline .party", ".headline .first-step", ".headline .headline-tools :first-child"]
            .map((part) => [part, document.querySelector(part)?.getBoundingClientRect()])
            .filter(([, box]) => box)
            .map(([part, { top, bottom }]) => ({ part, top, bottom })));
        for (const { part, top, bottom } of where) assert.ok(top >= 0 && bottom <= height, `${name}: ${part} at ${top} to ${bottom}`);
        assert.equal(await page.evaluate(() => scrollY), 0);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name}: nothing sticks out`);
        assert.equal(await page.title(), `${said.replace(/\.$/u, "")} · maillens`);
      }
    }));
}

test("the answer leads on: to the reply, to its line, and to the steps that follow", () =>
  run(anyPlace, {}, async (page) => {
    await pasteText(page, full("4F1B2C3D4E", "09:02:13"));
    await told(page, "#verdict", /full/);
    await page.click(".headline .why");
    await page.waitForFunction(() => document.querySelector(".log .log-line.lit"));
    await page.click(".headline .write");
    await told(page, ".letter", /ana@client\.example/);
  }));

test("each row says why, equal rows are one that opens, and a stranger who was refused is not what comes first", () =>
  run(anyPlace, {}, async (page) => {
    await pasteText(page, strangers + full("4F1B2C3D4E", "09:02:13") + full("5F1B2C3D4E", "09:12:13") + delivered);
    await told(page, ".headline .state", /ana@client/);
    await counted(page, "#messages [role=option]", 3);
    const rows = await texts(page, "#messages [role=option]");
    assert.match(rows[0], /2 ×.*ana@client\.example.*mailbox is full/u);
    assert.match(rows[1], /ben@client\.example.*delivered/u);
    assert.match(rows[2], /4 ×.*connections.*(?:list|reject)/u);
    assert.match(await page.$eval(".headline", (headline) => headline.textContent), /One of 2 messages that say the same/u);
    // By key, and back.
    await page.focus("#messages");
    await page.keyboard.press("ArrowRight");
    await counted(page, "#messages [role=option]", 4);
    await page.keyboard.press("ArrowDown");
    await told(page, ".headline .state", /09:12:13/);
    await page.keyboard.press("ArrowLeft");
    await counted(page, "#messages [role=option]", 3);
    // By the number of those that are alike.
    await page.click("#messages .row:nth-child(3) .alike");
    await counted(page, "#messages [role=option]", 6);
    await told(page, ".headline .state", /203\.0\.113\.1/);
    assert.match((await texts(page, "#messages [role=option]"))[5], /203\.0\.113\.4/u);
    // And by the button in the story.
    await page.evaluate(() => document.querySelector(".headline .note button").click());
    await counted(page, "#messages [role=option]", 3);
    await checkAccessible(page);
  }));

test("the kinds of things are counted over the list, and one of them can be all that it holds", () =>
  run(anyPlace, {}, async (page) => {
    await pasteText(page, strangers + full("4F1B2C3D4E", "09:02:13") + delivered + event);
    await told(page, ".kinds", /Messages 2.*Connections 4.*Server reports 1/);
    await page.click(".kind:nth-child(2)");
    await told(page, ".headline .state", /203\.0\.113/);
    assert.equal(await page.$eval(".kind:nth-child(2)", (kind) => kind.ariaPressed), "true");
    await told(page, ".found", /^4 found$/);
    await page.click(".kind:nth-child(1)");
    await told(page, ".found", /^2 found$/);
    await page.click(".kind:nth-child(1)");
    await page.waitForFunction(() => document.querySelector("#search").value === "");
  }));

for (const width of [360, 1440]) {
  test(`a long list is narrowed down by the reason, by who must act and by the domain, ${width} px`, () =>
    run(anyPlace, { size: { width } }, async (page) => {
      await pasteText(page, strangers + full("4F1B2C3D4E", "09:02:13") + full("5F1B2C3D4E", "09:12:13") + delivered);
      await told(page, ".headline .state", /ana@client/);
      await page.click(".facets summary");
      await told(page, ".facets", /Why it failed.*mailbox is full 2.*Who must act.*The recipient 2.*To the domain.*client\.example/);
      const press = (pattern) => page.evaluate((source) => [...document.querySelectorAll(".facet button")].find((one) => new RegExp(source, "u").test(one.textContent)).click(), pattern.source);
      await press(/mailbox is full/);
      await told(page, ".found", /^2 found$/);
      assert.equal(await page.$eval("#search", (search) => search.value), "reason:mailboxfull");
      await counted(page, ".facet [aria-pressed=true]", 1);
      await press(/^client\.example/);
      await page.waitForFunction(() => document.querySelector("#search").value === "reason:mailboxfull to:@client.example");
      await told(page, ".found", /^2 found$/);
      await checkAccessible(page);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing sticks out");
      await press(/mailbox is full/);
      await told(page, ".found", /^[37] found$/);
    }));
}

test("Back and Forward walk through rooms and messages", () =>
  run(anyPlace, {}, async (page) => {
    await pasteText(page, full("4F1B2C3D4E", "09:02:13") + delivered);
    await told(page, ".headline .state", /ana@client/);
    await addressed(page, /trace=/);
    const rest = () => new Promise((done) => setTimeout(done, 1000));
    await page.evaluate(rest);
    await page.keyboard.press("j");
    await told(page, ".headline .state", /ben@client/);
    await page.evaluate(rest);
    await page.click("#tab-overview");
    await addressed(page, /tab=overview/);
    await page.evaluate(() => history.back());
    await told(page, ".headline .state", /ben@client/);
    await page.evaluate(() => history.back());
    await told(page, ".headline .state", /ana@client/);
    await page.evaluate(() => history.forward());
    await told(page, ".headline .state", /ben@client/);
  }));

test("Lines opens at what was chosen, with its answer, and a line leads to what it belongs to", () =>
  run(anyPlace, {}, async (page) => {
    await pasteText(page, strangers + full("4F1B2C3D4E", "09:02:13") + delivered + "Hello, what is wrong?\n");
    await told(page, ".headline .state", /ana@client/);
    await page.click("#tab-lines");
    await told(page, ".inspector .meanings h3", /^Line 6/);
    assert.match(await page.$eval(".inspector .headline", (headline) => headline.textContent), /Not delivered.*full.*Who must act/u);
    await addressed(page, /line=6/);
    await page.focus("#lines");
    await page.keyboard.press("End");
    await told(page, ".inspector .headline", /No log line/);
    await page.keyboard.press("ArrowUp");
    await told(page, ".inspector .headline .state", /Delivered.*ben@client/);
    await page.click("#tab-messages");
    await told(page, ".headline .state", /ben@client/);
  }));

test("what a key leads to is said to those who do not see it", () =>
  run(anyPlace, {}, async (page) => {
    await pasteText(page, full("4F1B2C3D4E", "09:02:13") + delivered);
    await told(page, ".headline .state", /ana@client/);
    assert.equal(await page.$eval("#spoken", (spoken) => spoken.textContent), "");
    await page.keyboard.press("j");
    await told(page, "#spoken", /^Delivered, ben@client\.example: .*Who must act: Nobody\. 2 of 2\.$/);
    await page.keyboard.press("e");
    await told(page, "#spoken", /^Not delivered, ana@client\.example: /);
  }));

test("what one message left in the log is one row, and what belongs to it is listed below it", () =>
  run(anyPlace, {}, async (page) => {
    const at = "Nov 21 09:02:1";
    await pasteText(page, `\
${at}0 mx postfix/smtpd[311]: connect from out.shop.example[203.0.113.7]
${at}1 mx postfix/smtpd[311]: 7A1B2C3D4E: client=out.shop.example[203.0.113.7]
${at}1 mx postfix/cleanup[312]: 7A1B2C3D4E: message-id=<1@shop.example>
${at}1 mx postfix/qmgr[99]: 7A1B2C3D4E: from=<orders@shop.example>, size=2411, nrcpt=1 (queue active)
${at}2 mx postfix/virtual[313]: 7A1B2C3D4E: to=<ana@client.example>, relay=virtual, delay=0.2, delays=0.1/0/0/0.1, dsn=2.0.0, status=sent (delivered to maildir)
${at}2 mx postfix/qmgr[99]: 7A1B2C3D4E: removed
${at}3 mx postfix/smtpd[311]: disconnect from out.shop.example[203.0.113.7] ehlo=1 mail=1 rcpt=1 data=1 quit=1 commands=5
`);
    await told(page, ".headline .state", /ana@client/);
    await counted(page, "#messages [role=option]", 1);
    assert.match(await page.$eval("#messages .parts", (parts) => parts.textContent), /^\+1 that belong to it, grouped$/);
    await page.click("#messages .parts");
    await counted(page, "#messages [role=option]", 2);
    assert.match((await texts(page, "#messages [role=option]"))[1], /203\.0\.113\.7/u);
    await page.focus("#messages");
    await page.keyboard.press("ArrowLeft");
    await counted(page, "#messages [role=option]", 1);
    await page.click(".kind");
    await checkAccessible(page);
  }));

test("what is dropped on a log can be added to it", () =>
  run(anyPlace, {}, async (page) => {
    await dropFile(page, "first", full("4F1B2C3D4E", "09:02:13"));
    await told(page, ".headline .state", /ana@client/);
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], "second"));
      const at = (target, type) => target.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true, composed: true }));
      at(document.body, "dragover");
      at(document.getElementById("drop-add"), "drop");
    }, delivered);
    await told(page, ".counts", /^6 lines/);
    await counted(page, "#messages [role=option]", 2);
  }));

test("what is no text is named, and the log on screen stays", () =>
  run(anyPlace, {}, async (page) => {
    await dropFile(page, "first", full("4F1B2C3D4E", "09:02:13"));
    await told(page, ".headline .state", /ana@client/);
    await dropFile(page, "screen.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]));
    await told(page, ".trouble", /screen\.png.* is a picture/);
    await dropFile(page, "empty.log", "");
    await told(page, ".trouble", /empty\.log.* is empty/);
    await pasteText(page, " \n");
    await told(page, ".toast", /no text/);
    assert.match(await page.$eval(".headline .state", (state) => state.textContent), /ana@client/u);
  }));

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

test("every room has one first heading, and headings skip no level", () =>
  run(anyPlace, {}, async (page) => {
    await page.evaluate(await readFile(axe, "utf8"));
    const check = async (room) => {
      const { violations } = await page.evaluate(() =>
        globalThis.axe.run(document, { runOnly: { type: "rule", values: ["page-has-heading-one", "heading-order"] }, resultTypes: ["violations"] }));
      assert.deepEqual(violations.map(({ id, nodes }) => `${room}: ${id}: ${nodes.map((node) => node.html).join(" ")}`), []);
      await counted(page, "h1", 1);
    };
    await check("paste");
    await pasteText(page, "Hello, what is wrong?\n");
    await told(page, "#verdict", /no lines/);
    await check("no log");
    await pasteText(page, strangers + full("4F1B2C3D4E", "09:02:13") + delivered);
    await told(page, ".headline .state", /ana@client/);
    for (const room of ["messages", "lines", "overview", "reply"]) {
      await page.click(`#tab-${room}`);
      await page.waitForFunction((room) => document.querySelector("#panel")?.getAttribute("aria-labelledby") === `tab-${room}`, {}, room);
      await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
      await check(room);
    }
    await page.click("#tab-messages");
    await page.type("#search", "nothing-like-this");
    await told(page, ".empty", /Nothing matches/);
    await check("nothing found");
  }));

test("nothing sticks out at 320 px, with the longest of domains", () =>
  run(anyPlace, { size: { width: 320, height: 700 } }, async (page) => {
    const domain = `${"very-long-label-of-a-domain-".repeat(2)}x.${"another-label-that-does-not-end-".repeat(4)}x.example`;
    await pasteText(page, full("4F1B2C3D4E", "09:02:13").replaceAll("client.example", domain) + delivered);
    await told(page, ".headline .state", /very-long/);
    for (const room of ["messages", "lines", "overview", "reply"]) {
      await page.click(`#tab-${room}`);
      await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= 320, `${room}: ${wide} px`);
    }
  }));
