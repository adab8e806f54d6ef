//! Whether standard output was closed when the program began. Before `main`, Rust opens `/dev/null` in its place, and all
//! that is written would be lost in silence.

#[cfg(target_os = "linux")]
mod early {
    use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

    pub static CLOSED: AtomicBool = AtomicBool::new(false);

    /// What the loader calls before `main`.
    #[used]
    #[expect(
        unsafe_code,
        reason = "only the loader runs anything so early; it calls a function that is safe"
    )]
    #[unsafe(link_section = ".init_array")]
    static LOOK: extern "C" fn() = look;

    extern "C" fn look() {
        let is_there = |path: &str| std::fs::symlink_metadata(path).is_ok();
        CLOSED.store(is_there("/proc/self/fd") && !is_there("/proc/self/fd/1"), Relaxed);
    }
}

/// True where nobody can read what is written, as far as the system tells.
pub fn is_closed() -> bool {
    #[cfg(target_os = "linux")]
    return early::CLOSED.load(std::sync::atomic::Ordering::Relaxed);
    #[cfg(not(target_os = "linux"))]
    false
}
