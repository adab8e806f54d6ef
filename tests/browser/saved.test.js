// A log is saved with what is shown of it, and opens again as it was.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addressed, downloads, dropFile, pasteText, places, suite, told } from "./harness.js";

const run = suite();
const anyPlace = places["a file"];

const message = (number, delivery, to) => `\
@4000000064c13b1d36a8d2f4 info msg ${number}: bytes 2418 from <orders@spareparts.example> qp 5301 uid 108
@4000000064c13b1d3745cd1c starting delivery ${delivery}: msg ${number} to remote ${to}@client.example
@4000000064c13b1e14a2f05c delivery ${delivery}: failure: 192.0.2.25_does_not_like_recipient./Remote_host_said:_550_5.1.1_User_unknown/Giving_up_on_192.0.2.25./
@4000000064c13b1e1541812c end msg ${number}
`;
const two = message(330, 381, "ana") + message(340, 391, "ben");

/** Chooses this entry of the menu "Save" and gives the file that comes. */
async function saved(page, entry) {
  await page.click("details.menu summary");
  await page.evaluate((entry) => {
    [...document.querySelectorAll("details.menu button")].find((one) => one.textContent === entry).click();
  }, entry);
  await page.waitForFunction(() => globalThis.saved.length > 0);
  return page.evaluate(() => globalThis.saved.pop());
}

/** Shows the second of two messages, in Lines, in a zone and with a search. */
async function show(page) {
  await pasteText(page, two);
  await told(page, ".headline .state", /client\.example/);
  await page.type("#search", "to:ben@client");
  await told(page, ".headline .state", /ben@client/);
  await page.click("#tab-lines");
  await addressed(page, /tab=lines.*trace=1/);
}

/** Waits until a log is on screen, in Lines: the address alone can be that of what was there before. */
const inLines = (page) => page.waitForSelector('#tab-lines[aria-selected="true"]');

test("a saved view opens again: its log, its search, what was chosen", () =>
  run(anyPlace, { prepare: downloads }, async (page) => {
    await show(page);
    const [name, text] = await saved(page, "Log and view, to open again");
    assert.equal(name, "maillens-view.json");
    const { schema, shown, sources } = JSON.parse(text);
    assert.deepEqual([schema, sources.length, sources[0].text], ["maillens-view/1", 1, two]);
    assert.deepEqual([shown.tab, shown.find, shown.trace], ["lines", "to:ben@client", "1"]);

    // Another log is on screen; it is not lost.
    await pasteText(page, message(350, 401, "cleo"));
    await told(page, ".headline .state", /cleo@client/);
    await dropFile(page, "any name.txt", text);
    await inLines(page);
    await addressed(page, /tab=lines.*trace=1/);
    assert.equal(await page.$eval("#search", (field) => field.value), "to:ben@client");
    await page.click("#tab-messages");
    await told(page, ".headline .state", /ben@client/);
    assert.match(await page.$eval(".counts", (counts) => counts.textContent), /8 lines/u);
    await page.evaluate(() => [...document.querySelectorAll("button")].find((one) => one.textContent === "Bring it back").click());
    await told(page, ".headline .state", /cleo@client/);
  }));

test("a view with placeholders names nobody and shows the same", () =>
  run(anyPlace, { prepare: downloads }, async (page) => {
    await show(page);
    const [, text] = await saved(page, "The same with placeholders");
    assert.doesNotMatch(text, /ana|ben|client\.example|spareparts|192\.0\.2\.25/u);
    await page.evaluate(() => [...document.querySelectorAll("button")].find((one) => one.textContent === "Clear").click());
    await page.waitForSelector("#undo");
    await dropFile(page, "maillens-view.json", text);
    await inLines(page);
    await addressed(page, /tab=lines.*trace=1/);
    await page.click("#tab-messages");
    await told(page, ".headline .state", /person\d@host\d\.example\.com/);
  }));
