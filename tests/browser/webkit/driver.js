// Drives WebKitGTK's small browser by WebDriver, the one protocol it speaks: puppeteer knows neither.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

const { MAILLENS_BROWSER, MAILLENS_LEAST } = process.env;

/** A port that nobody listens on. */
const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

/** Starts the driver, on a screen of its own, and a browser with nothing of anybody's in it. */
export async function launch() {
  const port = await freePort();
  const driver = spawn("xvfb-run", ["--auto-servernum", MAILLENS_BROWSER, `--port=${port}`], {
    detached: true,
    env: { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1", LIBGL_ALWAYS_SOFTWARE: "1" },
    stdio: "ignore",
  });
  const call = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      body: body && JSON.stringify(body),
    });
    const { value } = await answer.json();
    assert.ok(answer.ok, `${method} ${path}: ${value?.error} ${value?.message}`);
    return value;
  };
  const begin = async (tries) => {
    try {
      return await call("POST", "/session", { capabilities: { alwaysMatch: { browserName: "MiniBrowser" } } });
    } catch (error) {
      if (tries === 0 || !(error instanceof TypeError)) throw error;
      await pause(250);
      return begin(tries - 1);
    }
  };
  const stop = () => {
    // The screen, the driver and the browser are one group.
    process.kill(-driver.pid);
  };
  let session;
  try {
    const { sessionId, capabilities } = await begin(80);
    // The driver doesn't say its version elsewhere.
    const own = capabilities.browserVersion;
    const numbers = (version) => version.split(".").map(Number);
    const [[major, minor], [least, of = 0]] = [numbers(own), numbers(MAILLENS_LEAST)];
    assert.ok(major > least || (major === least && minor >= of), `the browser tests need WebKit ${MAILLENS_LEAST} or newer, and this one is ${own}.`);
    session = `/session/${sessionId}`;
  } catch (error) {
    stop();
    throw error;
  }
  const run = (how) => async (script, ...args) =>
    call("POST", `${session}/execute/${how}`, { script: how === "sync" ? `return (${script})(...arguments)` : script, args });
  const page = {
    open: (url) => call("POST", `${session}/url`, { url }),
    /** What a function gives in the page; its text is sent, so it knows nothing but its arguments. */
    evaluate: run("sync"),
    /** Waits until a function gives something true, and gives that. */
    async until(what, ...args) {
      for (let tries = 0; tries < 600; tries += 1) {
        const found = await page.evaluate(what, ...args);
        if (found) return found;
        await pause(100);
      }
      assert.fail(`never came: ${what}`);
    },
    /** Presses keys in an element as a person does. */
    async type(selector, text) {
      const found = await call("POST", `${session}/element`, { using: "css selector", value: selector });
      await call("POST", `${session}/element/${Object.values(found)[0]}/value`, { text });
    },
    async click(selector) {
      const found = await call("POST", `${session}/element`, { using: "css selector", value: selector });
      await call("POST", `${session}/element/${Object.values(found)[0]}/click`, {});
    },
  };
  return {
    page,
    async close() {
      await call("DELETE", session).catch(() => {});
      stop();
    },
  };
}
