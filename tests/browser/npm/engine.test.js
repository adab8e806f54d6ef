// The npm package as its users have it: installed from what npm packs, its README's example run in Node, checked by
// TypeScript, and bundled by Vite for a browser. What is read is the same everywhere.
//
// `cargo xtask test` names the package (MAILLENS_NPM), its README (MAILLENS_ENGINE_README) and Chromium (MAILLENS_BROWSER).
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import puppeteer from "puppeteer-core";
import { build } from "vite";

const { MAILLENS_BROWSER, MAILLENS_ENGINE_README, MAILLENS_NPM } = process.env;
assert.ok(MAILLENS_BROWSER && MAILLENS_ENGINE_README && MAILLENS_NPM, "run these with `cargo xtask test`");

let folder, example, told;

/** Runs a program in the folder of somebody who uses the package, and gives what it prints. */
const run = (program, ...args) => execFileSync(program, args, { cwd: folder, encoding: "utf8", shell: program === "npm" });

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "maillens-npm-"));
  await writeFile(join(folder, "package.json"), '{ "private": true, "type": "module" }');
  run("npm", "install", "--no-audit", "--no-fund", "--offline", "--silent", MAILLENS_NPM);
  const readme = await readFile(MAILLENS_ENGINE_README, "utf8");
  example = readme.match(/```js\n(.*?)```/su)[1];
  await writeFile(join(folder, "example.js"), example);
  told = run("node", "example.js");
});
after(() => rm(folder, { recursive: true, force: true }));

test("the example runs in Node", () => {
  assert.match(told, /ana@client\.example.*full.*\nwho must act: recipient\n\S/isu);
});

test("options do what their types say, and what is no option is refused", async () => {
  await writeFile(
    join(folder, "options.js"),
    `import { read } from "@maillens/engine";
const line = "Jul 26 14:28:27 mx1 postfix/smtp[1]: 4F0A21C3: to=<ana@client.example>, relay=none, delay=1, delays=1/0/0/0, dsn=4.4.1, status=deferred (connect to client.example[192.0.2.25]:25: Connection timed out)\\n";
const berlin = read(line, { year: 2023, sourceZone: "Europe/Berlin", zone: "Asia/Tokyo" });
const hidden = JSON.stringify(read(line, { redact: true }));
const thrown = [() => read(line, { serach: "x" }), () => read(line, { search: "/(/" })].map((act) => {
  try { return act() && "nothing"; } catch (error) { return error.message; }
});
console.log(JSON.stringify({ time: berlin.lines[0].time, shown: berlin.lines[0].shown, hidden: /ana@|client\\.example/.test(hidden), none: read(line, { search: "to:ben" }).traces.length, thrown }));`,
  );
  const { thrown, ...rest } = JSON.parse(run("node", "options.js"));
  assert.deepEqual(rest, { time: "2023-07-26T12:28:27Z", shown: rest.shown, hidden: false, none: 0 });
  assert.match(rest.shown, /21:28:27/u);
  assert.match(thrown[0], /unknown field `serach`/u);
  assert.notEqual(thrown[1], "nothing");
});

test("its types are those of what it gives", async () => {
  const typed = `${example}
import type { Attempt, Explanation, Line, Options, Report, Scan, Summary, Token, Trace } from "@maillens/engine";
const options: Options = { redact: true };
const whole: Report = read("x", options);
// @ts-expect-error: there is no such option.
read("x", { serach: "x" });
export type All = [Attempt, Explanation, Line, Scan, Summary, Token, Trace, typeof whole];
`;
  await writeFile(join(folder, "example.ts"), typed);
  const tsc = createRequire(import.meta.url).resolve("typescript/lib/tsc.js");
  const settings = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2022", "--lib", "es2022,dom"];
  run(process.execPath, tsc, ...settings, "example.ts");

  // Every name of a report stands in the types.
  const types = await readFile(join(folder, "node_modules/@maillens/engine/maillens.d.ts"), "utf8");
  await writeFile(join(folder, "whole.js"), `${example}\nconsole.log("\\n" + JSON.stringify(report));`);
  const names = new Set();
  JSON.parse(run("node", "whole.js").split("\n\n").pop(), (name, value) => {
    if (!/^\d*$/u.test(name)) names.add(name);
    return value;
  });
  assert.ok(names.size > 60);
  assert.deepEqual([...names].filter((name) => !new RegExp(`\\b${name}\\b`, "u").test(types)), []);
});

test("the example runs in a browser, as Vite bundles it", async () => {
  await writeFile(join(folder, "index.html"), '<!doctype html><link rel="icon" href="data:,"><script type="module" src="/example.js"></script>');
  const outDir = join(folder, "out");
  await mkdir(outDir);
  await build({ root: folder, configFile: false, logLevel: "error", build: { target: "es2022", outDir } });
  const types = { html: "text/html", js: "text/javascript", wasm: "application/wasm" };
  const server = createServer(async (request, response) => {
    const name = request.url === "/" ? "index.html" : request.url.slice(1);
    response.writeHead(200, { "Content-Type": types[name.split(".").pop()] }).end(await readFile(join(outDir, name)));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const profile = join(folder, "profile");
  const browser = await puppeteer.launch({ executablePath: MAILLENS_BROWSER, userDataDir: profile, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const page = await browser.newPage();
    let said = "";
    const done = new Promise((done, fail) => {
      page.on("pageerror", fail);
      page.on("console", (message) => {
        said += `${message.text()}\n`;
        if (said.length >= told.length) done();
      });
      setTimeout(() => fail(new Error(`it said only ${said}`)), 30_000).unref();
    });
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    await done;
    assert.equal(said, told);
  } finally {
    await browser.close();
    server.close();
  }
});
