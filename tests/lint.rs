//! `connote lint`, through the real program.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod program;
mod tables;

use std::path::Path;

use program::{connote, connote_with, folder, stderr, stdout};
use serde_json::Value;

/// The folder of the articles that are read.
fn articles() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/lint"))
}

const ARTICLES: [&str; 3] = ["article.txt", "article.md", "article.html"];

/// What the program writes, whatever it finds.
fn lint(folder: &Path, args: &[&str]) -> String {
    stdout(&connote(folder, &[&["lint", "--exit-zero"], args].concat()))
}

/// The findings of files of a folder.
fn findings(folder: &Path, args: &[&str]) -> Vec<Value> {
    let mut json: Value = serde_json::from_str(&lint(folder, &[&["--format", "json"], args].concat())).unwrap();
    let Value::Array(findings) = json["findings"].take() else { panic!("{json}") };
    findings
}

/// The places and words of findings: `1:5 regime`.
fn places(findings: &[Value]) -> Vec<String> {
    let place = |finding: &Value| {
        let text = finding["text"].as_str().unwrap();
        format!("{}:{} {text}", finding["line"], finding["column"])
    };
    findings.iter().map(place).collect()
}

#[test]
fn findings_stand_where_a_reader_sees_them() {
    let fields = ["file", "line", "column", "end_line", "end_column", "category", "voice"];
    let expected = tables::rows("tests/data/lint/findings.tsv");
    let found = findings(articles(), &[&["--quoted"], &ARTICLES[..]].concat());
    for (finding, row) in found.iter().zip(&expected) {
        for (at, field) in fields.into_iter().enumerate() {
            let cell = finding[field].to_string();
            assert_eq!(cell.trim_matches('"'), row.cell(at), "findings.tsv:{}: {field} of {finding}", row.line);
        }
    }
    assert_eq!(found.len(), expected.len());
    // Without --quoted the same, less what others say.
    let own: Vec<Value> = found.into_iter().filter(|finding| finding["voice"] != "direct_quote").collect();
    assert_eq!(findings(articles(), &ARTICLES), own);
}

/// Name of a file, what it holds, what is found in it.
const HOSTILE: &[(&str, &[u8], &[&str])] = &[
    ("empty.txt", b"", &[]),
    ("empty.md", b"", &[]),
    ("empty.html", b"", &[]),
    ("mark.txt", "\u{FEFF}Regime".as_bytes(), &["1:1 Regime"]),
    ("mark.md", "\u{FEFF}# Regime\n\nThe junta.".as_bytes(), &["1:3 Regime", "3:5 junta"]),
    ("mark.html", "\u{FEFF}<p>Regime".as_bytes(), &["1:4 Regime"]),
    ("lines.txt", b"One.\r\n\r\nThe regime.\r\n", &["3:5 regime"]),
    ("lines.md", b"One.\r\n\r\n> Two.\r\n\r\nThe *regime*\r\nfell.\r\n", &["5:6 regime"]),
    ("lines.html", b"<p>One.\r\n<p>The\r\nregime\r\n", &["3:1 regime"]),
    ("ending", b"The regime.", &["1:5 regime"]),
    ("ENDING.HTM", b"<p title='a junta'>The regime.", &["1:24 regime"]),
    ("tags.html", b"<p>The regime <b>fell <i>and <div>the <a href=\"junta", &["1:8 regime"]),
    ("ends.html", b"</nav></b>The regime</", &["1:15 regime"]),
    ("comment.html", b"The regime<!-- fell, the junta", &["1:5 regime"]),
    ("script.html", b"The regime<script>a junta</scrip><p>junta", &["1:5 regime"]),
    ("nav.html", b"<nav><nav>A junta</nav> regime <code>a</nav> regime", &["1:46 regime"]),
    (
        "entities.html",
        b"<p>Fish &amp regime &junta; &ltregime &#x6Aunta; &#106unta &",
        &["1:14 regime", "1:22 junta", "1:32 regime", "1:39 junta", "1:50 junta"],
    ),
    ("nul.html", b"\0The \0 regime\0", &["1:8 regime"]),
    ("nul.md", b"\0The \0 regime\0", &["1:8 regime"]),
    (
        "parts.md",
        b"The [regime](<junta> \"junta\") ![junta](junta) [junta]: junta\n\n[x]: junta 'a junta'",
        &["1:6 regime", "1:48 junta", "1:56 junta"],
    ),
    ("fence.md", b"The regime.\n\n```\na junta", &["1:5 regime"]),
    ("fields.md", b"+++\na = 'junta'\n+++\n\nThe regime.", &["5:5 regime"]),
    ("html.md", b"<div>\n<nav>\n\nA junta.\n\n</nav>\n\nThe regime <code>junta</code>.\n", &["8:5 regime"]),
    ("quote.md", b"> A junta.\nstill\n\n<blockquote>\n\nA junta.\n\n</blockquote>\n\nThe regime.", &["10:5 regime"]),
    ("code.html", b"<p>The brutal <code>sham</code> regime", &["1:8 brutal", "1:33 regime"]),
    ("code.md", b"The brutal `sham` regime", &["1:5 brutal", "1:19 regime"]),
    ("off.md", b"<!--connote:off-->\n\nA junta.", &[]),
    ("on.md", b"<!-- connote: on -->\n\nThe regime. <!-- connote it, connote: off -->", &["3:5 regime"]),
    (
        "off.html",
        b"<!-- connote: off --><!-- connote: off -->A junta.<!-- connote: on -->The regime.",
        &["1:75 regime"],
    ),
    ("off.txt", b"<!-- connote: off --> The regime.", &["1:27 regime"]),
];

#[test]
fn any_file_is_read() {
    let dir = folder("lint-hostile");
    for (name, content, expected) in HOSTILE {
        std::fs::write(dir.join(name), content).unwrap();
        assert_eq!(places(&findings(&dir, &[name])), *expected, "{name}");
    }
}

#[test]
fn what_is_asked_for_is_found() {
    let dir = folder("lint-options");
    let text = "A brutal “plan” may help. Critics say no. “The regime fell,” said Lee Tan, who claimed so.";
    std::fs::write(dir.join("a.txt"), text).unwrap();
    let found = |args: &[&str]| places(&findings(&dir, &[&["a.txt"], args].concat()));
    assert_eq!(found(&[]), ["1:3 brutal", "1:27 Critics say", "1:80 claimed"]);
    assert_eq!(found(&["--strength", "3"]), Vec::<String>::new());
    assert_eq!(found(&["--category", "hedge", "--category", "scare_quote"]), ["1:10 “plan”", "1:17 may"]);
    assert_eq!(found(&["--category", "hedge", "--strength", "2"]), Vec::<String>::new());
    assert_eq!(found(&["--category", "contentious_label", "--quoted"]), ["1:48 regime"]);
    std::fs::write(dir.join("own.csv"), "term,form,category,strength\nplan,noun,puffery,3\nbrutal,adj,off,\n").unwrap();
    assert_eq!(found(&["--lexicon", "own.csv", "--strength", "3"]), ["1:11 plan"]);
    let own = findings(&dir, &["a.txt", "--lexicon", "own.csv", "--strength", "3"]);
    assert_eq!(own[0]["why"], "praises or gives importance without a reason", "{own:?}");
    assert_eq!(found(&["--lexicon", "own.csv", "--language", "de"]), ["1:11 plan"]);
}

#[test]
fn lines_say_what_is_wrong_and_what_would_be_right() {
    let dir = folder("lint-text");
    let text = "Regime “crooks” cave\n\nCritics say this is no sham. “What a despot!” Lee Tan said.\n";
    std::fs::write(dir.join("a.txt"), text).unwrap();
    let expected = [
        "a.txt:1:1: ●●○ Regime (contentious label, in the headline): sorts a government as illegitimate. \
         Instead: government",
        "a.txt:1:9: ●●● crooks (name calling, in scare quotes): brands a person as criminal. Instead: say who says so",
        "a.txt:3:1: ●●○ Critics say (weasel): critics unnamed. Instead: name them",
        "a.txt:3:24: ●●● sham (legitimacy, negated): says a process is false. Instead: disputed",
        "a.txt:3:38: ●●● despot (contentious label, quoting Lee Tan): condemns a ruler outright. Instead: ruler",
    ];
    assert_eq!(lint(&dir, &["a.txt", "--quoted"]).lines().collect::<Vec<_>>(), expected);

    let calm = connote_with(&dir, &["lint", "-"], b"The council met.");
    assert_eq!((stdout(&calm), stderr(&calm)), (String::new(), "nothing found in 1 file\n".to_owned()));
    let read =
        |args: &[&str], input| stdout(&connote_with(&dir, &[&["lint", "--exit-zero", "-"], args].concat(), input));
    assert!(read(&[], b"<p>The&#32;regime").starts_with("standard input:1:12: "));
    assert!(read(&["--stdin-name", "b/a.html"], b"<p title='a junta'>The regime").starts_with("b/a.html:1:24: "));
}

#[test]
fn exit_codes_tell_findings_from_errors() {
    let dir = folder("lint-codes");
    std::fs::write(dir.join("calm.txt"), "The council met.").unwrap();
    std::fs::write(dir.join("loud.txt"), "The regime fell.").unwrap();
    std::fs::write(dir.join("bytes.html"), b"<p>One\n<p>\xFF").unwrap();
    std::fs::write(dir.join("asks.md"), "One.\n\nTwo <!-- connote: of -->\n").unwrap();
    let run = |args: &[&str]| connote(&dir, &[&["lint"], args].concat());
    let cases: &[(&[&str], i32, &str)] = &[
        (&["calm.txt"], 0, "nothing found in 1 file"),
        (&["loud.txt", "calm.txt"], 1, "1 finding in 2 files"),
        (&["loud.txt", "--exit-zero"], 0, "1 finding in 1 file"),
        (&["absent.txt", "loud.txt"], 2, "error: absent.txt: "),
        (&["absent.txt", "loud.txt", "--exit-zero"], 2, "1 finding in 1 file"),
        (&[".", "calm.txt"], 2, "error: .: "),
        (&["bytes.html"], 2, "bytes.html:2:4: byte 0xFF is no UTF-8"),
        (&["asks.md"], 2, "asks.md:3:5: a comment asks connote for \"of\"; it knows `connote: off` and `connote: on`"),
        (&["loud.txt", "--category", "hegde"], 2, "there are contentious_label, name_calling"),
        (&["loud.txt", "--strength", "4"], 2, "--strength"),
        (&["loud.txt", "--format", "xml"], 2, "sarif"),
        (&["loud.txt", "--lexicon", "absent.tsv"], 2, "absent.tsv"),
        (&["loud.txt", "--language", "de"], 2, "there are no loaded terms in German; give some with --lexicon"),
        (&[], 2, "<FILE>"),
    ];
    for (args, code, said) in cases {
        let output = run(args);
        assert_eq!(output.status.code(), Some(*code), "{args:?}: {}", stderr(&output));
        assert!(stderr(&output).contains(said), "{args:?}: {}", stderr(&output));
    }
    // The others are read all the same, in each format.
    for format in ["text", "json", "sarif", "github"] {
        let output = run(&["absent.txt", "asks.md", "loud.txt", "--format", format]);
        assert!(String::from_utf8_lossy(&output.stdout).contains("loud.txt"), "{format}");
    }
}

#[test]
fn commands_of_github_end_where_their_line_ends() {
    let dir = folder("lint-github");
    let name = "50%,a:b\n::error::c.txt";
    std::fs::write(dir.join(name), "“The regime”\nsaid no.").unwrap();
    std::fs::write(dir.join("b.md"), "The *critics\nsay* “no”. It is “100% fair”.").unwrap();
    let expected = [
        "::notice file=50%25%2Ca%3Ab%0A%3A%3Aerror%3A%3Ac.txt,line=1,endLine=1,col=1,endColumn=13,title=scare quote::\
         “The regime” (scare quote): keeps a distance from words that nobody is said to have spoken",
        "::warning file=50%25%2Ca%3Ab%0A%3A%3Aerror%3A%3Ac.txt,line=1,endLine=1,col=6,endColumn=12,\
         title=contentious label::regime (contentious label, in scare quotes): sorts a government as illegitimate. \
         Instead: government",
        "::warning file=b.md,line=1,endLine=2,col=6,endColumn=4,title=weasel::critics say (weasel): critics unnamed. \
         Instead: name them",
        "::notice file=b.md,line=2,endLine=2,col=18,endColumn=29,title=scare quote::“100%25 fair” (scare quote): keeps a \
         distance from words that nobody is said to have spoken",
    ];
    let github = lint(&dir, &[name, "b.md", "--format", "github", "--strength", "1"]);
    assert_eq!(github.lines().collect::<Vec<_>>(), expected);
    let text = lint(&dir, &[name]);
    assert!(text.starts_with("50%,a:b\u{FFFD}::error::c.txt:1:6: ") && text.lines().count() == 1, "{text}");
}

#[test]
fn sarif_has_a_rule_for_every_result() {
    let dir = folder("lint-sarif");
    std::fs::create_dir(dir.join("ä b")).unwrap();
    std::fs::write(dir.join("ä b/1:2.txt"), "The 🎭 regime and its “plan”.\n\nA sham,\nreally.").unwrap();
    let run = |args: &[&str]| -> Value {
        let output = connote(&dir, &[&["lint", "--format", "sarif", "ä b/1:2.txt"], args].concat());
        serde_json::from_str(&String::from_utf8(output.stdout).unwrap()).unwrap()
    };
    let log = run(&["--strength", "1"]);
    let [ref run_of_all] = log["runs"].as_array().unwrap()[..] else { panic!("{log}") };
    assert_eq!((&log["version"], &run_of_all["columnKind"]), (&"2.1.0".into(), &"unicodeCodePoints".into()));
    let rules = run_of_all["tool"]["driver"]["rules"].as_array().unwrap();
    assert_eq!(rules.len(), 20);
    let results = run_of_all["results"].as_array().unwrap();
    let levels: Vec<&str> = results.iter().map(|result| result["level"].as_str().unwrap()).collect();
    assert_eq!(levels, ["warning", "note", "error"], "{log:#}");
    for result in results {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"]);
        let text = rule["help"]["text"].as_str().unwrap();
        assert!(text.len() > 10 && text.ends_with('.'), "{text}");
    }
    let place = &results[0]["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "%C3%A4%20b/1%3A2.txt");
    let region = serde_json::json!({ "startLine": 1, "startColumn": 7, "endLine": 1, "endColumn": 13 });
    assert_eq!(place["region"], region);
    assert_eq!(run_of_all["invocations"][0]["executionSuccessful"], true);
    assert_eq!(run(&["absent.txt"])["runs"][0]["invocations"][0]["executionSuccessful"], false);
    let absolute = std::fs::canonicalize(dir.join("ä b/1:2.txt")).unwrap();
    let log = run(&[absolute.to_str().unwrap()]);
    let uri = log["runs"][0]["results"][2]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].clone();
    assert!(uri.as_str().unwrap().starts_with("file:///"), "{uri}");
}
