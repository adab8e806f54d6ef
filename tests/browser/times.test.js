// The times of TAI64N labels in six zones, as the page shows them with the browser's own zones, are those
// that tai64nlocal prints. times.tsv holds labels and its output for each zone (TZ), to the nanosecond.
//
// The page tells a label twice: in the zone, to the second, with the offset from UTC; and what the label
// means, in UTC, to the nanosecond. So the date, the time, the offset and the nanoseconds are compared.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { pasteText, places, suite } from "./harness.js";

const run = suite();
const table = process.env.MAILLENS_TIMES ?? new URL("times.tsv", import.meta.url);
const [[, ...zones], ...rows] = (await readFile(table, "utf8")).trimEnd().split("\n").map((row) => row.split("\t"));
const labels = rows.map(([label]) => label);

/** A time as tai64nlocal writes it, as if it were UTC, in seconds since 1970. */
const seconds = (written) => Date.parse(`${written.slice(0, 19).replace(" ", "T")}Z`) / 1000;

/** What the page is to tell: the time in the zone with its offset, and the time in UTC. */
function wanted(row, zone) {
  const [utc, local] = [row[1 + zones.indexOf("UTC")], row[1 + zones.indexOf(zone)]];
  const minutes = (seconds(local) - seconds(utc)) / 60;
  const two = (n) => String(n).padStart(2, "0");
  const apart = Math.abs(minutes);
  const offset = minutes && `${minutes < 0 ? "-" : "+"}${two(Math.floor(apart / 60))}:${two(apart % 60)}`;
  return { shown: `${local.slice(0, 19)} UTC${offset || ""}`, utc: utc.replace(/\.?0*$/u, "") };
}

test(`${labels.length} TAI64N labels in ${zones.length} zones are what tai64nlocal says`, { timeout: 1_200_000 }, () =>
  run(places["a file"], {}, async (page) => {
    // Each walk begins at the message in front, or at the one behind, when that is told in the new zone: both
    // are of the same second as the first label.
    const ends = [0, 1].map((nanos) => `${labels[0].slice(0, 17)}0000000${nanos}`);
    await pasteText(page, [ends[0], ...labels, ends[1]].map((label, i) => `${label} new msg ${i + 1}\n`).join(""));
    await page.waitForSelector(".sentence time");
    for (const [at, zone] of zones.entries()) {
      await page.focus(".times select");
      await page.select(".times select", zone);
      await page.evaluate(() => document.activeElement.blur());
      await page.waitForFunction(
        (shown) => document.querySelector(".sentence time")?.textContent === shown,
        { timeout: 30_000 },
        wanted(rows[0], zone).shown,
      );
      const told = await page.evaluate(async (count, step) => {
        const told = {};
        const key = (key) => document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
        const look = () => {
          const line = document.querySelector(".log .log-line .text")?.textContent ?? "";
          const says = document.querySelector(".log .log-line .token")?.getAttribute("aria-label") ?? "";
          const shown = document.querySelector(".sentence time")?.textContent ?? "";
          return { label: line.slice(0, 25), shown, utc: /In UTC it is (\S+ [\d:]+(?:\.\d+)?)/u.exec(says)?.[1] ?? "" };
        };
        let last = look().label;
        key(step);
        for (let left = count; left > 0; ) {
          await new Promise((done) => setTimeout(done, 1));
          const { label, ...rest } = look();
          if (!label || label === last) continue;
          [told[label], last, left] = [rest, label, left - 1];
          key(step);
        }
        // On to the message at the end.
        while (["", last].includes(look().label)) await new Promise((done) => setTimeout(done, 1));
        return told;
      }, labels.length, at % 2 ? "k" : "j");
      for (const row of rows) {
        const { shown, utc } = told[row[0]] ?? {};
        assert.deepEqual({ shown, utc: utc?.replace(/\.?0*$/u, "") }, wanted(row, zone), `${row[0]} in ${zone}`);
      }
    }
  }));
