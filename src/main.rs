//! The web page: mounts the app, or serves as its worker.

fn main() {
    #[cfg(target_arch = "wasm32")]
    maillens_page::main();
}
