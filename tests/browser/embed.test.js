// A help desk frames the page and talks to it: only in a build that names its origin, and nobody else.
import assert from "node:assert/strict";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { file, launch } from "./harness.js";

const { MAILLENS_DESK, MAILLENS_EMBEDDED } = process.env;
const line = (number, to) => `\
@4000000064c13b1d3745cd1c starting delivery ${number}: msg 330 to remote ${to}@client.example
@4000000064c13b1e14a2f05c delivery ${number}: failure: 192.0.2.25_does_not_like_recipient./Remote_host_said:_550_5.1.1_User_unknown/Giving_up_on_192.0.2.25./
`;

const servers = [];
/** Serves these texts by their paths; gives the origin. */
async function host(texts, port = 0) {
  const server = createServer((request, response) => {
    const text = texts[request.url];
    // The page is UTF-16: its byte order mark outranks this word of a careless server.
    response.writeHead(text === undefined ? 404 : 200, { "Content-Type": request.url.endsWith(".js") ? "text/javascript" : "text/html; charset=utf-8" });
    response.end(text);
  }).listen(port, "127.0.0.1");
  await once(server, "listening");
  servers.push(server);
  return `http://127.0.0.1:${server.address().port}`;
}

let browser, close, example, embedded, usual;
before(async () => {
  ({ browser, close } = await launch());
  const folder = dirname(MAILLENS_EMBEDDED);
  const beside = async (name) => readFile(join(folder, name));
  const files = { "/maillens.html": await beside("maillens.html"), "/sw.js": await beside("sw.js"), "/manifest.webmanifest": await beside("manifest.webmanifest") };
  embedded = await host(files);
  usual = await host({ ...files, "/maillens.html": await readFile(file), "/sw.js": undefined });
  const docs = await readFile(new URL("../../docs/embedding.md", import.meta.url), "utf8");
  example = docs.match(/```html\n(.*?)```/su)[1];
});
after(async () => {
  await close();
  for (const server of servers) server.close(), server.closeAllConnections();
});

/** The site of the example, around a page of this origin; notes what it is told. */
const site = (log, page) => `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>desk</title>
<script>globalThis.heard = []; addEventListener("message", ({ data }) => heard.push(data));</script>
<pre id="ticket">${log}</pre>${example.replace("https://maillens.example", page)}`;

/** Opens a site that shows the page in a frame. */
async function visit(address, body) {
  const page = await browser.newPage();
  try {
    await page.goto(address);
    await body(page);
  } finally {
    await page.close();
  }
}

test("the site of the example gets the answer", async () => {
  const desk = await host({ "/": site(line(381, "ana"), embedded), "/none": site("Dear all,\nthis is no log.", embedded) }, new URL(MAILLENS_DESK).port);
  await visit(`${desk}/`, async (page) => {
    await page.waitForFunction(() => document.getElementById("reply").textContent, { timeout: 20_000 });
    assert.match(await page.title(), /ana@client\.example/u);
    const { headline, outcome, who, next, reply } = await page.evaluate(() => globalThis.heard.at(-1));
    assert.equal(headline, await page.title());
    assert.deepEqual([outcome, who], ["failed", "sender"]);
    assert.ok(next.length > 0 && next.every(({ text }) => text));
    assert.match(reply, /ana@client\.example/u);

    // Another log has an answer of its own.
    await page.evaluate((log) => {
      heard.length = 0;
      const frame = document.getElementById("maillens");
      frame.contentWindow.postMessage({ maillens: "read", log }, new URL(frame.src).origin);
    }, line(382, "ben"));
    await page.waitForFunction(() => heard.some(({ maillens }) => maillens === "answer"), { timeout: 20_000 });
    const answers = await page.evaluate(() => heard.map(({ headline, reply }) => `${headline} ${reply}`));
    assert.ok(answers.every((answer) => answer.includes("ben@") && !answer.includes("ana@")), answers.join());
  });
  await visit(`${desk}/none`, async (page) => {
    await page.waitForFunction(() => heard.some(({ maillens }) => maillens === "trouble"), { timeout: 20_000 });
    assert.match(await page.title(), /no log in this text/u);
  });
});

/** The page in the frame runs, and answers nobody. */
async function silent(page, ready) {
  await page.waitForFunction((ready) => !ready || heard.some(({ maillens }) => maillens === "ready"), { timeout: 20_000 }, ready);
  const frame = await page.waitForSelector("iframe").then((element) => element.contentFrame());
  await frame.waitForFunction(() => document.querySelector("textarea") && !document.getElementById("boot"), { timeout: 20_000 });
  await page.evaluate((log) => {
    document.getElementById("maillens").contentWindow.postMessage({ maillens: "read", log }, "*");
  }, line(381, "ana"));
  await new Promise((done) => setTimeout(done, 1000));
  assert.ok(await frame.$("textarea"), "nothing was read");
  assert.deepEqual(await page.evaluate(() => heard.filter(({ maillens }) => maillens !== "ready")), []);
}

test("a site that the build doesn't name is not heard", async () => {
  const other = await host({ "/": site(line(381, "ana"), embedded) });
  await visit(`${other}/`, (page) => silent(page, true));
});

test("the usual page hears no site", async () => {
  const other = await host({ "/": site(line(381, "ana"), usual) });
  await visit(`${other}/`, (page) => silent(page, false));
});
