//! `aws s3 …`: files and buckets by their paths, as far as one call does it.
//!
//! Source: AWS CLI Command Reference (version 2), "s3"; what is printed as awscli 1.46.3 prints it. Whole folders are
//! not copied: `--recursive` is for `ls` alone.

use api::s3api::{
    CreateBucketConfiguration, CreateBucketInput, DeleteBucketInput, DeleteObjectInput, GetObjectInput,
    ListBucketsInput, ListObjectsV2Input, PutObjectInput,
};
use api::{Call, Shape, Value, encode_base64, entries, nearest};

use crate::assign::{expected_one, is_option};
use crate::error::{Fault, ParseError, Problem};
use crate::host::Host;
use crate::lex::{Span, Word};

/// A call that `aws s3` makes, and how its answer is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct S3 {
    /// The request.
    pub call: Call,
    /// The file that the body of the answer is written to; `-` for standard output.
    pub outfile: Option<String>,
    /// What is shown.
    show: Show,
}

#[derive(Clone, Debug, PartialEq)]
enum Show {
    /// This line, once it is done.
    Line(String),
    /// Buckets, a line each.
    Buckets,
    /// Objects, a line each; by their whole keys or only what is behind the last slash.
    Objects {
        whole_keys: bool,
    },
    Nothing,
}

pub(crate) const COMMANDS: &[&str] = &["ls", "cp", "rm", "mb", "rb"];

/// What the options say.
#[derive(Default)]
struct Options<'a> {
    recursive: bool,
    quiet: bool,
    guess: bool,
    content_type: Option<&'a str>,
    paths: Vec<&'a str>,
}

/// Understands the words behind `aws s3`.
pub(crate) fn understand(words: &[Word], host: &Host<'_>, end: Span) -> Result<S3, ParseError> {
    let Some((name, behind)) = words.split_first() else {
        let usage =
            "usage: aws [options] <command> <subcommand> [parameters]\naws: [ERROR]: too few arguments";
        return Err(Problem::new(Fault::Value, usage).at(end));
    };
    if !COMMANDS.contains(&name.text.as_str()) {
        let suggestion = nearest(&name.text, COMMANDS.iter().copied());
        return Err(Problem::choice("subcommand", &name.text, suggestion).at(name.span));
    }
    let options = options(&name.text, behind)?;
    let made = match (name.text.as_str(), &options.paths[..]) {
        ("ls", []) => Ok(buckets()),
        ("ls", [path]) => list(path, options.recursive),
        ("cp", [from, to]) => copy(from, to, &options, host),
        ("rm", [path]) => remove(path),
        ("mb", [path]) => make_bucket(path, host),
        ("rb", [path]) => remove_bucket(path),
        _ => Err(Problem::new(
            Fault::Arguments,
            "the following arguments are required: paths",
        )),
    };
    let made = made.map_err(|problem| problem.at(name.span))?;
    Ok(if options.quiet { made.silent() } else { made })
}

fn options<'a>(command: &str, words: &'a [Word]) -> Result<Options<'a>, ParseError> {
    let mut options = Options {
        guess: true,
        ..Options::default()
    };
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match word.text.as_str() {
            path if !is_option(path) => options.paths.push(path),
            "--recursive" if command == "ls" => options.recursive = true,
            "--quiet" | "--only-show-errors" => options.quiet = true,
            "--no-progress" => {}
            "--no-guess-mime-type" => options.guess = false,
            "--content-type" => match words.next() {
                Some(word) => options.content_type = Some(&word.text),
                None => return Err(expected_one("content-type").at(word.span)),
            },
            "--recursive" | "--dryrun" | "--force" | "--human-readable" | "--summarize" => {
                let reason = format!("AWS has {} here, but it is not modelled", word.text);
                return Err(Problem::new(Fault::NotModelled, reason).at(word.span));
            }
            other => {
                let reason = format!("Unknown options: {other}");
                return Err(Problem::new(Fault::Unknown, reason).at(word.span));
            }
        }
    }
    Ok(options)
}

/// `s3://bucket/key` as bucket and key.
fn place(path: &str) -> Option<(&str, &str)> {
    let path = path.strip_prefix("s3://")?;
    Some(path.split_once('/').unwrap_or((path, "")))
}

fn bucket_of(path: &str) -> Result<&str, Problem> {
    place(path).map(|(bucket, _)| bucket).ok_or_else(|| {
        let usage = "usage: aws s3 <mb|rb|rm> <S3Uri>\nError: Invalid argument type";
        Problem::new(Fault::Value, usage)
    })
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn buckets() -> S3 {
    S3::new(ListBucketsInput::default(), Show::Buckets)
}

fn list(path: &str, whole_keys: bool) -> Result<S3, Problem> {
    // A bucket may be named without the scheme.
    let path = if path.starts_with("s3://") {
        path.to_owned()
    } else {
        format!("s3://{path}")
    };
    let (bucket, prefix) = place(&path).unwrap_or_default();
    let input = ListObjectsV2Input {
        bucket: some(bucket),
        prefix: some(prefix),
        delimiter: (!whole_keys).then(|| "/".to_owned()),
        ..ListObjectsV2Input::default()
    };
    Ok(S3::new(input, Show::Objects { whole_keys }))
}

fn copy(from: &str, to: &str, options: &Options<'_>, host: &Host<'_>) -> Result<S3, Problem> {
    match (place(from), place(to)) {
        (None, Some((bucket, key))) => upload(from, bucket, &named(key, from), options, host),
        (Some((bucket, key)), None) => Ok(download(bucket, key, &local(to, key))),
        (Some(_), Some(_)) => Err(Problem::new(
            Fault::NotModelled,
            "AWS copies from bucket to bucket too, but it is not modelled here",
        )),
        (None, None) => Err(Problem::new(
            Fault::Value,
            "usage: aws s3 cp <LocalPath> <S3Uri> or <S3Uri> <LocalPath> or <S3Uri> <S3Uri>\nError: Invalid argument type",
        )),
    }
}

fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

/// A key that is but a folder is completed by the file's name.
fn named(key: &str, file: &str) -> String {
    if key.is_empty() || key.ends_with('/') {
        format!("{key}{}", last(file))
    } else {
        key.to_owned()
    }
}

fn local(path: &str, key: &str) -> String {
    match path {
        "." => last(key).to_owned(),
        _ if path.ends_with('/') => format!("{path}{}", last(key)),
        _ => path.to_owned(),
    }
}

fn shown(file: &str) -> String {
    if file.starts_with(['/', '.']) {
        file.to_owned()
    } else {
        format!("./{file}")
    }
}

fn upload(
    from: &str,
    bucket: &str,
    key: &str,
    options: &Options<'_>,
    host: &Host<'_>,
) -> Result<S3, Problem> {
    let missing = || {
        Problem::new(
            Fault::General,
            format!("The user-provided path {from} does not exist."),
        )
    };
    let body = (host.file)(from).ok_or_else(missing)?;
    let guessed = content_type(from).filter(|_| options.guess);
    let input = PutObjectInput {
        body: Some(encode_base64(&body)),
        bucket: some(bucket),
        key: some(key),
        content_type: options.content_type.or(guessed).map(str::to_owned),
    };
    let line = format!("upload: {} to s3://{bucket}/{key}", shown(from));
    Ok(S3::new(input, Show::Line(line)))
}

fn download(bucket: &str, key: &str, to: &str) -> S3 {
    let input = GetObjectInput {
        bucket: some(bucket),
        key: some(key),
    };
    let show = match to {
        "-" => Show::Nothing,
        to => Show::Line(format!("download: s3://{bucket}/{key} to {}", shown(to))),
    };
    S3 {
        outfile: some(to),
        ..S3::new(input, show)
    }
}

fn remove(path: &str) -> Result<S3, Problem> {
    bucket_of(path)?;
    let (bucket, key) = place(path).unwrap_or_default();
    let input = DeleteObjectInput {
        bucket: some(bucket),
        key: some(key),
    };
    Ok(S3::new(input, Show::Line(format!("delete: {path}"))))
}

fn make_bucket(path: &str, host: &Host<'_>) -> Result<S3, Problem> {
    let bucket = bucket_of(path)?;
    let configuration = host.region.map(|region| CreateBucketConfiguration {
        location_constraint: some(region),
    });
    let input = CreateBucketInput {
        bucket: some(bucket),
        create_bucket_configuration: configuration,
    };
    Ok(S3::new(input, Show::Line(format!("make_bucket: {bucket}"))))
}

fn remove_bucket(path: &str) -> Result<S3, Problem> {
    let bucket = bucket_of(path)?;
    let input = DeleteBucketInput { bucket: some(bucket) };
    Ok(S3::new(input, Show::Line(format!("remove_bucket: {bucket}"))))
}

/// What a file is, by the end of its name.
fn content_type(name: &str) -> Option<&'static str> {
    Some(match name.rsplit_once('.')?.1 {
        "txt" => "text/plain",
        "html" | "htm" => "text/html",
        "css" => "text/css",
        "csv" => "text/csv",
        "js" => "text/javascript",
        "json" => "application/json",
        "pdf" => "application/pdf",
        "sh" => "application/x-sh",
        "zip" => "application/zip",
        "jpg" | "jpeg" => "image/jpeg",
        "png" => "image/png",
        "gif" => "image/gif",
        "svg" => "image/svg+xml",
        _ => return None,
    })
}

impl S3 {
    fn new(input: impl Into<Call>, show: Show) -> Self {
        Self {
            call: input.into(),
            outfile: None,
            show,
        }
    }

    fn silent(self) -> Self {
        Self {
            show: Show::Nothing,
            ..self
        }
    }

    /// What is printed once the call has been answered.
    #[must_use]
    pub fn printed(&self, answer: Option<&dyn Shape>) -> String {
        let rows = |name: &str| answer.map(|answer| rows(answer, name)).unwrap_or_default();
        match &self.show {
            Show::Nothing => String::new(),
            Show::Line(line) => format!("{line}\n"),
            Show::Buckets => {
                let line = |bucket: &Row| format!("{} {}\n", bucket.time, bucket.name);
                rows("Buckets").iter().map(line).collect()
            }
            Show::Objects { whole_keys } => {
                let name = |key: &str| {
                    if *whole_keys {
                        key.to_owned()
                    } else {
                        last(key).to_owned()
                    }
                };
                let folder = |row: &Row| {
                    let path = row.name.trim_end_matches('/');
                    format!("{:>30} {}/\n", "PRE", last(path))
                };
                let object = |row: &Row| format!("{} {:>10} {}\n", row.time, row.size, name(&row.name));
                let folders: String = rows("CommonPrefixes").iter().map(folder).collect();
                folders + &rows("Contents").iter().map(object).collect::<String>()
            }
        }
    }
}

/// What a line of a list tells.
#[derive(Default)]
struct Row {
    name: String,
    time: String,
    size: i64,
}

fn rows(answer: &dyn Shape, list: &str) -> Vec<Row> {
    let Some(Value::List(list)) = member(answer, list) else {
        return Vec::new();
    };
    entries(list).map(row).collect()
}

fn row(entry: Value<'_>) -> Row {
    let mut row = Row::default();
    let Value::Shape(shape) = entry else { return row };
    for (index, declared) in shape.info().members.iter().enumerate() {
        match (declared.name, shape.value(index)) {
            ("Name" | "Key" | "Prefix", Some(Value::String(text))) => row.name = text.to_owned(),
            ("Size", Some(Value::Integer(size))) => row.size = size,
            ("CreationDate" | "LastModified", Some(Value::Timestamp(instant))) => {
                let text = instant.to_string();
                row.time = text.get(..19).unwrap_or(&text).replace('T', " ");
            }
            _ => {}
        }
    }
    row
}

fn member<'a>(shape: &'a dyn Shape, name: &str) -> Option<Value<'a>> {
    let index = shape
        .info()
        .members
        .iter()
        .position(|member| member.name == name)?;
    shape.value(index)
}

#[cfg(test)]
mod tests {
    use api::s3api::{CommonPrefix, ListObjectsV2Output, Object};
    use api::{Timestamp, json};

    use super::*;
    use crate::{Action, read};

    fn s3(text: &str) -> S3 {
        let host = Host {
            file: &|name| (name == "photos/ada.jpg").then(|| b"photo".to_vec()),
            region: Some("us-east-2"),
            ..Host::default()
        };
        let found = read(text, &host).unwrap_or_else(|error| panic!("{error}"));
        match found.expect("a command").action {
            Action::S3(s3) => s3,
            other => panic!("{other:?}"),
        }
    }

    fn check(text: &str, request: &str, printed: &str) {
        let made = s3(text);
        let found = format!(
            "{} {}",
            made.call.operation().name,
            json::compact(Value::Shape(made.call.input()))
        );
        assert_eq!(found, request, "{text}");
        assert_eq!(made.printed(None), printed, "{text}");
    }

    #[test]
    fn a_path_names_a_bucket_and_a_key() {
        let put =
            r#"PutObject {"Body":"cGhvdG8=","Bucket":"b","ContentType":"image/jpeg","Key":"p/ada.jpg"}"#;
        let done = "upload: ./photos/ada.jpg to s3://b/p/ada.jpg\n";
        check("aws s3 cp photos/ada.jpg s3://b/p/", put, done);
        check("aws s3 cp photos/ada.jpg s3://b/p/ada.jpg --quiet", put, "");
        let get = r#"GetObject {"Bucket":"b","Key":"p/ada.jpg"}"#;
        check(
            "aws s3 cp s3://b/p/ada.jpg .",
            get,
            "download: s3://b/p/ada.jpg to ./ada.jpg\n",
        );
        assert_eq!(
            s3("aws s3 cp s3://b/p/ada.jpg x/").outfile.as_deref(),
            Some("x/ada.jpg")
        );
        check(
            "aws s3 rm s3://b/k",
            r#"DeleteObject {"Bucket":"b","Key":"k"}"#,
            "delete: s3://b/k\n",
        );
        check("aws s3 ls", "ListBuckets {}", "");
        check(
            "aws s3 ls b",
            r#"ListObjectsV2 {"Bucket":"b","Delimiter":"/","Prefix":""}"#,
            "",
        );
    }

    #[test]
    fn objects_are_listed_as_aws_does() {
        let answer = ListObjectsV2Output {
            contents: vec![Object {
                key: Some("p/ada.jpg".to_owned()),
                size: Some(1_234),
                last_modified: Some(Timestamp::from_micros(0)),
                ..Object::default()
            }],
            common_prefixes: vec![CommonPrefix {
                prefix: Some("p/old/".to_owned()),
            }],
            ..ListObjectsV2Output::default()
        };
        let printed = |text: &str| s3(text).printed(Some(&answer));
        let folder = "                           PRE old/\n";
        assert_eq!(
            printed("aws s3 ls s3://b/p/"),
            format!("{folder}1970-01-01 00:00:00       1234 ada.jpg\n")
        );
        assert!(printed("aws s3 ls s3://b/p/ --recursive").ends_with("1234 p/ada.jpg\n"));
    }

    #[test]
    fn what_aws_cannot_make_of_paths_is_refused() {
        let refused = |text: &str| read(text, &Host::default()).expect_err(text);
        assert_eq!(refused("aws s3 lss").suggestion.as_deref(), Some("ls"));
        assert_eq!(refused("aws s3 cp a b").fault, Fault::Value);
        assert_eq!(
            refused("aws s3 cp a s3://b").reason,
            "The user-provided path a does not exist."
        );
        assert_eq!(
            refused("aws s3 cp s3://b/c . --recursive").fault,
            Fault::NotModelled
        );
        assert_eq!(refused("aws s3 ls --colour").reason, "Unknown options: --colour");
    }
}
