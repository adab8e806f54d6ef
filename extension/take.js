// Runs in the extension's page: takes the text that it was opened for and pastes it, as a person would.
"use strict";
(async () => {
  const api = globalThis.browser ?? globalThis.chrome;
  const address = new URL(location);
  const take = address.searchParams.get("take");
  if (!take) return;
  // Who reloads the page, or keeps its address, gets an empty one.
  address.searchParams.delete("take");
  history.replaceState(history.state, "", address);
  const text = await api.runtime.sendMessage({ take });
  if (!text) return;
  const boot = document.getElementById("boot");
  if (boot) {
    await new Promise((done) => {
      const watch = new MutationObserver(() => boot.isConnected || (watch.disconnect(), done()));
      watch.observe(document.body, { childList: true });
    });
  }
  const data = new DataTransfer();
  data.setData("text/plain", text);
  const paste = new ClipboardEvent("paste", { bubbles: true, cancelable: true });
  // Firefox leaves out what its constructor is given.
  Object.defineProperty(paste, "clipboardData", { value: data });
  document.body.dispatchEvent(paste);
})();
