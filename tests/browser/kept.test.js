// Nothing that a person has is lost: a reply that is being written, a log that was cleared or replaced.
import assert from "node:assert/strict";
import { test } from "node:test";
import { pasteText, places, suite, told } from "./harness.js";

const run = suite();
const anyPlace = places["a file"];

const message = (number, delivery, to, result) => `\
@4000000064c13b1d36a8d2f4 info msg ${number}: bytes 2418 from <orders@spareparts.example> qp 5301 uid 108
@4000000064c13b1d3745cd1c starting delivery ${delivery}: msg ${number} to remote ${to}@client.example
@4000000064c13b1e14a2f05c delivery ${delivery}: ${result}
@4000000064c13b1e1541812c end msg ${number}
`;
const unknown = "failure: 192.0.2.25_does_not_like_recipient./Remote_host_said:_550_5.1.1_User_unknown/Giving_up_on_192.0.2.25./";
const two = message(330, 381, "ana", unknown) + message(340, 391, "ben", unknown);

/** Presses the button that is called so. */
async function press(page, name) {
  await page.waitForFunction(
    (name) => {
      const found = [...document.querySelectorAll("button")].find((one) => one.textContent.trim() === name);
      if (!found || found.disabled) return false;
      found.click();
      return true;
    },
    { timeout: 20_000 },
    name,
  );
}

/** The text of the reply that is being written. */
const text = (page) => page.$eval("#reply-text", (field) => field.value);

/** Opens the reply on the message to this person and writes a greeting into it. */
async function edit(page, greeting) {
  await page.keyboard.press("r");
  await told(page, ".letter", /client\.example/);
  await press(page, "Edit");
  await page.waitForSelector("#reply-text");
  await page.focus("#reply-text");
  await page.keyboard.type(greeting);
}

/** Goes to a room by its tab. */
const room = (page, id) => page.click(`#tab-${id}`);

test("what is pasted into the reply is the reply's, one line or many", async () => {
  await run(anyPlace, {}, async (page) => {
    await pasteText(page, two);
    await told(page, ".headline .state", /client\.example/);
    await edit(page, "Hello. ");
    await page.focus("#reply-text");
    await pasteText(page, "a line\nanother line\n");
    await pasteText(page, "a word");
    assert.match(await text(page), /Hello\./u);
    assert.match(await page.$eval(".counts", (counts) => counts.textContent), /8 lines/u);
  });
});

test("a reply that was changed by hand stays with its message", async () => {
  await run(anyPlace, {}, async (page) => {
    await pasteText(page, two);
    await told(page, ".headline .state", /client\.example/);
    await edit(page, "First greeting. ");
    await room(page, "messages");
    await page.waitForSelector(".headline");
    const first = await page.$eval(".headline .state", (headline) => headline.textContent);
    await page.evaluate(() => document.activeElement?.blur());
    await page.keyboard.press("j");
    await page.waitForFunction((first) => document.querySelector(".headline .state")?.textContent !== first, {}, first);
    await room(page, "reply");
    await told(page, ".letter", /client\.example/);
    assert.equal(await page.$("#reply-text"), null, "the other message has a reply of its own");
    await room(page, "messages");
    await page.evaluate(() => document.activeElement?.blur());
    await page.keyboard.press("k");
    await told(page, ".headline .state", new RegExp(first.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&"), "u"));
    await room(page, "reply");
    await page.waitForSelector("#reply-text");
    assert.match(await text(page), /First greeting\./u);
  });
});

test("a cleared log comes back, with the reply that was being written", async () => {
  await run(anyPlace, {}, async (page) => {
    await pasteText(page, two);
    await told(page, ".headline .state", /client\.example/);
    await edit(page, "Kept greeting. ");
    await press(page, "Clear");
    await page.waitForSelector("#undo");
    await page.click("#undo");
    await told(page, ".headline .state, .letter, #tab-messages", /./u);
    await page.waitForSelector("#tab-reply");
    await room(page, "reply");
    await page.waitForSelector("#reply-text");
    assert.match(await text(page), /Kept greeting\./u);
  });
});

test("a log that was replaced comes back", async () => {
  await run(anyPlace, {}, async (page) => {
    await pasteText(page, two);
    await told(page, ".headline .state", /client\.example/);
    await pasteText(page, message(350, 401, "cleo", unknown));
    await told(page, ".headline .state", /cleo@client\.example/);
    await press(page, "Bring it back");
    await told(page, ".counts", /8 lines/u);
  });
});

test("to leave a page that holds a log asks first", async () => {
  await run(anyPlace, {}, async (page) => {
    const asks = () => page.evaluate(() => !dispatchEvent(new Event("beforeunload", { cancelable: true })));
    assert.equal(await asks(), false, "an empty page lets go");
    await pasteText(page, two);
    await told(page, ".headline .state", /client\.example/);
    assert.equal(await asks(), true);
    await press(page, "Clear");
    await page.waitForSelector("#undo");
    assert.equal(await asks(), false);
  });
});

test("what a person searches for stays out of the address", async () => {
  await run(anyPlace, {}, async (page) => {
    await pasteText(page, two);
    await told(page, ".headline .state", /client\.example/);
    await page.type("#search", "is:failed");
    await page.waitForFunction(() => location.hash.includes("find="));
    await page.type("#search", " ana@client.example");
    await page.waitForFunction(() => !location.hash.includes("find="));
    assert.ok(!(await page.evaluate(() => location.hash)).includes("ana"));
  });
});
