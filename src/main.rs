//! The web page: mounts the app, or serves as its worker.
fn main() {}
