// The service worker of the served page: it keeps this one page, at this one version, and gives it when it is
// asked for, so the page opens without a network. It fetches nothing else and passes nothing on.
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

addEventListener("install", (event) => event.waitUntil(keep()));
addEventListener("activate", (event) => event.waitUntil(forgetOthers()));
addEventListener("fetch", (event) => {
  const { origin, pathname } = new URL(event.request.url);
  if (event.request.mode !== "navigate" || origin + pathname !== PAGE) return;
  const kept = caches.open(NAME + INTEGRITY).then((cache) => cache.match(PAGE));
  event.respondWith(kept.then((page) => page ?? fetch(event.request)));
});
addEventListener("message", ({ data }) => data === "take over" && skipWaiting());
