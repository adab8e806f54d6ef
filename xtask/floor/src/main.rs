//! Reads one log and prints what it counts.

fn main() -> std::io::Result<()> {
    let log = std::env::args_os().nth(1).unwrap_or_default();
    println!("{:?}", floor::read(&std::fs::read(log)?));
    Ok(())
}
