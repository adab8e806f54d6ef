// Takes what is selected in a tab to a page of the extension. It reads a tab only when a person asks for it, by the
// menu or by the keyboard: `activeTab` allows that one tab, that one time, and nothing else is ever read.
"use strict";
const api = globalThis.browser ?? globalThis.chrome;
const PAGE = "maillens.html";
/** What waits for its page, by a name that only that page knows. It's kept nowhere else. */
const waiting = new Map();

/** Opens the page, with this text if there is any. */
const open = async (text, beside) => {
  let url = api.runtime.getURL(PAGE);
  if (text) {
    const name = crypto.randomUUID();
    waiting.set(name, text);
    url += `?take=${name}`;
  }
  await api.tabs.create({ url, ...(beside && { index: beside.index + 1, openerTabId: beside.id }) });
};

/** Runs in the tab: the selected text as it is laid out, with its line breaks; what is selected in a field counts. */
const selected = () => {
  const field = document.activeElement;
  const inField = field?.matches?.("textarea, input") ? field.value?.slice(field.selectionStart, field.selectionEnd) : "";
  return inField || String(getSelection());
};

/**
 * What is selected in a tab, in the frame that is known or in whichever has something.
 *
 * The tab may hear of the command before it hears that it may be read now, on a busy machine: so it's asked again.
 */
const selection = async (tab, frame, tries = 5) => {
  const target = { tabId: tab.id, ...(frame === undefined ? { allFrames: true } : { frameIds: [frame] }) };
  try {
    const results = await api.scripting.executeScript({ target, func: selected });
    return results.map(({ result }) => result).find((text) => text?.trim());
  } catch (error) {
    if (tries === 1) throw error;
    await new Promise((done) => setTimeout(done, 100));
    return selection(tab, frame, tries - 1);
  }
};

/** Explains what is selected; `known` is what the browser told of it, on one line. */
const explain = async (tab, frame, known) => {
  // Pages of the browser itself, and frames of other sites, can't be read.
  const text = await selection(tab, frame).catch(() => undefined);
  await open(text ?? known, tab);
};

const menu = ({ menuItemId, frameId, selectionText }, tab) => {
  if (menuItemId === "explain") return explain(tab, frameId, selectionText);
};

api.runtime.onInstalled.addListener(() =>
  api.contextMenus.create({ id: "explain", title: "Explain with maillens", contexts: ["selection"] }),
);
api.contextMenus.onClicked.addListener(menu);
api.commands.onCommand.addListener((command, tab) => {
  if (command === "explain") return explain(tab);
});
api.action.onClicked.addListener((tab) => open(undefined, tab));

// Only the extension's own page asks, and what it took is gone.
api.runtime.onMessage.addListener((message, sender, answer) => {
  if (!sender.url?.startsWith(api.runtime.getURL(PAGE)) || typeof message?.take !== "string") return;
  answer(waiting.get(message.take));
  waiting.delete(message.take);
});
