// Starts the packed page. It runs last in <body>, after the program, which no browser executes as it is: the
// glue (wasm-bindgen's `no-modules` output, a classic script that defines `wasm_bindgen`), behind it the styles
// of the page and the wasm, all in one xz stream, written as text.
//
// What the Rust program may rely on, and what it must do:
// - One binary, `main`, runs twice: in the page, where the global is a `Window`, and in the worker, where it
//   is not. It asks for that before it touches anything else.
// - In the page `globalThis.maillens` is `{ module, workerUrl, worker }` before `main` runs: the compiled
//   `WebAssembly.Module`, the address of a classic worker script made of the same glue, and, where one starts,
//   a first such worker, which the page takes out. It starts others with `new Worker(maillens.workerUrl)`.
// - The page posts `{ module: maillens.module }` to a worker (posting the whole of `maillens` does too). That
//   first message runs `main` in the worker, and is seen by nobody else. `main` sets its own `onmessage` and
//   then posts "ready"; the page sends nothing before it has heard that.
// - `#boot` says "Opening…" until `main` returned in the page, and says why where it cannot run.
//
// `takeIn({ text, files })` gives the page what came another way than by a person's hand, once it runs: as if it had been
// dropped there. What installs the page and what takes a selection in an extension call it.
"use strict";
// No policy knows WebRTC, which could send: so the page has none.
for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection"]) delete globalThis[name];
// A character is 15 bits, or 16 where the first 15 are less than 30,000; the packer says which it uses (`as_text`).
const bytes = (text, size) => {
  const all = new Uint8Array(size);
  let held = 0;
  let count = 0;
  let at = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const value = code - (code < 0xd800 ? 64 : 64 + 0x800);
    const first = value & 0x7fff;
    const more = first < 30000 ? 1 : 0;
    held = (held << (15 + more)) | (first << more) | (value >> 15);
    count += 15 + more;
    while (count >= 8) {
      count -= 8;
      all[at] = held >> count;
      at += 1;
    }
  }
  return all;
};
const started = (async () => {
  const packed = document.getElementById("program");
  const stream = new Blob([bytes(packed.textContent, packed.dataset.size)]).stream();
  const program = await new Response(new globalThis["xz-decompress"].XzReadableStream(stream)).arrayBuffer();
  const text = (from, to) => new TextDecoder().decode(program.slice(from, to));
  const glue = text(0, packed.dataset.glue);
  const start = "addEventListener('message', ({ data }) => wasm_bindgen.initSync({ module: data.module }), { once: true });";
  // In an extension styles, glue and worker are files, because its policy knows no hashes.
  let workerUrl = packed.dataset.worker;
  if (!workerUrl) {
    // The policy names styles and glue by their hashes, so they act as if they stood in the page.
    const put = (element, content) => document.head.append(Object.assign(document.createElement(element), { textContent: content }));
    put("style", text(packed.dataset.glue, packed.dataset.style));
    put("script", glue);
    workerUrl = URL.createObjectURL(new Blob([glue, "\n", start], { type: "text/javascript" }));
  }
  globalThis.maillens = { workerUrl };
  try {
    // It starts while the program is compiled.
    maillens.worker = new Worker(workerUrl);
  } catch {
    // The page finds out for itself that none starts.
  }
  const module = await WebAssembly.compile(program.slice(packed.dataset.style));
  maillens.module = module;

  await wasm_bindgen({ module_or_path: module });
  document.getElementById("boot").remove();
})();
started.catch((error) => {
  console.error(error);
  const boot = document.getElementById("boot");
  if (boot) boot.textContent = `maillens cannot run in this browser. It needs WebAssembly. (${error})`;
});
globalThis.takeIn = async ({ text = "", files = [] }) => {
  await started;
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  if (files.length === 0) dataTransfer.setData("text/plain", text);
  document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
};
