// Runs in the extension's page: takes the text that it was opened for and gives it to the page.
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
  if (text) await takeIn({ text });
})();
