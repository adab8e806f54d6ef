// A walk over everything that can be pressed, typed or pasted, without a plan and always the same: nothing that a
// person may do makes the page throw, ask for anything or break its policy. The harness watches.
import assert from "node:assert/strict";
import { test } from "node:test";
import { pasteText, places, suite, told } from "./harness.js";

const run = suite();
const STEPS = 2000;
const SEED = Number(process.env.MAILLENS_WALK ?? 20261129);

const logs = [
  `\
@4000000064c13b1d36a8d2f4 info msg 330: bytes 2418 from <orders@spareparts.example> qp 5301 uid 108
@4000000064c13b1d3745cd1c starting delivery 381: msg 330 to remote ana@client.example
@4000000064c13b1e14a2f05c delivery 381: failure: 192.0.2.25_does_not_like_recipient./Remote_host_said:_550_5.1.1_User_unknown/Giving_up_on_192.0.2.25./
@4000000064c13b1e1541812c end msg 330
@4000000064c13c1d36a8d2f4 info msg 340: bytes 1200 from <orders@spareparts.example> qp 5401 uid 108
@4000000064c13c1d3745cd1c starting delivery 391: msg 340 to remote ben@client.example
@4000000064c13c1e14a2f05c delivery 391: success: 192.0.2.25_accepted_message./Remote_host_said:_250_2.0.0_Ok/
@4000000064c13c1e1541812c end msg 340
`,
  "Nov 21 14:28:27 mail dovecot: imap-login: Disconnected (auth failed, 1 attempts in 2 secs): user=<ben@shop.example>, method=PLAIN, rip=192.0.2.30, lip=192.0.2.2, TLS\nNov 21 14:28:29 mail nobody knows this line\n",
  "Hello, my mail does not arrive. What is wrong?\n",
];

/** Numbers that only look like chance (mulberry32). */
function chance(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

const KEYS = ["j", "k", "e", "E", "n", "N", "/", "r", "c", "f", "w", "m", "u", "g", "?", "1", "2", "3", "4", "Enter", "Escape", "Tab", "ArrowDown", "ArrowUp", "ArrowRight", "Home", "End", " "];
const WORDS = ["ana", "is:failed", "-word", "/[/", "clear", "paris", "line 2", "after:14", "\"", "undo", "compare"];

/** One step; gives what was done, for the message of a failure. */
async function step(page, next) {
  switch (next(10)) {
    case 0: {
      await pasteText(page, logs[next(logs.length)]);
      return "paste";
    }
    case 1: {
      await page.keyboard.down("Control");
      await page.keyboard.press("k");
      await page.keyboard.up("Control");
      return "Ctrl+K";
    }
    case 2: {
      const word = WORDS[next(WORDS.length)];
      await page.keyboard.type(word);
      return `type ${word}`;
    }
    case 3:
    case 4:
    case 5: {
      const key = KEYS[next(KEYS.length)];
      await page.keyboard.press(key);
      return key;
    }
    default:
      // What opens a window of the browser's own, or writes a file, is no part of the walk.
      return page.evaluate((dice) => {
        const dialog = document.querySelector("dialog[open]");
        const controls = "button, summary, input:not([type=file]), select, textarea, [role=option], [role=tab], [tabindex='0']";
        const shown = [...(dialog ?? document).querySelectorAll(controls)].filter(
          (one) => one.checkVisibility() && !one.disabled && !/^(Print|Open…|Web page|Prove it|Table|Data|As |Deliv)/u.test(one.textContent.trim()),
        );
        const one = shown[dice % Math.max(shown.length, 1)];
        if (!one) throw new Error("nothing is left to press");
        one.focus();
        one.click();
        if (one.tagName === "SELECT") {
          one.selectedIndex = dice % one.options.length;
          one.dispatchEvent(new Event("change", { bubbles: true }));
        }
        return `press ${one.tagName} ${one.id} ${one.textContent.trim().slice(0, 30)}`;
      }, next(1 << 20));
  }
}

test("a long walk over all controls breaks nothing", { timeout: 300_000 }, async () => {
  await run(
    places["a file"],
    {
      prepare: () => {
        globalThis.print = () => {};
        HTMLAnchorElement.prototype.click = () => {};
      },
    },
    async (page, { troubles }) => {
      const next = chance(SEED);
      const done = [];
      for (let at = 0; at < STEPS; at++) {
        done.push(await step(page, next));
        assert.deepEqual(troubles(), [], `after step ${at}: ${done.slice(-8).join(" · ")}`);
      }
      // It still does its work.
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      await page.evaluate(() => document.activeElement?.blur());
      await pasteText(page, logs[0]);
      await page.waitForSelector("#tab-messages", { timeout: 60_000 });
      // Where the walk ended in another room, the log opens there.
      await page.click("#tab-messages");
      await told(page, ".headline", /client\.example/);
    },
  );
});
