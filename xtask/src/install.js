// Makes the served page one that can be installed and that opens without a network: it names the manifest and
// registers `sw.js`, which keeps this one page. From a file there is nothing to install and nothing is asked
// for; nor where the page is served by another name than the one that `sw.js` keeps.
//
// What the installed page is opened with, a file or what was shared with it, is read as if it had been dropped there.
//
// A newer version waits until the person says so: a reload closes the log that is on screen.
"use strict";
(async () => {
  const served = /^https?:$/.test(location.protocol) && location.pathname.endsWith("/maillens.html");
  const workers = navigator.serviceWorker;
  if (!served || !workers) return;
  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };
  document.head.append(element("link", { rel: "manifest", href: "manifest.webmanifest" }));

  globalThis.launchQueue?.setConsumer(async ({ files }) => {
    const opened = await Promise.all((files ?? []).map((file) => file.getFile()));
    if (opened.length > 0) await takeIn({ files: opened });
  });
  const address = new URL(location);
  const shared = address.searchParams.get("shared");
  if (shared) {
    // Who reloads the page, or keeps its address, gets an empty one.
    address.searchParams.delete("shared");
    history.replaceState(history.state, "", address);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => data && takeIn(data);
    workers.controller?.postMessage({ shared }, [port2]);
  }

  const bar = element("div", { className: "newer", role: "status" });
  const offer = (worker) => {
    const reload = () => {
      workers.addEventListener("controllerchange", () => location.reload(), { once: true });
      worker.postMessage("take over");
    };
    const closes = element("span", { className: "closes" }, " Reloading closes the log on screen.");
    bar.replaceChildren(
      element("p", {}, "A newer version is ready.", closes),
      element("button", { type: "button", className: "strong", onclick: reload }, "Reload"),
      element("button", { type: "button", className: "plain", onclick: () => bar.replaceChildren() }, "Later"),
    );
  };
  // Without a controller this is the first version here, and there is nothing to be newer than.
  const watch = (worker) =>
    worker?.addEventListener("statechange", () => {
      if (worker.state === "installed" && workers.controller) offer(worker);
    });
  const registration = await workers.register("sw.js");
  document.body.append(bar);
  if (registration.waiting && workers.controller) offer(registration.waiting);
  watch(registration.installing);
  registration.addEventListener("updatefound", () => watch(registration.installing));
})().catch(() => {
  // A page that cannot be kept works as it did before.
});
