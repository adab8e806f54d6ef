// The harness itself: faults are planted, and it must find each; and its hands do what a person's do.
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkAccessible, dropFile, pasteText, pause, places, suite } from "./harness.js";

const run = suite();
const place = places["a file"];

const faults = {
  console: () => console.error("planted"),
  error: () => void setTimeout(() => { throw new Error("planted"); }),
  request: () => void fetch("https://elsewhere.example/").catch(() => {}),
  violation: () => void document.body.setAttribute("style", "color: red"),
  "console, in a worker": () => {
    const script = URL.createObjectURL(new Blob(["console.error('planted')"]));
    void new Worker(script);
  },
};
for (const [kind, plant] of Object.entries(faults)) {
  test(`notes what must not happen: ${kind}`, () =>
    // Only a page without a policy can send.
    run(kind === "request" ? "data:text/html,<title>bare</title>" : place, {}, async (page, watched) => {
      await page.evaluate(plant);
      const found = () => watched.troubles().some((one) => one.kind === kind.split(",")[0]);
      for (let tries = 0; tries < 100 && !found(); tries += 1) await new Promise((done) => setTimeout(done, 50));
      assert.ok(found(), JSON.stringify(watched.troubles()));
      // One fault can be told in several ways; the last of them may come a moment later.
      await pause(page, 300);
      watched.troubles().splice(0);
    }));
}

test("what fails is tried once more, and what fails again fails", async () => {
  let tries = 0;
  await run(place, {}, async () => assert.equal((tries += 1), 2));
  await assert.rejects(run(place, {}, async () => assert.fail("always")), /always/);
});

test("what the page must not do is not tried again", async () => {
  let tries = 0;
  const body = async (page) => {
    tries += 1;
    await page.evaluate(() => console.error("planted"));
    await pause(page, 300);
    assert.fail("after that");
  };
  await assert.rejects(run(place, {}, body), /must not do/);
  assert.equal(tries, 1);
});

test("axe finds a planted fault", () =>
  run(place, {}, async (page) => {
    await page.evaluate(() => document.body.append(document.createElement("button")));
    await assert.rejects(checkAccessible(page), /button-name/);
  }));

test("pastes text and drops a file as a person does", () =>
  run(place, {}, async (page) => {
    await page.evaluate(() => {
      globalThis.got = [];
      const first = { capture: true, once: true };
      const take = (event) => (event.preventDefault(), event.stopImmediatePropagation());
      addEventListener("paste", (event) => {
        take(event);
        globalThis.got.push(event.clipboardData.getData("text/plain"));
      }, first);
      addEventListener("drop", (event) => {
        take(event);
        const [file] = event.dataTransfer.files;
        globalThis.dropped = file.text().then((text) => globalThis.got.push(file.name, text));
      }, first);
    });
    await pasteText(page, "a line\n");
    await dropFile(page, "mail.log", "line in a file\n");
    const got = await page.evaluate(() => globalThis.dropped.then(() => globalThis.got));
    assert.deepEqual(got, ["a line\n", "mail.log", "line in a file\n"]);
  }));
