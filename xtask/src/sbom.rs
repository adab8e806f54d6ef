//! What others wrote that is in what is handed out: a bill of materials in `CycloneDX` 1.6, as JSON.
//!
//! It is made of what Cargo says each product holds, without a time or a number of its own, so the same sources give the
//! same bytes. What runs only while a product is built (macros, build scripts) is not in it.

use crate::step::{Result, ask, cargo, read, root};
use crate::tools;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// A thing that is handed out: its name there, the package that it is built from, and the target.
pub type Product<'a> = (&'a str, &'a str, &'a str);

/// What is known of all products together.
#[derive(Default)]
struct Bill {
    /// By reference, which is a package URL, what the part is.
    parts: BTreeMap<String, Value>,
    /// What each is made of, by references.
    made_of: BTreeMap<String, BTreeSet<String>>,
}

/// The bill for these products.
pub fn of(products: &[Product]) -> Result<String> {
    let lock = read(&root().join("Cargo.lock"))?;
    let mut bill = Bill::default();
    let mut own = Vec::new();
    for (name, package, target) in products {
        let tree = ["tree", "--locked", "--edges", "normal,no-proc-macro", "--prefix", "depth"];
        let tree =
            cargo(&tree).args(["--format", " {p}|{l}", "--package", package, "--target", target]).output();
        let tree = tree.ok().filter(|tree| tree.status.success()).ok_or("cargo tree failed")?;
        let product = format!("maillens:{name}");
        bill.crates(&product, &String::from_utf8_lossy(&tree.stdout), &lock);
        own.push(json!({ "type": "application", "bom-ref": product, "name": name, "version": VERSION }));
        // The one part of the page that is no crate.
        if *package == "maillens-page" {
            let (name, version, sha256) = tools::unpacker_is();
            let reference = format!("pkg:npm/{name}@{version}");
            let hashes = json!([{ "alg": "SHA-256", "content": sha256 }]);
            bill.parts.insert(reference.clone(), part(&reference, name, version, "MIT", Some(hashes)));
            bill.made_of.entry(product).or_default().insert(reference);
        }
    }
    let made_of = bill.made_of.iter().map(|(part, of)| json!({ "ref": part, "dependsOn": of }));
    let bill = json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "component": {
            "type": "application", "bom-ref": "maillens", "name": "maillens", "version": VERSION,
            "licenses": [{ "expression": "MIT OR Apache-2.0" }], "components": own,
        } },
        "components": bill.parts.values().collect::<Vec<_>>(),
        "dependencies": made_of.collect::<Vec<_>>(),
    });
    serde_json::to_string_pretty(&bill).map(|text| text + "\n").map_err(|error| error.to_string())
}

const VERSION: &str = env!("CARGO_PKG_VERSION");

impl Bill {
    /// Adds what `cargo tree` prints: a depth, a name and a version in each line, below that of which it is a part.
    fn crates(&mut self, product: &str, tree: &str, lock: &str) {
        let mut above = Vec::new();
        for line in tree.lines() {
            let Some((depth, rest)) = line.split_once(' ') else { continue };
            let Some((package, license)) = rest.split_once('|') else { continue };
            let mut words = package.split(' ');
            let (Some(name), Some(version)) = (words.next(), words.next()) else { continue };
            let version = version.trim_start_matches('v');
            let depth = depth.parse().unwrap_or(0);
            above.truncate(depth);
            let reference =
                if depth == 0 { product.to_owned() } else { format!("pkg:cargo/{name}@{version}") };
            if let Some(of) = above.last() {
                self.made_of.entry(String::clone(of)).or_default().insert(reference.clone());
                // Its own crates have no checksum: they are the sources.
                let hashes = checksum(lock, name, version)
                    .map(|checksum| json!([{ "alg": "SHA-256", "content": checksum }]));
                // "(*)": what it is made of stands further up. "/": how old crates write OR.
                let license = license.trim_end_matches(" (*)").replace('/', " OR ");
                let made = part(&reference, name, version, &license, hashes);
                self.parts.insert(reference.clone(), made);
            }
            above.push(reference);
        }
    }
}

fn part(reference: &str, name: &str, version: &str, license: &str, hashes: Option<Value>) -> Value {
    let mut part = json!({
        "type": "library", "bom-ref": reference, "name": name, "version": version, "purl": reference,
        "licenses": [{ "expression": license }],
    });
    if let Some(hashes) = hashes {
        part["hashes"] = hashes;
    }
    part
}

/// The checksum of a crate in `Cargo.lock`.
fn checksum<'a>(lock: &'a str, name: &str, version: &str) -> Option<&'a str> {
    let entry = lock.split_once(&format!("name = \"{name}\"\nversion = \"{version}\""))?.1;
    entry.split("\n\n").next()?.split_once("checksum = \"")?.1.split('"').next()
}

/// The target that programs are built for where none is named.
pub fn host() -> Result<String> {
    let told = ask(std::process::Command::new("rustc").arg("-vV").current_dir(root()));
    let told = told.ok_or("rustc does not run.")?;
    let host = told.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| "rustc does not name its host.".to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Bill, checksum};

    const LOCK: &str = "[[package]]\nname = \"a\"\nversion = \"1.0.0\"\n\n\
        [[package]]\nname = \"b\"\nversion = \"2.0.0\"\nsource = \"x\"\nchecksum = \"beef\"\ndependencies = [\n \"c\",\n]\n";

    #[test]
    fn a_checksum_is_that_of_the_crate_and_of_no_other() {
        assert_eq!(checksum(LOCK, "b", "2.0.0"), Some("beef"));
        assert_eq!(checksum(LOCK, "a", "1.0.0"), None);
    }

    #[test]
    fn a_tree_says_what_is_made_of_what() {
        let tree = "0 maillens-page v0.1.0 (/some/folder)|MIT\n1 a v1.0.0 (/some/folder/a)|MIT\n\
                    2 b v2.0.0|MIT/Apache-2.0\n1 b v2.0.0|MIT/Apache-2.0 (*)\n";
        let mut bill = Bill::default();
        bill.crates("maillens:page", tree, LOCK);
        let of = |part: &str| bill.made_of[part].iter().map(String::as_str).collect::<Vec<_>>();
        assert_eq!(of("maillens:page"), ["pkg:cargo/a@1.0.0", "pkg:cargo/b@2.0.0"]);
        assert_eq!(of("pkg:cargo/a@1.0.0"), ["pkg:cargo/b@2.0.0"]);
        let b = &bill.parts["pkg:cargo/b@2.0.0"];
        assert_eq!(b["licenses"][0]["expression"], "MIT OR Apache-2.0");
        assert_eq!(b["hashes"][0]["content"], "beef");
        assert!(!format!("{:?}", bill.parts).contains("/some/"));
    }
}
