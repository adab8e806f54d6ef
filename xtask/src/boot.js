// Starts the packed page. It runs last in <body>, after the glue (wasm-bindgen's `no-modules` output, a
// classic script that defines `wasm_bindgen`) and the program (gzip, seven bits a character, which no browser executes).
//
// What the Rust program may rely on, and what it must do:
// - One binary, `main`, runs twice: in the page, where the global is a `Window`, and in the worker, where it
//   is not. It asks for that before it touches anything else.
// - In the page `globalThis.maillens` is `{ module, workerUrl }` before `main` runs: the compiled
//   `WebAssembly.Module`, and the address of a classic worker script made of the same glue.
// - The page starts the worker with `new Worker(maillens.workerUrl)` and posts `{ module: maillens.module }`
//   (posting the whole of `maillens` does too). That first message runs `main` in the worker, and
//   is seen by nobody else. `main` sets its own `onmessage` and then posts "ready"; the page sends nothing
//   before it has heard that.
// - `#boot` says "Opening…" until `main` returned in the page, and says why where it cannot run.
"use strict";
// Eight characters of seven bits are seven bytes.
const bytes = (text) => {
  const all = new Uint8Array(Math.floor((text.length * 7) / 8));
  let held = 0;
  let count = 0;
  let at = 0;
  for (let i = 0; at < all.length; i += 1) {
    held = ((held << 7) | (text.charCodeAt(i) & 127)) & 0x7fff;
    count += 7;
    if (count >= 8) {
      count -= 8;
      all[at] = held >> count;
      at += 1;
    }
  }
  return all;
};
(async () => {
  const text = (id) => document.getElementById(id).textContent;
  const packed = bytes(text("wasm"));
  const wasm = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const type = { headers: { "Content-Type": "application/wasm" } };
  const module = await WebAssembly.compileStreaming(new Response(wasm, type));

  const start = "addEventListener('message', ({ data }) => wasm_bindgen.initSync({ module: data.module }), { once: true });";
  const worker = new Blob([text("glue"), "\n", start], { type: "text/javascript" });
  globalThis.maillens = { module, workerUrl: URL.createObjectURL(worker) };

  await wasm_bindgen({ module_or_path: module });
  document.getElementById("boot").remove();
})().catch((error) => {
  console.error(error);
  const boot = document.getElementById("boot");
  if (boot) boot.textContent = `maillens cannot run in this browser. It needs WebAssembly and DecompressionStream. (${error})`;
});
