//! AWS's published models, as `botocore` ships them.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use flate2::read::GzDecoder;
use serde_json::{Map, Value};

/// The model of one service.
pub(crate) struct Model {
    /// The service, as on the command line.
    pub(crate) service: &'static str,
    json: Value,
    /// How operations answer in pages, by operation.
    pub(crate) pages: Value,
    /// What can be waited for, by name.
    pub(crate) waiters: Value,
}

/// A shape of a model.
#[derive(Clone, Copy)]
pub(crate) struct AwsShape<'a> {
    model: &'a Model,
    json: &'a Value,
}

impl Model {
    /// Reads the newest model of `service` from an unpacked `botocore`.
    ///
    /// # Errors
    /// If it is not there or cannot be read.
    pub(crate) fn load(folder: &Path, service: &'static str) -> Result<Self> {
        // The command line has two views of S3; the model is one.
        let name = if service == "s3api" { "s3" } else { service };
        let folder = folder.join("botocore/data").join(name);
        let folder = newest(&folder)?;
        let path = folder.join("service-2.json.gz");
        let file = File::open(&path).with_context(|| path.display().to_string())?;
        let json = serde_json::from_reader(GzDecoder::new(file))?;
        Ok(Self {
            service,
            json,
            pages: beside(&folder, "paginators-1.json", "pagination")?,
            waiters: beside(&folder, "waiters-2.json", "waiters")?,
        })
    }

    /// The input and output of an operation, each if it has one; `None` if there is no such operation.
    #[must_use]
    pub(crate) fn operation(&self, name: &str) -> Option<[Option<AwsShape<'_>>; 2]> {
        let operation = self.json["operations"].get(name)?;
        Some(["input", "output"].map(|side| Some(self.shape(operation.get(side)?["shape"].as_str()?))))
    }

    fn shape(&self, name: &str) -> AwsShape<'_> {
        AwsShape {
            model: self,
            json: &self.json["shapes"][name],
        }
    }
}

/// What a smaller file beside a model says; nothing if there is none.
fn beside(folder: &Path, name: &str, what: &str) -> Result<Value> {
    let path = folder.join(name);
    if !path.is_file() {
        return Ok(Value::Null);
    }
    let mut json: Value = serde_json::from_reader(File::open(path)?)?;
    Ok(json[what].take())
}

/// Folders are named by date.
fn newest(folder: &Path) -> Result<PathBuf> {
    let entries = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let paths: Result<Vec<PathBuf>, _> = entries.map(|entry| entry.map(|entry| entry.path())).collect();
    paths?.into_iter().max().context("an empty folder")
}

impl<'a> AwsShape<'a> {
    /// `structure`, `list`, `string`, …
    #[must_use]
    pub(crate) fn kind(self) -> &'a str {
        self.json["type"].as_str().unwrap_or_default()
    }

    /// The names of a structure's members.
    pub(crate) fn members(self) -> impl Iterator<Item = &'a str> {
        let members = self.json["members"].as_object().into_iter();
        members.flat_map(Map::keys).map(String::as_str)
    }

    /// The shape of a member of a structure.
    #[must_use]
    pub(crate) fn member(self, name: &str) -> Option<Self> {
        let member = self.json["members"].get(name)?;
        Some(self.model.shape(member["shape"].as_str()?))
    }

    /// Whether a structure requires a member.
    #[must_use]
    pub(crate) fn requires(self, name: &str) -> bool {
        let required = self.json["required"].as_array().into_iter().flatten();
        required
            .filter_map(Value::as_str)
            .any(|required| required == name)
    }

    /// The shape of what a list holds, or of a map's values.
    #[must_use]
    pub(crate) fn inner(self) -> Option<Self> {
        let inner = ["member", "value"].iter().find_map(|key| self.json.get(key))?;
        Some(self.model.shape(inner["shape"].as_str()?))
    }

    /// The texts allowed, if they are counted.
    #[must_use]
    pub(crate) fn values(self) -> Vec<&'a str> {
        let values = self.json["enum"].as_array().into_iter().flatten();
        values.filter_map(Value::as_str).collect()
    }
}
