// Every way out that a script in the page could try, and every way to get a script in: the browser refuses it by
// the page's own policy, says so, and not a word arrives.
//
// No policy refuses that a page leaves for another address, which could hold anything: what runs in the page could
// send so. The page has no link to elsewhere and opens none, and the second half here is why nothing else runs in it.
import assert from "node:assert/strict";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { createServer } from "node:net";
import { test } from "node:test";
import { pause, places, suite } from "./harness.js";

const run = suite();

/** Attempts to send, with the directive that must refuse each. They run in the page; `url` is elsewhere. */
const OUT = {
  fetch: ["connect-src", (url) => void fetch(url).catch(() => {})],
  "a request kept alive": ["connect-src", (url) => void fetch(url, { method: "POST", body: "x", keepalive: true, mode: "no-cors" }).catch(() => {})],
  XMLHttpRequest: ["connect-src", (url) => {
    const request = new XMLHttpRequest();
    request.open("GET", url);
    request.send();
  }],
  WebSocket: ["connect-src", (url) => void new WebSocket(url.replace("http", "ws"))],
  EventSource: ["connect-src", (url) => void new EventSource(url)],
  sendBeacon: ["connect-src", (url) => void navigator.sendBeacon(url, "x")],
  "an image": ["img-src", (url) => void (new Image().src = url)],
  "an image of the server's own": ["img-src", () => void (new Image().src = "icon.png?x")],
  "a drawing's image": ["img-src", (url) => {
    document.body.insertAdjacentHTML("beforeend", `<svg><image href="${url}"/></svg>`);
  }],
  "a video": ["media-src", (url) => void Object.assign(document.createElement("video"), { src: url }).load()],
  "a font": ["font-src", (url) => void new FontFace("elsewhere", `url(${url})`).load().catch(() => {})],
  "a script": ["script-src-elem", (url) => document.head.append(Object.assign(document.createElement("script"), { src: url }))],
  "a style sheet": ["style-src-elem", (url) => document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: url }))],
  "a frame": ["frame-src", (url) => document.body.append(Object.assign(document.createElement("iframe"), { src: url }))],
  "an object": ["object-src", (url) => document.body.append(Object.assign(document.createElement("object"), { data: url }))],
  "a form": ["form-action", (url) => {
    const form = Object.assign(document.createElement("form"), { action: url, method: "post" });
    document.body.append(form);
    form.submit();
  }],
  "a base address": ["base-uri", (url) => document.head.append(Object.assign(document.createElement("base"), { href: url }))],
};

/** Attempts that are refused, or come to nothing, without a word: only who comes elsewhere can tell. */
const SILENT = {
  "a worker of elsewhere": (url) => {
    try { void new Worker(url); } catch { /* refused */ }
  },
  "a page fetched ahead": (url) => document.head.append(Object.assign(document.createElement("link"), { rel: "prefetch", href: url })),
  "a script fetched ahead": (url) => document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href: url })),
  "a connection made ahead": (url) => document.head.append(Object.assign(document.createElement("link"), { rel: "preconnect", href: url })),
  // No policy knows it, so the page has taken it away.
  WebRTC: async (url) => {
    if (!globalThis.RTCPeerConnection) return;
    const peer = new RTCPeerConnection({ iceServers: [{ urls: url.replace(/^http:\/\/(.*)\/$/, "stun:$1") }] });
    peer.createDataChannel("x");
    await peer.setLocalDescription();
    await new Promise((done) => setTimeout(done, 1500));
  },
};

/**
 * Attempts to run what is no part of the page; each sets `globalThis.ran` if it does. Some wait for a timer: what
 * the tests' driver runs itself may use `eval`.
 */
const IN = {
  eval: ["script-src", () => void setTimeout(() => (0, eval)("globalThis.ran = true"))],
  "new Function": ["script-src", () => void setTimeout(() => new Function("globalThis.ran = true")())],
  "a timer's text": ["script-src", () => void setTimeout("globalThis.ran = true")],
  "an inline script": ["script-src-elem", () => document.body.append(Object.assign(document.createElement("script"), { textContent: "globalThis.ran = true" }))],
  "a script of data": ["script-src-elem", () => document.body.append(Object.assign(document.createElement("script"), { src: "data:text/javascript,globalThis.ran = true" }))],
  "a script of a blob": ["script-src-elem", () => document.body.append(Object.assign(document.createElement("script"), { src: URL.createObjectURL(new Blob(["globalThis.ran = true"])) }))],
  "an import": ["script-src-elem", () => void import("data:text/javascript,globalThis.ran = true").catch(() => {})],
  "a handler in markup": ["script-src-attr", () => {
    document.body.insertAdjacentHTML("beforeend", '<button id="planted" onclick="globalThis.ran = true"></button>');
    document.getElementById("planted").click();
  }],
  "a link that is a script": ["script-src-elem", () => {
    const link = Object.assign(document.createElement("a"), { href: "javascript:void (globalThis.ran = true)" });
    document.body.append(link);
    link.click();
  }],
  "a style in markup": ["style-src-attr", () => document.body.insertAdjacentHTML("beforeend", '<p style="color: red"></p>')],
};

/** The same from the page's kind of worker, which lives under the page's policy. */
const WORKER = {
  fetch: "fetch(url).catch(() => {})",
  XMLHttpRequest: "{ const r = new XMLHttpRequest(); r.open('GET', url); r.send(); }",
  WebSocket: "new WebSocket(url.replace('http', 'ws'))",
  EventSource: "new EventSource(url)",
  importScripts: "importScripts(url)",
  eval: "(0, eval)('postMessage(\\'ran\\')')",
};

/**
 * A server elsewhere that hears what is said to it, on TCP and on UDP. That somebody connects and says nothing does
 * not count: Chromium does so ahead of a form or a frame, before it asks the policy.
 */
async function elsewhere() {
  const heard = [];
  const tcp = createServer((socket) => {
    socket.on("data", (data) => heard.push(data.toString())).on("error", () => {});
    setTimeout(() => socket.destroy(), 100);
  }).listen(0, "127.0.0.1");
  await once(tcp, "listening");
  const { port } = tcp.address();
  const udp = createSocket("udp4", () => heard.push("UDP")).bind(port, "127.0.0.1");
  await once(udp, "listening");
  return { url: `http://127.0.0.1:${port}/`, heard: () => heard.splice(0), close: () => (tcp.close(), udp.close()) };
}

/** Makes an attempt and gives the directives that the browser then names. */
async function refusals(page, watched, attempt, ...args) {
  watched.troubles().splice(0);
  // Some attempts throw where they are refused.
  await page.evaluate(attempt, ...args).catch(() => {});
  const told = () => watched.troubles().filter(({ kind }) => kind === "violation").map(({ what }) => what.split(" ")[0]);
  for (let tries = 0; tries < 40 && told().length === 0; tries += 1) await pause(page, 50);
  return told();
}

for (const [name, place] of Object.entries(places)) {
  test(`nothing gets out or in, ${name}`, async (t) => {
    const { url, heard, close } = await elsewhere();
    t.after(close);
    await run(place, {}, async (page, watched) => {
      for (const [way, [directive, attempt]] of Object.entries(OUT)) {
        if (place.startsWith("file:") && way.endsWith("server's own")) continue;
        await t.test(`out: ${way}`, async () => {
          assert.deepEqual(new Set(await refusals(page, watched, attempt, url)), new Set([directive]));
          assert.deepEqual(heard(), []);
        });
      }
      for (const [way, attempt] of Object.entries(SILENT)) {
        await t.test(`out: ${way}`, async () => {
          await page.evaluate(attempt, url);
          await pause(page, 500);
          assert.deepEqual(heard(), []);
        });
      }
      for (const [way, [directive, attempt]] of Object.entries(IN)) {
        await t.test(`in: ${way}`, async () => {
          const named = new Set(await refusals(page, watched, attempt));
          await pause(page, 50);
          assert.equal(await page.evaluate(() => globalThis.ran), undefined);
          assert.deepEqual(named, new Set([directive]));
        });
      }
      for (const [way, code] of Object.entries(WORKER)) {
        await t.test(`out of a worker: ${way}`, async () => {
          const said = await page.evaluate((code, url) => {
            const script = `
              const url = ${JSON.stringify(url)};
              addEventListener("securitypolicyviolation", (event) => postMessage(event.effectiveDirective));
              try { ${code} } catch (error) { postMessage(String(error)); }`;
            const worker = new Worker(URL.createObjectURL(new Blob([script])));
            return Promise.race([
              new Promise((done) => (worker.onmessage = ({ data }) => done(data))),
              new Promise((done) => setTimeout(done, 1000, "nothing")),
            ]);
          }, code, url);
          assert.notEqual(said, "ran");
          assert.deepEqual(heard(), []);
        });
      }
      await pause(page, 300);
      assert.deepEqual(heard(), []);
      assert.equal(new URL(page.url()).href.split("#")[0], place, "the page is still there");
      watched.troubles().splice(0);
    });
  });
}
