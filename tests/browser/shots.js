// Pictures of the page in its main states, and of its icon: node shots.js FOLDER [LOG]
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { launch, open, pasteText, pause, places } from "./harness.js";

/** Opens a room; false where the page has none of this name. */
const room = (id) => async (page) => {
  const tab = await page.$(`#tab-${id}`);
  await tab?.click();
  return tab !== null;
};

/** What is pictured, in this order: the name, and how the page gets there from the state before. */
const STATES = [
  ["paste", async () => {}],
  ["messages", async (page) => {
    if (log) await pasteText(page, await readFile(log, "utf8"));
    else await page.click("li:nth-child(2) [data-example]");
    // What is pointed at is lit.
    await page.mouse.move(0, 0);
    await page.waitForSelector("#tab-messages");
  }],
  ["lines", room("lines")],
  ["overview", room("overview")],
  ["reply", room("reply")],
];
const SCHEMES = ["light", "dark"];
const SIZES = [
  { width: 360, height: 780 },
  { width: 1440, height: 900 },
];

/** The icon at the sizes that installing asks for; a maskable one is cut to a shape by the system. */
const ICONS = [
  { name: "icon-192", size: 192 },
  { name: "icon-512", size: 512 },
  { name: "icon-maskable-512", size: 512, maskable: true },
];

const [folder, log] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const { browser, close } = await launch();
try {
  for (const scheme of SCHEMES) {
    for (const size of SIZES) {
      const { page, troubles } = await open(browser, places["a file"], { size, scheme });
      for (const [name, reach] of STATES) {
        if ((await reach(page)) === false) continue;
        // The worker's answers are there, and drawn.
        await pause(page, 600);
        const path = join(folder, `${name}-${scheme}-${size.width}.webp`);
        await page.screenshot({ path, type: "webp", quality: 80 });
        console.log(path);
      }
      for (const { kind, what } of troubles()) console.log(`  ${kind}: ${what}`);
      await page.close();
    }
  }
  if (!log) await icons();
} finally {
  await close();
}

async function icons() {
  const install = fileURLToPath(new URL("../../install", import.meta.url));
  const icon = `data:image/svg+xml;base64,${(await readFile(join(install, "icon.svg"))).toString("base64")}`;
  const page = await browser.newPage();
  for (const { name, size, maskable } of ICONS) {
    await page.setViewport({ width: size, height: size });
    // What is cut off holds only ground: the drawing keeps to the middle.
    const style = maskable ? "background: #1d5f8a; padding: 12%" : "";
    const img = `<img src="${icon}" style="width: 100%; height: 100%; box-sizing: border-box; display: block; ${style}">`;
    await page.setContent(`<body style="margin: 0; background: transparent">${img}`);
    const path = join(install, `${name}.png`);
    await page.screenshot({ path, omitBackground: true });
    console.log(path);
  }
}
