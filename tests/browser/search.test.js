// The search box: what it offers, by keyboard and by pointer, and what it leaves alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkAccessible, pasteText, places, suite, texts, told } from "./harness.js";

const run = suite();
const anyPlace = places["a file"];

const log = `\
@4000000064c13b1d36a8d2f4 info msg 330: bytes 2418 from <orders@spareparts.example> qp 5301 uid 108
@4000000064c13b1d3745cd1c starting delivery 381: msg 330 to remote ana@client.example
@4000000064c13b1e14a2f05c delivery 381: failure: 192.0.2.25_does_not_like_recipient./Remote_host_said:_552_5.2.2_mailbox_is_full/Giving_up_on_192.0.2.25./
@4000000064c13b1e1541812c end msg 330
@4000000064c13c1d36a8d2f4 info msg 340: bytes 1200 from <bills@spareparts.example> qp 5401 uid 108
@4000000064c13c1d3745cd1c starting delivery 391: msg 340 to remote ben@client.example
@4000000064c13c1e14a2f05c delivery 391: success: 192.0.2.25_accepted_message./Remote_host_said:_250_2.0.0_Ok/
@4000000064c13c1e1541812c end msg 340
`;

/** Opens the log and puts the focus on the search box. */
async function open(page) {
  await pasteText(page, log);
  await told(page, ".headline .state", /ana@client/);
  await page.focus("#search");
}
const offered = (page) => texts(page, "#search-offers [role=option] code");
const box = (page) =>
  page.$eval("#search", (input) => ({
    value: input.value,
    open: input.getAttribute("aria-expanded"),
    at: document.getElementById(input.getAttribute("aria-activedescendant"))?.querySelector("code").textContent ?? null,
    focused: document.activeElement === input,
  }));

test("a key and then a value of the log are chosen with the keys alone", () =>
  run(anyPlace, {}, async (page) => {
    await open(page);
    await page.keyboard.type("rea");
    await told(page, "#search-offers", /reason:/);
    await page.keyboard.press("ArrowDown");
    assert.deepEqual(await box(page), { value: "rea", open: "true", at: "reason:", focused: true });
    await checkAccessible(page);
    await page.keyboard.press("Tab");
    await page.waitForFunction(() => document.getElementById("search").value === "reason:");
    // The reasons that this log has, and no other.
    await told(page, "#search-offers", /mailboxfull.*mailbox is full/i);
    assert.deepEqual(await offered(page), ["reason:mailboxfull "]);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await told(page, ".found", /^1 found$/);
    assert.deepEqual(await box(page), { value: "reason:mailboxfull ", open: "false", at: null, focused: true });
    // It goes on where it ended.
    await page.keyboard.type("from:b");
    await told(page, "#search-offers", /from:bills@spareparts\.example/);
    await page.keyboard.press("ArrowUp");
    const { at } = await box(page);
    assert.equal(at, (await offered(page)).at(-1), "up from the box is the last");
  }));

test("what is offered is never in the way of Enter, Escape and Tab", () =>
  run(anyPlace, {}, async (page) => {
    await open(page);
    await page.keyboard.type("ben");
    await told(page, "#search-offers", /to:ben@client\.example/);
    await told(page, ".found", /^1 found$/);
    await page.keyboard.press("Escape");
    assert.deepEqual(await box(page), { value: "ben", open: "false", at: null, focused: true }, "the first closes the list");
    await page.keyboard.press("Escape");
    assert.equal((await box(page)).value, "", "the second empties the box");
    await page.keyboard.type("ben");
    await told(page, "#search-offers", /to:ben/);
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "messages", "to what was found");
    assert.deepEqual(await offered(page), []);
    await page.focus("#search");
    await page.keyboard.type(" fro");
    await told(page, "#search-offers", /from:/);
    await page.keyboard.press("Tab");
    assert.ok(!(await box(page)).focused, "Tab goes on where nothing was chosen");
    assert.deepEqual(await offered(page), []);
  }));

test("an offer says how often the log has it, and what finds nothing is named", () =>
  run(anyPlace, {}, async (page) => {
    await open(page);
    await page.keyboard.type("is:f");
    await told(page, "#search-offers", /is:failed/);
    assert.equal(await told(page, "#search-offers li .times", /./), "1");
    await page.keyboard.type("ailed to:nobody");
    await told(page, ".found", /^nothing has to:nobody$/);
    await page.$eval("#search", (input) => input.select());
    await page.keyboard.type("is:failed to:ben");
    await told(page, ".found", /^nothing matches all terms at once$/);
  }));

test("an offer is pressed, in the middle of a query too", () =>
  run(anyPlace, {}, async (page) => {
    await open(page);
    await page.keyboard.type("is:f bills");
    for (let i = 0; i < " bills".length; i += 1) await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Backspace");
    await page.keyboard.type("f");
    await told(page, "#search-offers", /is:failed/);
    await page.click("#search-offers [role=option]");
    await page.waitForFunction(() => document.getElementById("search").value === "is:failed bills");
    await page.waitForFunction(() => document.getElementById("search").selectionStart === "is:failed ".length);
    assert.ok((await box(page)).focused);
  }));
