// The overview: its numbers are those of the log, its brush is a stretch of the search, and each row leads on.
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkAccessible, counted, pasteText, places, suite, texts, told } from "./harness.js";

const run = suite();
const anyPlace = places["a file"];

/** A message of qmail to one recipient, with the result of its one delivery. */
const message = (time, id, to, result) => `\
2026-07-26 ${time}:00.100000 new msg ${id}
2026-07-26 ${time}:00.200000 info msg ${id}: bytes 500 from <ana@shop.example> qp 1${id} uid 108
2026-07-26 ${time}:00.300000 starting delivery ${id}: msg ${id} to remote ${to}
2026-07-26 ${time}:00.400000 status: local 0/10 remote 1/20
2026-07-26 ${time}:01.100000 delivery ${id}: ${result}
2026-07-26 ${time}:01.200000 status: local 0/10 remote 0/20
`;

/** A log-in of Dovecot, or one that was refused. */
const logIn = (time, user, client, worked) => {
  const how = worked ? "Login" : "Disconnected: Connection closed (auth failed, 1 attempts in 2 secs)";
  const tail = `method=PLAIN, rip=${client}, lip=192.0.2.25, TLS, session=<s${time.replaceAll(":", "")}AA>`;
  return `2026-07-26 ${time} imap-login: Info: ${how}: user=<${user}>, ${tail}\n`;
};

// Three messages, a minute of password spraying, one honest log-in; and lines that no format claims.
const mixed = [
  message("14:20", 11, "ben@good.example", "success: 192.0.2.1_accepted_message./Remote_host_said:_250_ok/"),
  "2026-07-26 14:20:01.300000 end msg 11\n",
  message(
    "14:30",
    12,
    "cleo@bad.example",
    "failure: 192.0.2.2_does_not_like_recipient./Remote_host_said:_550_5.1.1_User_unknown/Giving_up_on_192.0.2.2./",
  ),
  "2026-07-26 14:30:01.300000 end msg 12\n",
  message(
    "14:40",
    13,
    "dan@bad.example",
    "deferral: 192.0.2.2_does_not_like_recipient./Remote_host_said:_452_4.2.2_Mailbox_full/Giving_up_on_192.0.2.2./",
  ),
  ...["a", "b", "c", "d", "e"].map((name, i) => logIn(`14:50:0${i}`, `${name}@x.example`, "203.0.113.9", false)),
  logIn("14:50:30", "ana@x.example", "198.51.100.7", true),
  ...Array.from({ length: 20 }, (_, i) => `a line of nothing known ${i}\n`),
].join("");

/** Pastes the log and opens its overview. */
async function overview(page) {
  await pasteText(page, mixed);
  await told(page, ".headline .state", /@bad\.example/);
  await page.click("#tab-overview");
  await told(page, ".overview", /Outcomes over time/);
}

/** The section with this title, as its rows: name, numbers, verdict. */
const rows = (page, title) =>
  page.$$eval(
    ".overview section",
    (sections, title) => {
      const section = sections.find((one) => one.querySelector("h2").textContent === title);
      const text = (row, selector) => row.querySelector(selector)?.textContent ?? "";
      return [...section.querySelectorAll(".bar-row")].map((row) =>
        [".bar-name", ".bar-numbers", ".verdict"].map((selector) => text(row, selector)),
      );
    },
    title,
  );

/** Presses the row of this name. */
const follow = (page, name) =>
  page.$$eval(
    ".bar-name",
    (names, name) => names.find((one) => one.textContent === name).click(),
    name,
  );

/** Moves a handle of the brush with a key until it stands at a time. */
async function moveTo(page, handle, key, time) {
  const at = () => page.$eval(handle, (input) => input.getAttribute("aria-valuetext"));
  await page.focus(handle);
  for (let presses = 0; (await at()) !== time; presses += 1) {
    assert.ok(presses < 100, `never at ${time}, but at ${await at()}`);
    await page.keyboard.press(key);
  }
}

test("the numbers in words are those of the log", () =>
  run(anyPlace, {}, async (page) => {
    await overview(page);
    assert.deepEqual(await texts(page, ".legend .key"), ["6 failed", "1 still trying", "1 not known", "1 worked"]);
    assert.match(await page.$eval(".overview", (overview) => overview.textContent), /26 Jul, UTC\. A column is 30 seconds/u);
    assert.deepEqual(await rows(page, "Why mail was not delivered"), [
      ["The mailbox is full", "1 attempt of 1 message", ""],
      ["The address does not exist", "1 attempt of 1 message", ""],
    ]);
    assert.deepEqual(await rows(page, "Receiving domains"), [
      ["bad.example", "1 failed, 1 deferred", ""],
      ["good.example", "1 worked", ""],
    ]);
    assert.deepEqual(await rows(page, "Who sent most"), [["ana@shop.example", "1 failed, 1 deferred, 1 delivered", ""]]);
    const says = (await texts(page, ".panel-says")).join(" ");
    assert.match(says, /At most 1 of 20 to other servers and 0 of 10 on this server/u);
    // The table tells what the picture draws.
    await page.$eval(".overview details", (details) => (details.open = true));
    await told(page, ".overview table tbody", /2026-07-26 14:20:00 UTC/);
    const cells = await page.$$eval(".overview table tbody tr", (lines) =>
      lines.map((line) => [...line.querySelectorAll("td")].map((cell) => Number(cell.textContent))),
    );
    const sums = cells.reduce((sums, line) => sums.map((sum, i) => sum + line[i]), [0, 0, 0, 0]);
    assert.deepEqual(sums, [6, 1, 1, 1], "the log-in that worked has no end in this log");
  }));

test("log-ins are told by user and by address, and who tries passwords stands out", () =>
  run(anyPlace, {}, async (page) => {
    await overview(page);
    const [attacker, honest, ...others] = await rows(page, "Logins by address");
    assert.deepEqual(attacker.slice(0, 2), ["203.0.113.9", "5 failed"]);
    assert.match(attacker[2], /password spraying.*5 names/u);
    assert.deepEqual([honest, others], [["198.51.100.7", "1 worked", ""], []]);
    const users = await rows(page, "Logins by user");
    assert.equal(users.length, 6);
    assert.ok(users.every(([, , verdict]) => verdict === ""), "one failure each is nothing");
    await follow(page, "203.0.113.9");
    await page.waitForFunction(() => document.querySelector("#search").value === "ip:203.0.113.9");
    await told(page, ".bar", /5 found/);
  }));

test("the brush is moved by keys, and is a stretch of the search", () =>
  run(anyPlace, {}, async (page) => {
    await overview(page);
    const [from, to] = [".handle:first-child input", ".handle:last-child input"];
    await moveTo(page, from, "ArrowRight", "26 Jul 14:30:00");
    await moveTo(page, to, "ArrowLeft", "26 Jul 14:41:00");
    const search = () => page.$eval("#search", (field) => field.value);
    assert.equal(await search(), "after:2026-07-26T14:30 before:2026-07-26T14:41");
    assert.match(await told(page, ".brush-says p", /26 Jul 14:30:00 to/), /14:41:00: 1 failed, 1 still trying/u);
    await told(page, ".brush-says .strong", /^Show the 2 found$/);
    await page.click(".brush-says .strong");
    await told(page, ".headline .state", /cleo@bad\.example/);
    await counted(page, "#messages [role=option]", 2);
    // And the reverse: what is typed moves the brush.
    await page.$eval("#search", (field) => {
      field.value = "after:2026-07-26T14:50";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await told(page, ".found", /^6 found$/);
    await page.click("#tab-overview");
    await page.waitForSelector(from);
    assert.equal(await page.$eval(from, (input) => input.getAttribute("aria-valuetext")), "26 Jul 14:50:00");
    await page.click(".brush-says .plain");
    await page.waitForFunction(() => document.querySelector("#search").value === "");
  }));

test("a small log has no giant columns", () =>
  run(anyPlace, { size: { width: 1440, height: 900 } }, async (page) => {
    await pasteText(page, mixed.slice(0, mixed.indexOf("2026-07-26 14:40")).replaceAll("14:30:", "14:20:"));
    await told(page, ".headline .state", /@bad\.example/);
    await page.click("#tab-overview");
    await told(page, ".overview", /Outcomes over time/);
    const [columns, wide] = await page.$eval(".plot", (plot) => [plot.querySelector("svg").viewBox.baseVal.width, plot.offsetWidth]);
    assert.ok(wide <= columns * 100, `${columns} columns on ${wide} px`);
  }));

test("columns are dragged over with a pointer", () =>
  run(anyPlace, {}, async (page) => {
    await overview(page);
    // Where little happened the picture comes last.
    await page.$eval(".plot", (plot) => plot.scrollIntoView({ block: "center" }));
    const { left, width, top } = await page.$eval(".plot", (plot) => plot.getBoundingClientRect().toJSON());
    await page.mouse.move(left + width * 0.01, top + 40);
    await page.mouse.down();
    await page.mouse.move(left + width * 0.5, top + 40, { steps: 4 });
    await page.mouse.up();
    await told(page, ".brush-says .strong", /^Show the 2 found$/);
    assert.match(await page.$eval("#search", (field) => field.value), /^before:2026-07-26T14:3\d(:30)?$/u);
  }));

test("a reason leads to the messages that met it, a stretch of the log to its line", () =>
  run(anyPlace, {}, async (page) => {
    await overview(page);
    await follow(page, "The address does not exist");
    await told(page, ".headline .state", /cleo@bad\.example/);
    assert.equal(await page.$eval("#search", (field) => field.value), "reason:userunknown");
    await counted(page, "#messages [role=option]", 1);
    await page.$eval("#search", (field) => {
      field.value = "";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await page.click("#tab-overview");
    await page.waitForSelector(".map");
    await page.focus(".map");
    await page.keyboard.press("ArrowRight");
    assert.match(await page.$eval(".map", (map) => map.getAttribute("aria-valuetext")), /a failure at line 12/u);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector("#tab-lines").getAttribute("aria-selected") === "true");
    await told(page, "#lines [aria-selected=true]", /delivery 12: failure/);
  }));

for (const scheme of ["light", "dark"]) {
  for (const width of [360, 1440]) {
    test(`the overview has no fault that axe knows, ${scheme}, ${width} px`, () =>
      run(anyPlace, { scheme, size: { width } }, async (page) => {
        await overview(page);
        await page.$eval(".overview details", (details) => (details.open = true));
        await page.waitForSelector(".overview table tbody");
        await checkAccessible(page);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing sticks out");
      }));
  }
}
