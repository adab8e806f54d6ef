//! The web page: mounts the app, or serves as its worker.

#[cfg(target_arch = "wasm32")]
mod ui;

fn main() {
    #[cfg(target_arch = "wasm32")]
    ui::main();
}
