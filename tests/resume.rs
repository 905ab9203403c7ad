//! Corpora that are scored in several runs: killed, out of disk, stopped by a bad row, and gone on with.
#![cfg(all(feature = "cli", unix))]
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod program;

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Instant;

use program::{connote, connote_with, folder, stderr, stdout};

/// Enough short articles for three stretches of a table, the last one shorter.
fn articles() -> String {
    (0..70_000).fold(String::new(), |lines, id| lines + &format!("{{\"id\":{id},\"text\":\"Day {id}. Fine.\"}}\n"))
}

const OPTIONS: [&str; 2] = ["--columns=words,types", "--id=id,text"];

/// The arguments that write a table of `a.jsonl`.
fn score<'a>(output: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    [&["score", "a.jsonl", "-o", output], &OPTIONS[..], more].concat()
}

/// What is left of an output in a folder: names that begin with its name.
fn left(dir: &Path, output: &str) -> Vec<String> {
    let names = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut left: Vec<String> = names.filter(|name| name.starts_with(output)).collect();
    left.sort();
    left
}

fn marks(dir: &Path, output: &str) -> usize {
    let journal = fs::read_to_string(dir.join(format!("{output}.part.journal"))).unwrap_or_default();
    journal.lines().count().saturating_sub(1)
}

/// Kills the program at 20 moments, going on after each; what comes out is what one run writes.
fn killed(output: &str, seed: u64) {
    let dir = folder(&format!("killed-{output}"));
    fs::write(dir.join("a.jsonl"), articles()).unwrap();
    let began = Instant::now();
    stdout(&connote(&dir, &score(output, &[])));
    let whole_run = began.elapsed();
    let expected = fs::read(dir.join(output)).unwrap();
    fs::remove_file(dir.join(output)).unwrap();

    let mut random = fastrand::Rng::with_seed(seed);
    let mut continued = 0;
    for _ in 0..20 {
        let mut child = Command::new(env!("CARGO_BIN_EXE_connote"))
            .args(score(output, &["--resume"]))
            .current_dir(&dir)
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        sleep(whole_run.mul_f64(random.f64()));
        child.kill().unwrap();
        child.wait().unwrap();
        if dir.join(output).exists() {
            assert!(fs::read(dir.join(output)).unwrap() == expected, "{output} is complete or not there");
            fs::remove_file(dir.join(output)).unwrap();
        }
        continued += usize::from(marks(&dir, output) > 0);
        if random.bool() && dir.join(format!("{output}.part")).exists() {
            // What a crash of the whole machine may leave: bytes behind the last safe ones, half a line.
            for (name, bytes) in [("part", &b"half a "[..]), ("part.journal", b"{\"blocks\":64,\"ro")] {
                let path = dir.join(format!("{output}.{name}"));
                fs::OpenOptions::new().append(true).create(true).open(path).unwrap().write_all(bytes).unwrap();
            }
        }
    }
    stdout(&connote(&dir, &score(output, &["--resume"])));
    assert!(fs::read(dir.join(output)).unwrap() == expected, "{output}");
    assert_eq!(left(&dir, output), [output]);
    assert!(continued > 0, "no run had written a stretch when it was killed");
    // What is joined of several stretches can be read as a whole.
    let numbers = |input| stdout(&connote(&dir, &["score", input, "-o", "-", "--id", "id", OPTIONS[0]]));
    assert!(numbers(output) == numbers("a.jsonl"), "{output} holds the articles");
}

#[test]
fn a_killed_run_goes_on_to_the_same_parquet() {
    killed("out.parquet", 1);
}

#[test]
fn a_killed_run_goes_on_to_the_same_jsonl_gz() {
    killed("out.jsonl.gz", 2);
}

/// A folder in which a run stopped at a bad last row, after two stretches.
fn stopped(name: &str, output: &str) -> std::path::PathBuf {
    let dir = folder(name);
    fs::write(dir.join("a.jsonl"), articles() + "{\"id\":1}\n").unwrap();
    let stopped = connote(&dir, &score(output, &[]));
    assert_eq!(stopped.status.code(), Some(1));
    assert!(stderr(&stopped).contains("65,536 articles are safe; --resume goes on"), "{}", stderr(&stopped));
    assert!(stderr(&stopped).contains("a.jsonl:70001: no field \"text\""), "{}", stderr(&stopped));
    assert_eq!((marks(&dir, output), dir.join(output).exists()), (2, false));
    dir
}

#[test]
fn every_format_goes_on_to_the_same_bytes() {
    for output in ["out.parquet", "out.jsonl.zst", "out.csv.gz"] {
        let dir = stopped(&format!("stopped-{output}"), output);
        let skip = ["--on-error", "skip", "--rejects", "bad"];
        stdout(&connote(&dir, &score(output, &[&skip[..], &["--resume"]].concat())));
        let resumed = fs::read(dir.join(output)).unwrap();
        let rejects = fs::read_to_string(dir.join("bad")).unwrap();
        assert_eq!(rejects.lines().nth(1), Some("{\"id\":1}"));
        stdout(&connote(&dir, &score(output, &skip)));
        assert!(fs::read(dir.join(output)).unwrap() == resumed, "{output}");
        assert_eq!(fs::read_to_string(dir.join("bad")).unwrap(), rejects);
        assert_eq!(left(&dir, output), [output]);
    }
}

#[test]
fn an_unfinished_table_goes_on_only_from_the_same() {
    let dir = stopped("stopped-other", "out.jsonl");
    let cases = [
        ("a.jsonl", "--columns=words --id=id,text", "the list of columns was words,types, and is words;"),
        ("a.jsonl", "--columns=words,types --id=id", "fields to pass through was id,text, and is id;"),
        ("a.jsonl", "--columns=words,types --id=id,text --language=de", "the language was en, and is de;"),
        ("a.jsonl", "--columns=words,types --id=id,text --title=id", "the field of the title was none, and is id;"),
        ("a.jsonl a.jsonl", "--columns=words,types --id=id,text", "input a.jsonl is new;"),
        ("-", "--columns=words,types --id=id,text", "input standard input stands where input a.jsonl stood;"),
    ];
    for (inputs, options, expected) in cases {
        let args = ["score -o out.jsonl --resume", inputs, options].join(" ");
        let output = connote(&dir, &args.split(' ').collect::<Vec<_>>());
        assert!(!output.status.success() && stderr(&output).contains(expected), "{args}: {}", stderr(&output));
    }
    fs::write(dir.join("a.jsonl"), articles()).unwrap();
    let message = stderr(&connote(&dir, &score("out.jsonl", &["--resume"])));
    assert!(message.contains("input a.jsonl was ") && message.contains("without --resume it begins anew"), "{message}");
    // Without --resume it begins anew; nothing is left of what was unfinished.
    stdout(&connote(&dir, &score("out.jsonl", &[])));
    assert_eq!(left(&dir, "out.jsonl"), ["out.jsonl"]);
}

#[test]
fn standard_input_goes_on_when_it_is_the_same() {
    let dir = folder("stopped-stdin");
    let good = articles();
    let args = [&["score", "-", "-o", "out.csv"], &OPTIONS[..]].concat();
    let resume = [&args[..], &["--resume"]].concat();
    connote_with(&dir, &args, (good.clone() + "no JSON\n").as_bytes());
    assert_eq!(marks(&dir, "out.csv"), 2);
    for other in [good.replacen("Fine", "Grim", 1), good.lines().take(40_000).collect::<Vec<_>>().join("\n")] {
        let output = connote_with(&dir, &resume, other.as_bytes());
        assert!(stderr(&output).contains("the articles are not those of the unfinished table"), "{}", stderr(&output));
        assert_eq!(marks(&dir, "out.csv"), 2, "what was safe stays");
    }
    stdout(&connote_with(&dir, &resume, good.as_bytes()));
    let resumed = fs::read(dir.join("out.csv")).unwrap();
    stdout(&connote_with(&dir, &args, good.as_bytes()));
    assert!(fs::read(dir.join("out.csv")).unwrap() == resumed);
}

/// A script of the shell in which `connote` is the program.
fn with_connote(script: &str) -> String {
    format!("connote() {{ {:?} \"$@\"; }}\n{script}", env!("CARGO_BIN_EXE_connote"))
}

#[test]
fn a_file_that_may_not_grow_is_an_error_and_goes_on_later() {
    let dir = folder("limited");
    fs::write(dir.join("a.jsonl"), articles()).unwrap();
    for output in ["out.jsonl", "out.parquet"] {
        let whole = score(output, &[]);
        stdout(&connote(&dir, &whole));
        let expected = fs::read(dir.join(output)).unwrap();
        fs::rename(dir.join(output), dir.join("expected")).unwrap();
        // In blocks of 512 bytes: two thirds of what is needed, then hardly anything.
        for (blocks, safe) in [(expected.len() / 768, true), (1, false)] {
            let script = format!("trap '' XFSZ; ulimit -f {blocks}; connote {}", whole.join(" "));
            let limited = Command::new("sh").args(["-c", &with_connote(&script)]).current_dir(&dir).output().unwrap();
            assert_eq!(limited.status.code(), Some(1));
            let message = stderr(&limited);
            assert!(message.contains("File too large"), "{message}");
            assert_eq!(message.contains("articles are safe"), safe, "{message}");
            assert_eq!(left(&dir, output).len(), if safe { 2 } else { 0 }, "{:?}", left(&dir, output));
            stdout(&connote(&dir, &score(output, &["--resume"])));
            assert!(fs::read(dir.join(output)).unwrap() == expected, "{output}");
            fs::remove_file(dir.join(output)).unwrap();
        }
    }
}

/// Passed over, and says so, where the system lets nobody mount: `a_file_that_may_not_grow…` tests the same by a limit.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error_and_goes_on_when_there_is_room_where_one_may_mount() {
    let dir = folder("full-disk");
    fs::write(dir.join("a.jsonl"), articles()).unwrap();
    fs::create_dir(dir.join("disk")).unwrap();
    // Parts of the size: too small for the stretches; for them, but not for the file that they are joined to.
    for (output, size) in [("out.csv", 0.7), ("out.parquet", 0.7), ("out.parquet", 1.5)] {
        stdout(&connote(&dir, &score(output, &[])));
        let size = fs::metadata(dir.join(output)).unwrap().len() as f64 * size;
        let args = score(output, &[]).join(" ").replace("-o ", "-o disk/");
        let script = format!(
            "mount -t tmpfs -o size={size:.0} tmpfs disk || exit 77
             connote {args}; echo $? $(ls disk)
             mount -o remount,size=100m disk
             connote {args} --resume && cmp {output} disk/{output} && ls disk"
        );
        // A disk of its own, where the system lets a user have one.
        let done = Command::new("unshare").args(["-rm", "sh", "-c", &with_connote(&script)]).current_dir(&dir).output();
        // The harness keeps what tests print; what is written goes out.
        let pass_over = |why: &str| writeln!(std::io::stderr(), "NOT TESTED, a full disk: {why}").unwrap();
        let done = match done {
            Ok(done) if done.status.code() == Some(77) || stderr(&done).contains("unshare") => {
                return pass_over(&stderr(&done));
            }
            Ok(done) => done,
            Err(error) => return pass_over(&error.to_string()),
        };
        assert_eq!(stdout(&done), format!("1 {output}.part {output}.part.journal\n{output}\n"), "{}", stderr(&done));
        assert!(stderr(&done).contains("No space left"), "{}", stderr(&done));
    }
}
