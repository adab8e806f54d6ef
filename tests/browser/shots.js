// Pictures of the page, to be looked at: node shots.js FOLDER [LOG]
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { launch, open, pasteText, places } from "./harness.js";

const [folder, log] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const { browser, close } = await launch();
try {
  for (const scheme of ["light", "dark"]) {
    for (const width of [360, 1440]) {
      const size = { width, height: width < 500 ? 780 : 900 };
      const { page, troubles } = await open(browser, places["a file"], { size, scheme });
      const shoot = async (state) => {
        const path = join(folder, `${state}-${scheme}-${width}.png`);
        // Fonts and the worker's answers are there when two frames in a row have been drawn.
        await page.evaluate(() => new Promise((done) => setTimeout(() => requestAnimationFrame(done), 400)));
        await page.screenshot({ path });
        console.log(path);
      };
      await shoot("paste");
      if (log) await pasteText(page, await readFile(log, "utf8"));
      else await page.evaluate(() => document.querySelector("[data-example]")?.click());
      await shoot("read");
      for (const { kind, what } of troubles()) console.log(`  ${kind}: ${what}`);
      await page.close();
    }
  }
} finally {
  await close();
}
