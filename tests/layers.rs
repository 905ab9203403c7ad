//! The order of the house: a lower layer never names a higher one, and the core never names Python's binding.
#![expect(clippy::expect_used, reason = "a test may stop")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// From the bottom to the top; modules on one line do not know each other.
const LAYERS: [&[&str]; 13] = [
    &["error", "span"],
    &["language"],
    &["text"],
    &["lexicon"],
    &["document"],
    &["measures"],
    &["report", "plain"],
    &["analyzer"],
    &["columns"],
    &["plain"],
    &["corpus"],
    &["arrow", "html"],
    &["cli"],
];

fn layer(module: &str) -> usize {
    let found = LAYERS.iter().position(|modules| modules.contains(&module));
    found.unwrap_or_else(|| panic!("src/{module} has no place in LAYERS of tests/layers.rs"))
}

/// A file of the package, by its path from the root.
fn file(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a file")
}

/// Every Rust file below a folder, by its path from the root.
fn sources(folder: &str, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).expect("a folder") {
        let entry = entry.expect("an entry");
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            sources(&path, found);
        } else if Path::new(&path).extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
}

/// The files of the core, each with its module of the top level.
fn modules() -> Vec<(String, String)> {
    let mut files = Vec::new();
    sources("src", &mut files);
    let inner = files.into_iter().filter(|path| !matches!(path.as_str(), "src/lib.rs" | "src/main.rs"));
    let module = |path: &str| path.split(['/', '.']).nth(1).expect("a name").to_owned();
    inner.map(|path| (module(&path), path)).collect()
}

/// The code of a file without its comments.
fn code(path: &str) -> String {
    file(path).lines().map(|line| line.split("//").next().unwrap_or_default().to_owned() + "\n").collect()
}

/// The modules that code names after `prefix`, alone or in braces.
fn named(code: &str, prefix: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for after in code.split(prefix).skip(1) {
        let names = match after.strip_prefix('{') {
            Some(list) => list.split('}').next().unwrap_or_default().split(',').map(str::trim).collect(),
            None => vec![after],
        };
        let names = names.into_iter().map(|name| name.split(|c: char| !c.is_alphanumeric() && c != '_').next());
        found.extend(names.flatten().filter(|name| !name.is_empty()).map(str::to_owned));
    }
    found
}

#[test]
fn names_are_read_alone_and_in_braces() {
    let names = named("use crate::text::fold; use crate::{lexicon::Term, span::Span};\ncrate::error::Error", "crate::");
    assert_eq!(names.into_iter().collect::<Vec<_>>(), ["error", "lexicon", "span", "text"]);
}

#[test]
fn lower_layers_name_no_higher_ones() {
    let modules = modules();
    assert!(modules.len() > 20, "the files are found");
    for (module, path) in &modules {
        // The doors on top may use the crate as its users do: `crate::Report`.
        for other in named(&code(path), "crate::") {
            if layer(module) + 2 >= LAYERS.len() && other.starts_with(char::is_uppercase) {
                continue;
            }
            let beside = layer(&other) == layer(module) && other != *module && layer(module) > 0;
            assert!(layer(&other) <= layer(module) && !beside, "{path} names {other}, which is no lower layer");
        }
    }
}

#[test]
fn measures_know_counts_and_no_other_measure() {
    for (module, path) in modules().into_iter().filter(|(module, _)| module == "measures") {
        let code = code(&path);
        let own = path.split(['/', '.']).nth(2).expect("a name");
        // In a folder of its own a measure's parts know each other.
        let is_part = path.matches('/').count() > 2;
        let siblings = if is_part { named(&code, "super::super::") } else { named(&code, "super::") };
        for other in siblings.into_iter().chain(named(&code, &format!("crate::{module}::"))) {
            let known = other == "counts" || other == own || other == "*" || other == "super";
            assert!(known || other.starts_with(char::is_uppercase), "{path} names the measure {other}");
        }
    }
}

/// The packages of Cargo.lock, each with those it depends on.
fn lock() -> BTreeMap<String, Vec<String>> {
    let lock = file("Cargo.lock");
    let packages = lock.split("[[package]]").skip(1).map(|block| {
        let quoted = |line: &str| line.split('"').nth(1).and_then(|name| name.split(' ').next()).map(str::to_owned);
        let name = block.lines().find(|line| line.starts_with("name = ")).and_then(quoted).expect("a name");
        let dependencies = block.split("dependencies = [").nth(1).unwrap_or_default();
        (name, dependencies.lines().filter_map(quoted).collect::<Vec<_>>())
    });
    // Two versions of one package count as one.
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    packages.for_each(|(name, dependencies)| found.entry(name).or_default().extend(dependencies));
    found
}

#[test]
fn the_core_depends_on_no_binding() {
    let lock = lock();
    let mut reached = BTreeSet::from(["connote".to_owned()]);
    let mut open: Vec<String> = reached.iter().cloned().collect();
    while let Some(package) = open.pop() {
        for dependency in lock.get(&package).into_iter().flatten() {
            if reached.insert(dependency.clone()) {
                open.push(dependency.clone());
            }
        }
    }
    assert!(reached.contains("serde_json"), "the dependencies are found");
    let bindings: Vec<_> = reached.iter().filter(|name| name.starts_with("pyo3")).collect();
    assert!(bindings.is_empty(), "connote depends on {bindings:?}");
}

#[test]
fn the_core_names_no_binding() {
    let mut files = vec!["Cargo.toml".to_owned()];
    sources("src", &mut files);
    for path in files {
        assert!(!file(&path).contains("pyo3"), "{path} names pyo3");
    }
}
