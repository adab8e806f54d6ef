//! A server on this machine alone: the packed page, and what installs it, on 127.0.0.1.

use crate::page;
use crate::step::{Result, Task};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

/// The port where none is named.
const PORT: u16 = 8080;

/// All that is served, with its type.
const FILES: [(&str, &str); 3] = [
    ("maillens.html", "text/html; charset=utf-16"),
    ("manifest.webmanifest", "application/manifest+json"),
    ("sw.js", "text/javascript; charset=utf-8"),
];

/// Builds the page, serves it until interrupted, and opens it where there is a desktop.
pub fn command(args: &[String]) -> Result<Task> {
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
    Ok(Box::new(move || start(port, open)))
}

fn start(port: Option<u16>, open: bool) -> Result {
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
    serve(&listener, page.parent().unwrap_or(&page));
    Ok(())
}

/// Serves the page's folder in the background while the program runs; gives the page's address.
pub fn in_background(folder: PathBuf) -> Result<String> {
    let listener = listen(0)?;
    let address = address(&listener)?;
    std::thread::spawn(move || serve(&listener, &folder));
    Ok(address)
}

/// A port that nobody listens on.
pub fn free_port() -> Result<u16> {
    listen(0)?.local_addr().map(|address| address.port()).map_err(|error| error.to_string())
}

fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| format!("port {port}: {error}"))
}

fn address(listener: &TcpListener) -> Result<String> {
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    Ok(format!("http://{address}/maillens.html"))
}

fn serve(listener: &TcpListener, folder: &Path) {
    for stream in listener.incoming().flatten() {
        let folder = folder.to_owned();
        // A visitor who goes away is no fault of the server.
        std::thread::spawn(move || answer(stream, &folder).ok());
    }
}

fn answer(mut stream: TcpStream, folder: &Path) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut lines = BufReader::new(stream.try_clone()?.take(16_384)).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    // A browser that is not heard out reports a broken connection.
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}

    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let path = target.split('?').next().unwrap_or_default().trim_start_matches('/');
    let plain = "text/plain; charset=utf-8";
    let (status, kind, body) = match (method, FILES.iter().find(|(name, _)| *name == path)) {
        ("GET" | "HEAD", Some((name, kind))) => ("200 OK", *kind, std::fs::read(folder.join(name))?),
        ("GET" | "HEAD", None) if path.is_empty() => {
            ("302 Found\r\nLocation: /maillens.html", plain, Vec::new())
        }
        ("GET" | "HEAD", None) => {
            ("404 Not Found", plain, b"Not here: the page is at /maillens.html\n".to_vec())
        }
        _ => ("405 Method Not Allowed", plain, Vec::new()),
    };
    // What the page's own policy cannot say: nobody frames it, and its service worker asks only this server.
    let policy = match path {
        "sw.js" => "default-src 'none'; connect-src 'self'",
        _ => "frame-ancestors 'none'",
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
         Cache-Control: no-cache\r\nContent-Security-Policy: {policy}\r\n\
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
    fn serves_the_page_and_what_installs_it_and_nothing_else() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../install");
        let manifest = std::fs::read_to_string(folder.join("manifest.webmanifest")).unwrap();
        let address = super::in_background(folder).unwrap();
        let host = address.trim_start_matches("http://").trim_end_matches("/maillens.html").to_owned();
        let get = |path: &str| {
            let mut stream = std::net::TcpStream::connect(&host).unwrap();
            write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n").unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            answer
        };
        let answer = get("/manifest.webmanifest?x");
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\n") && answer.ends_with(&manifest));
        assert!(answer.contains("\r\nContent-Type: application/manifest+json\r\n"));
        assert!(answer.contains("\r\nContent-Security-Policy: frame-ancestors 'none'\r\n"));
        assert!(get("/").starts_with("HTTP/1.1 302 Found\r\nLocation: /maillens.html\r\n"));
        assert!(get("/../Cargo.toml").starts_with("HTTP/1.1 404"));
    }
}
