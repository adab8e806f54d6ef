//! A server for one file on this machine: the packed page on 127.0.0.1.

use crate::page;
use crate::step::Result;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

/// The port where none is named.
const PORT: u16 = 8080;

/// Builds the page, serves it until interrupted, and opens it where there is a desktop.
pub fn command(args: &[String]) -> Result {
    let (mut port, mut open) = (None, true);
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--no-open" => open = false,
            "--port" => {
                let number = args.next().and_then(|number| number.parse().ok());
                port = Some(number.ok_or("--port takes a number from 0 to 65535.")?);
            }
            _ => return Err(format!("serve has no option {arg}.")),
        }
    }
    let page = page::build()?;
    // A port that was asked for is an order; the usual one is a habit.
    let listener = match port {
        Some(port) => listen(port)?,
        None => listen(PORT).or_else(|_| listen(0))?,
    };
    let address = address(&listener)?;
    println!("\nmaillens is served at {address} (Ctrl+C ends it)");
    if open {
        open_in_browser(&address);
    }
    serve(&listener, &page);
    Ok(())
}

/// Serves the page in the background while the program runs; gives its address.
pub fn in_background(page: PathBuf) -> Result<String> {
    let listener = listen(0)?;
    let address = address(&listener)?;
    std::thread::spawn(move || serve(&listener, &page));
    Ok(address)
}

fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| format!("port {port}: {error}"))
}

fn address(listener: &TcpListener) -> Result<String> {
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    Ok(format!("http://{address}/"))
}

fn serve(listener: &TcpListener, page: &Path) {
    for stream in listener.incoming().flatten() {
        let page = page.to_owned();
        // A visitor who goes away is no fault of the server.
        std::thread::spawn(move || answer(stream, &page).ok());
    }
}

fn answer(mut stream: TcpStream, page: &Path) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut lines = BufReader::new(stream.try_clone()?.take(16_384)).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    // A browser that is not heard out reports a broken connection.
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}

    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let path = target.split('?').next().unwrap_or_default();
    let (status, body) = match (method, path) {
        ("GET" | "HEAD", "/" | "/maillens.html") => ("200 OK", std::fs::read(page)?),
        ("GET" | "HEAD", _) => ("404 Not Found", b"Not here: the page is at /\n".to_vec()),
        _ => ("405 Method Not Allowed", Vec::new()),
    };
    let kind = if status == "200 OK" { "text/html" } else { "text/plain" };
    // `frame-ancestors` is the one part of the policy that the page cannot say itself.
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}; charset=utf-8\r\nContent-Length: {}\r\n\
         Cache-Control: no-cache\r\nContent-Security-Policy: frame-ancestors 'none'\r\n\
         Referrer-Policy: no-referrer\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    if method == "GET" {
        stream.write_all(&body)?;
    }
    stream.flush()
}

/// Opens the address where there is a desktop; without one the printed address must do.
fn open_in_browser(address: &str) {
    let desktop = std::env::var_os("DISPLAY").or_else(|| std::env::var_os("WAYLAND_DISPLAY")).is_some();
    let program = match std::env::consts::OS {
        "macos" => "open",
        "windows" => "explorer",
        _ if desktop => "xdg-open",
        _ => return,
    };
    let opened =
        Command::new(program).arg(address).stdout(Stdio::null()).stderr(Stdio::null()).spawn().is_ok();
    if !opened {
        println!("No browser could be opened: please open the address yourself.");
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read as _, Write as _};

    #[test]
    fn serves_the_page_and_nothing_else() {
        let page = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
        let text = std::fs::read_to_string(&page).unwrap();
        let address = super::in_background(page).unwrap();
        let host = address.trim_start_matches("http://").trim_end_matches('/').to_owned();
        let get = |path: &str| {
            let mut stream = std::net::TcpStream::connect(&host).unwrap();
            write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n").unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            answer
        };
        let answer = get("/?x");
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\n") && answer.ends_with(&text));
        assert!(answer.contains("\r\nContent-Security-Policy: frame-ancestors 'none'\r\n"));
        assert!(get("/../Cargo.lock").starts_with("HTTP/1.1 404"));
    }
}
