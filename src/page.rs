//! The page: the only crate that knows of Leptos and the browser, and empty but for one.
//!
//! `worker` owns the log, `link` is the line to it, `protocol` what goes over the line. `state` holds
//! what the page knows; `view` draws it.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::cast_sign_loss, reason = "lengths, sizes and positions of a browser are never negative")]

mod clipboard;
mod embed;
mod examples;
mod export;
mod folds;
mod groups;
mod keys;
mod link;
mod protocol;
mod state;
mod view;
mod window;
mod worker;

use wasm_bindgen::JsCast;

/// Mounts the app, or serves as its worker: the same module runs in both.
pub fn main() {
    console_error_panic_hook::set_once();
    if js_sys::global().is_instance_of::<web_sys::Window>() {
        leptos::mount::mount_to_body(view::App);
    } else {
        worker::serve();
    }
}
