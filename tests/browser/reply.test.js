// The reply: from a paste to copied words, what has stand-ins in it, and the words of mail where they appear.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addressed, checkAccessible, chromium, pasteText, places, suite, told } from "./harness.js";

const run = suite();
const anyPlace = places["a file"];

const refused = `\
@4000000064c13b1d36a8b3b4 new msg 574692330
@4000000064c13b1d36a8d2f4 info msg 574692330: bytes 2418 from <orders@spareparts.example> qp 5301 uid 108
@4000000064c13b1d3745cd1c starting delivery 381: msg 574692330 to remote ana@client.example
@4000000064c13b1e14a2f05c delivery 381: failure: 192.0.2.25_does_not_like_recipient./Remote_host_said:_550_5.1.1_User_unknown/Giving_up_on_192.0.2.25./
@4000000064c13b1e15417d3c bounce msg 574692330 qp 5306
@4000000064c13b1e1541812c end msg 574692330
@4000000064c13b1e15418514 new msg 574692331
@4000000064c13b1e154188fc info msg 574692331: bytes 3021 from <> qp 5306 uid 110
@4000000064c13b1e15fa1c54 starting delivery 382: msg 574692331 to local spareparts.example-orders@spareparts.example
@4000000064c13b1e1b8c7e9c delivery 382: success: did_1+0+0/
@4000000064c13b1e1b8c8a54 end msg 574692331
`;

/** Presses the button, or ticks the box, that is called so. */
async function press(page, name) {
  await page.waitForFunction(
    (name) => {
      const found = [...document.querySelectorAll("button, label")].find((one) => one.textContent.trim() === name);
      if (!found || found.disabled) return false;
      found.scrollIntoView({ block: "center" });
      found.click();
      return true;
    },
    { timeout: 20_000 },
    name,
  );
}

/** Pastes a log and opens the reply on its first message. */
async function replyTo(page, log) {
  await pasteText(page, log);
  await told(page, ".headline .state", /@client\.example/);
  await page.keyboard.press("r");
  await told(page, ".letter", /send the message again/);
}

/** Notes every form of what is copied from now on. */
async function watchClipboard(page) {
  await page.evaluate(() => {
    globalThis.copied = [];
    const { clipboard } = navigator;
    clipboard.writeText = async (text) => void globalThis.copied.push({ "text/plain": text });
    clipboard.write = async ([item]) => {
      const forms = {};
      for (const kind of item.types) forms[kind] = await (await item.getType(kind)).text();
      globalThis.copied.push(forms);
    };
  });
}

const copied = (page) => page.evaluate(() => globalThis.copied.at(-1));

/** What a person gets who pastes now: read by a real paste. */
async function pasted(page) {
  await page.evaluate(() => {
    const field = document.createElement("div");
    field.contentEditable = "true";
    field.addEventListener("paste", (event) => {
      event.stopPropagation();
      event.preventDefault();
      const data = event.clipboardData;
      globalThis.pasted = Object.fromEntries(data.types.map((kind) => [kind, data.getData(kind)]));
    });
    document.body.append(field);
    field.focus();
  });
  await page.keyboard.down("Control");
  // Chromium takes the keys of its own commands only when they are named.
  await page.keyboard.press("v", chromium ? { commands: ["paste"] } : {});
  await page.keyboard.up("Control");
  await page.waitForFunction(() => globalThis.pasted);
  return page.evaluate(() => globalThis.pasted);
}

for (const [name, place] of Object.entries(places)) {
  test(`from a paste to a copied answer in three actions, ${name}`, () =>
    run(place, {}, async (page) => {
      let actions = 0;
      const act = (what) => {
        actions += 1;
        return what;
      };
      await act(pasteText(page, refused));
      await told(page, ".headline .state", /ana@client\.example/);
      await act(page.click(".headline .write"));
      const shown = await told(page, ".letter", /send the message again/);
      await page.waitForFunction(() => document.activeElement.id === "copy-reply");
      await act(page.keyboard.press("Enter"));
      await told(page, ".done", /Copied/);
      assert.ok(actions <= 5, `${actions} actions`);
      const forms = await pasted(page);
      const letters = (text) => text.replaceAll(/[=\s]/gu, "");
      assert.match(forms["text/plain"], /^The message from orders@spareparts\.example to ana@client\.example\n=+\n/u);
      assert.match(forms["text/plain"], /July 26, 2023 at 3:26 PM \(UTC\)/u);
      assert.match(forms["text/html"], /<h2>The message from orders@spareparts\.example/u);
      assert.equal(letters(shown), letters(forms["text/plain"]), "the preview is what is copied");
    }));
}

test("where there is no clipboard to write to, the older way copies", () => {
  const prepare = () => Object.defineProperty(navigator, "clipboard", { value: undefined });
  return run(anyPlace, { prepare }, async (page) => {
    await replyTo(page, refused);
    await page.click("#copy-reply");
    await told(page, ".done", /Copied/);
    const forms = await pasted(page);
    assert.match(forms["text/plain"], /send the message again/u);
    assert.match(forms["text/html"], /<h3>Not delivered\. The sender can fix this\.<\/h3>/u);
  });
});

test("a colleague gets the lines, in every way of writing", () =>
  run(anyPlace, {}, async (page) => {
    await watchClipboard(page);
    await replyTo(page, refused);
    await press(page, "A colleague");
    await told(page, ".letter", /Next steps.*The lines.*1@4000000064c13b1d36a8b3b4 new msg/);
    await press(page, "Copy plain text");
    await told(page, ".done", /plain text/);
    assert.match((await copied(page))["text/plain"], /\(lines 1, 2\)/u);
    await press(page, "Copy Markdown");
    await told(page, ".done", /Markdown/);
    assert.match((await copied(page))["text/plain"], /^## .*\n[^]*```\n *1 {2}@4/u);
  }));

test("a reply tells of one, of what belongs to it, or of all that the search finds", () =>
  run(anyPlace, {}, async (page) => {
    const other = refused.replaceAll("57469233", "67469233").replaceAll("ana@", "ben@").replaceAll("delivery 38", "delivery 39");
    await replyTo(page, refused + other);
    const titles = (count) =>
      page.waitForFunction((count) => document.querySelectorAll(".letter h2").length === count, {}, count);
    await titles(1);
    // The notice about it that arrived is no trouble of its own.
    await press(page, "This and the one that belongs to it");
    await titles(1);
    // What went alike for several is told once.
    await press(page, "All 4 in this log");
    await told(page, ".letter", /Messages from orders@spareparts\.example.*ana@client.*ben@client/s);
    await titles(1);
    await addressed(page, /about=found/);
  }));

test("stand-ins follow the boxes, none of the originals is left, and the address keeps the choice", () =>
  run(anyPlace, {}, async (page) => {
    await watchClipboard(page);
    await replyTo(page, refused);
    assert.equal(await page.$(".proved"), null, "nothing is replaced unasked");
    await press(page, "Mail addresses");
    await told(page, ".letter h2", /person\d@spareparts\.example to person\d@client\.example/);
    await press(page, "Replace all of these");
    await told(page, ".proved", /Searched the text for \d+ originals: none is left/);
    await press(page, "A colleague");
    await told(page, ".letter", /The lines/);
    await page.click("#copy-reply");
    await told(page, ".done", /Copied/);
    const forms = Object.values(await copied(page));
    assert.equal(forms.length, 2);
    for (const form of forms) {
      assert.match(form, /person\d@host\d\.example\.com/u);
      assert.doesNotMatch(form, /ana@|client\.example|spareparts|192\.0\.2\.25/u);
    }
    const address = await addressed(page, /voice=engineer&hide=addresses\.names\.hosts\.ips\.subjects\.ids/);
  }));

test("a word that only the reader knows to be a name is replaced where it is ticked", () =>
  run(anyPlace, {}, async (page) => {
    const named = refused.replace("User_unknown", "mailbox_of_OBERHUBER_unknown");
    await replyTo(page, named);
    assert.equal(await page.$(".words"), null, "nothing is asked where nothing is replaced");
    await press(page, "Replace all of these");
    await press(page, "A colleague");
    await told(page, ".letter", /OBERHUBER/);
    await press(page, "OBERHUBER");
    await told(page, ".proved", /none is left/);
    await page.waitForFunction(() => !document.querySelector(".letter").textContent.includes("OBERHUBER"));
    assert.ok(await page.$eval(".words input", (box) => box.checked), "the word stays in the list");
    await press(page, "OBERHUBER");
    await told(page, ".letter", /OBERHUBER/);
  }));

test("a customer reads the language that is chosen, between the writer's own lines", () =>
  run(anyPlace, {}, async (page) => {
    await replyTo(page, refused);
    await page.select("#language", "de");
    await told(page, ".letter", /Nicht zugestellt/);
    assert.equal(await page.$eval(".letter", (letter) => letter.lang), "de");
    await page.type("#greeting", "Hallo Ana,");
    await page.keyboard.press("Tab");
    await told(page, ".letter", /Hallo Ana,/);
    assert.doesNotMatch(await addressed(page, /language=de/), /greeting/u, "the address keeps it only if asked to");
  }));

test("the words can be changed before they are copied, and an original that comes back is told", () =>
  run(anyPlace, {}, async (page) => {
    await watchClipboard(page);
    await replyTo(page, refused);
    await press(page, "Replace all of these");
    await told(page, ".proved", /none is left/);
    await press(page, "Edit");
    await page.waitForFunction(() => document.activeElement.id === "reply-text");
    await page.keyboard.type("Dear Ana at client.example,\n\n");
    await told(page, ".proved.bad", /again: .*client\.example/);
    assert.ok(await page.$eval(".choices fieldset", (set) => set.disabled), "the choices wait");
    await page.click("#copy-reply");
    await told(page, ".done", /with your changes/);
    const forms = await copied(page);
    assert.deepEqual(Object.keys(forms), ["text/plain"]);
    assert.match(forms["text/plain"], /^Dear Ana at client\.example,\n\n/u);
    await press(page, "Undo my changes");
    await told(page, ".letter h2", /person/);
    assert.doesNotMatch(await page.$eval(".desk", (desk) => desk.textContent), /Dear Ana/u);
  }));

test("the report, the attempts and the data are saved, with the same stand-ins", () =>
  run(anyPlace, {}, async (page) => {
    await page.evaluate(() => {
      globalThis.files = {};
      const blobs = new Map();
      const make = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (blob) => {
        const url = make(blob);
        blobs.set(url, blob);
        return url;
      };
      HTMLAnchorElement.prototype.click = function () {
        blobs.get(this.href).text().then((text) => (globalThis.files[this.download] = text));
      };
    });
    await replyTo(page, refused);
    await press(page, "Replace all of these");
    await told(page, ".proved", /none is left/);
    const file = async (button, name) => {
      await press(page, button);
      await page.waitForFunction((name) => globalThis.files[name], {}, name);
      const text = await page.evaluate((name) => globalThis.files[name], name);
      assert.doesNotMatch(text, /ana@|client\.example|spareparts/u);
      return text;
    };
    assert.match(await file("Web page", "maillens-reply.html"), /^<!DOCTYPE html>[^]*<h2>The message from person/u);
    assert.match(await file("Table of attempts (CSV)", "maillens-attempts.csv"), /^trace,type,id,[^]*,failure,userunknown,550,5\.1\.1,/u);
    const data = JSON.parse(await file("Data (JSON)", "maillens.json"));
    assert.equal(data.schema, "maillens/1");
    assert.deepEqual([data.traces.length, data.lines.length], [1, 6]);
  }));

test("on paper stands the reply alone", { skip: !chromium }, () =>
  run(anyPlace, {}, async (page) => {
    await replyTo(page, refused);
    await page.emulateMediaType("print");
    const seen = await page.evaluate(() => document.body.innerText);
    assert.match(seen, /^\s*The message from/u);
    assert.match(seen, /send the message again\.\s*$/u);
  }));

test("a word leads to its meaning and on, by keyboard, and Escape leads back", () =>
  run(anyPlace, {}, async (page) => {
    const unknown = "Sorry,_I_couldn't_find_any_host_named_client.example._(#5.1.2)/";
    await pasteText(page, refused.replace(/192\.0\.2\.25_does_not.*/u, unknown));
    await told(page, ".headline .state", /ana@client/);
    const words = await page.$$eval(".headline .term, .told .term, .advice .term", (all) => all.map((word) => word.textContent));
    assert.ok(words.length >= 2 && new Set(words).size === words.length, `once each: ${words}`);
    await page.$$eval(".headline .term", (terms) => terms.find((term) => term.textContent === "MX").focus());
    await page.keyboard.press("Enter");
    await told(page, ".popover h3", /^MX$/);
    await told(page, ".popover .stands", /mail exchanger/);
    await page.waitForFunction(() => {
      const box = document.getElementById("term");
      const { left, top, right, bottom } = box.getBoundingClientRect();
      return document.activeElement === box && left > 0 && top > 0 && right <= innerWidth && bottom <= innerHeight;
    });
    await checkAccessible(page);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await told(page, ".popover h3", /^DNS$/);
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.activeElement.textContent === "MX");
  }));

test("the help holds the way of a message, why it stops, the logs, and every word", () =>
  run(anyPlace, {}, async (page) => {
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press("g");
    await page.waitForFunction(() => document.activeElement.id === "help-search");
    const body = await page.$eval(".help-body", (body) => body.textContent);
    for (const part of [
      "Submission",
      "IMAP 993",
      "There is no such mailbox",
      "userunknown",
      "/var/log/send/current",
      "Sender Policy Framework",
    ]) {
      assert.ok(body.includes(part), part);
    }
    await checkAccessible(page);
    await page.keyboard.type("greylist");
    await told(page, ".help-search small", /^\d words?$/);
    await told(page, ".words dt", /^greylisting$/);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => !document.querySelector("dialog.help").open);
  }));

test("the help tells every reason that the search knows, and closes to where the focus was", () =>
  run(anyPlace, {}, async (page) => {
    await pasteText(page, refused);
    await page.waitForSelector("#tab-lines");
    await page.focus("#search");
    await page.keyboard.type("reason:?");
    const known = (await told(page, ".problem", /can stand/)).match(/After reason: can stand (.*)\.$/u)[1].split(", ");
    assert.ok(known.length > 20);
    await page.keyboard.press("Escape");
    await page.focus("#tab-lines");
    await page.keyboard.press("g");
    await page.waitForFunction(() => document.activeElement.id === "help-search");
    const causes = await page.$$eval(".causes li", (all) => all.map((one) => [one.querySelector("button, code").textContent, one.textContent]));
    assert.deepEqual(causes.map(([name]) => name).sort(), known.sort());
    assert.ok(causes.every(([name, text]) => text.length > name.length + 10), "each in words");
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.activeElement.id === "tab-lines");
  }));

for (const scheme of ["light", "dark"]) {
  for (const width of [360, 1440]) {
    test(`the reply has no fault that axe knows, ${scheme}, ${width} px`, () =>
      run(anyPlace, { scheme, size: { width } }, async (page) => {
        await replyTo(page, refused);
        await checkAccessible(page);
        await press(page, "Replace all of these");
        await press(page, "A colleague");
        await told(page, ".proved", /none is left/);
        await told(page, ".letter", /The lines/);
        await checkAccessible(page);
        await press(page, "Edit");
        await page.waitForSelector("#reply-text");
        await checkAccessible(page);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing sticks out");
      }));
  }
}
