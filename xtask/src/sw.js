// The service worker of the served page: it keeps this one page, at this one version, and gives it when it is
// asked for, so the page opens without a network. It fetches nothing else, and passes on to this page alone what was
// shared with it.
"use strict";
const PAGE = new URL("maillens.html", location).href;
// The packer writes the page's hash here: a new page makes a new worker, and no other page is kept.
const INTEGRITY = "<integrity>";
const NAME = "maillens ";

const keep = async () => {
  const page = await fetch(PAGE, { cache: "reload", integrity: INTEGRITY });
  await (await caches.open(NAME + INTEGRITY)).put(PAGE, page);
};
const forgetOthers = async () => {
  const others = (await caches.keys()).filter((name) => name.startsWith(NAME) && name !== NAME + INTEGRITY);
  await Promise.all(others.map((name) => caches.delete(name)));
};

/** What was shared and waits for its page, by a name that only that page knows. It's kept nowhere else. */
const shared = new Map();
const share = async (request) => {
  const form = await request.formData();
  const name = crypto.randomUUID();
  // A field without a file is sent as an empty one.
  shared.set(name, { text: form.get("text") ?? "", files: form.getAll("files").filter(({ size }) => size > 0) });
  return Response.redirect(`${PAGE}?shared=${name}`, 303);
};

addEventListener("install", (event) => event.waitUntil(keep()));
addEventListener("activate", (event) => event.waitUntil(forgetOthers()));
addEventListener("fetch", (event) => {
  const { origin, pathname } = new URL(event.request.url);
  if (event.request.mode !== "navigate" || origin + pathname !== PAGE) return;
  if (event.request.method === "POST") return event.respondWith(share(event.request));
  const kept = caches.open(NAME + INTEGRITY).then((cache) => cache.match(PAGE));
  event.respondWith(kept.then((page) => page ?? fetch(event.request)));
});
addEventListener("message", ({ data, ports }) => {
  if (data === "take over") skipWaiting();
  if (data?.shared) {
    ports[0].postMessage(shared.get(data.shared));
    shared.delete(data.shared);
  }
});
