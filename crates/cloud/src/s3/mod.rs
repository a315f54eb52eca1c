//! Amazon S3: buckets of objects.
//!
//! The account has the directory's bucket from the beginning, with the photos of the first employees. The photos themselves
//! are not kept, only that they are there; those that the app adds are counted, and the newest of them can be listed.

pub mod defaults;
mod fact;
pub(crate) mod metrics;
pub(crate) mod operations;

use std::collections::BTreeMap;

use des::{Digest, Seed, SimTime};

pub use fact::What;

use crate::Cloud;
use crate::app::{Added, Charged, TokenBucket};
use crate::dynamodb::directory;
use crate::fact::{self as facts, FactId};

/// A bucket, by the order in which they were made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BucketIndex(pub(crate) u32);

impl BucketIndex {
    /// As an index into the list of buckets.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// The account's S3.
#[derive(Clone, Debug)]
pub struct S3 {
    /// All buckets ever made, by [`BucketIndex`].
    pub(crate) all_buckets: Vec<Bucket>,
    /// The bucket that the app uses, while it is there.
    pub(crate) photos: Option<BucketIndex>,
    /// The fact that took it away.
    pub(crate) photos_blame: FactId,
}

/// A bucket.
#[derive(Clone, Debug)]
pub struct Bucket {
    /// Its name.
    pub name: String,
    /// When it was made.
    pub created: SimTime,
    /// Its objects, but for the photos that the app has just added.
    pub objects: BTreeMap<String, Object>,
    /// The photos that the app has added.
    pub added: Added,
    /// What its photos' prefix lets through: reads and writes.
    pub(crate) requests: [TokenBucket; 2],
    episodes: [Option<(FactId, SimTime)>; 2],
    /// Requests so far: reads and writes.
    pub(crate) requested: [u64; 2],
    /// Bytes that were stored, summed up over the hours.
    pub(crate) byte_hours: u64,
    pub(crate) cause: FactId,
    pub(crate) deleted: bool,
}

/// An object.
#[derive(Clone, Debug)]
pub struct Object {
    /// What is in it; none for a photo, which is not kept.
    pub body: Option<Vec<u8>>,
    /// Its bytes.
    pub size: u64,
    /// What kind of thing it is.
    pub content_type: String,
    /// When it was written.
    pub written: SimTime,
}

impl Object {
    fn photo(written: SimTime) -> Self {
        Self {
            body: None,
            size: defaults::PHOTO_BYTES,
            content_type: "image/png".to_owned(),
            written,
        }
    }
}

impl Bucket {
    pub(crate) fn new(name: &str, now: SimTime) -> Self {
        let rates = [defaults::GETS_PER_S, defaults::PUTS_PER_S];
        Self {
            name: name.to_owned(),
            created: now,
            objects: BTreeMap::new(),
            added: Added::default(),
            requests: rates.map(|rate| TokenBucket::new(rate, 1, now)),
            episodes: [None; 2],
            requested: [0; 2],
            byte_hours: 0,
            cause: FactId::NONE,
            deleted: false,
        }
    }

    /// Its objects as a call sees them, by key. S3 is strongly consistent.
    #[must_use]
    pub fn view(&self, seed: Seed) -> BTreeMap<String, Object> {
        let mut objects = self.objects.clone();
        for (request, written) in self.added.kept() {
            objects.insert(directory::photo_key(seed, request), Object::photo(written));
        }
        objects
    }

    /// What the app has just added is written down like the rest.
    pub(crate) fn settle_added(&mut self, seed: Seed) {
        self.objects = self.view(seed);
        self.added.settle();
    }

    /// Objects and bytes.
    #[must_use]
    pub fn size(&self) -> [u64; 2] {
        let added = self.added.kept().count() as u64 + self.added.counted_only();
        let bytes: u64 = self.objects.values().map(|object| object.size).sum();
        [
            self.objects.len() as u64 + added,
            bytes + added * defaults::PHOTO_BYTES,
        ]
    }
}

impl S3 {
    /// With the directory's bucket, as an account has it in which the directory is set up.
    pub(crate) fn new() -> Self {
        Self {
            all_buckets: vec![Bucket::new(defaults::PHOTO_BUCKET, SimTime::ZERO)],
            photos: Some(BucketIndex(0)),
            photos_blame: FactId::NONE,
        }
    }

    /// Stores the photos of the employees who are there from the beginning.
    pub(crate) fn hire(&mut self, seed: Seed) {
        for place in 0..directory::EMPLOYEES {
            let key = directory::photo_key(seed, directory::first_employee(place));
            self.all_buckets[0]
                .objects
                .insert(key, Object::photo(SimTime::ZERO));
        }
    }

    /// The buckets that are there, oldest first.
    pub fn buckets(&self) -> impl Iterator<Item = (BucketIndex, &Bucket)> {
        let indexed = (0..).map(BucketIndex).zip(&self.all_buckets);
        indexed.filter(|(_, bucket)| !bucket.deleted)
    }

    /// The bucket of this name.
    #[must_use]
    pub fn bucket_named(&self, name: &str) -> Option<BucketIndex> {
        self.buckets()
            .find(|(_, bucket)| bucket.name == name)
            .map(|(index, _)| index)
    }

    /// A bucket.
    #[must_use]
    pub fn get(&self, index: BucketIndex) -> &Bucket {
        &self.all_buckets[index.index()]
    }

    /// Everything that makes a difference.
    pub(crate) fn add_to(&self, digest: &mut Digest) {
        for bucket in &self.all_buckets {
            let text = format!("{} {:?} {}", bucket.name, bucket.objects, bucket.deleted);
            digest.extend(text.bytes().map(u64::from));
            bucket.added.add_to(digest);
            digest.extend(bucket.requests.iter().flat_map(TokenBucket::state));
            digest.extend(bucket.requested.into_iter().chain([bucket.byte_hours]));
        }
    }
}

impl Cloud {
    /// The app reads a photo.
    pub(crate) fn photo_read(&mut self) -> Charged {
        self.photo_use(0).err().unwrap_or(Charged::Done)
    }

    /// The app writes a photo.
    pub(crate) fn photo_write(&mut self, request: u64) -> Charged {
        match self.photo_use(1) {
            Ok(bucket) => {
                let now = self.now;
                self.s3.all_buckets[bucket.index()].added.add(request, now);
                Charged::Done
            }
            Err(charged) => charged,
        }
    }

    fn photo_use(&mut self, way: usize) -> Result<BucketIndex, Charged> {
        let (now, blame) = (self.now, self.s3.photos_blame);
        let index = self.s3.photos.ok_or(Charged::NotThere(blame))?;
        let bucket = &mut self.s3.all_buckets[index.index()];
        if bucket.requests[way].take(now, 1) {
            bucket.requested[way] += 1;
            Ok(index)
        } else {
            Err(Charged::Throttled(self.note_slow_down(index, way, now)))
        }
    }

    /// `SlowDown` is one fact as long as it goes on.
    fn note_slow_down(&mut self, index: BucketIndex, way: usize, now: SimTime) -> FactId {
        let bucket = &mut self.s3.all_buckets[index.index()];
        let known = bucket.episodes[way].filter(|(_, last)| now.since(*last) < defaults::CALM);
        let what = What::SlowDown {
            bucket: index,
            writes: way == 1,
        };
        let fact = match known {
            Some((fact, _)) => fact,
            None => self.facts.note(now, bucket.cause, facts::What::S3(what)),
        };
        bucket.episodes[way] = Some((fact, now));
        fact
    }

    /// A bucket was made or deleted: the app uses the one of its name.
    pub(crate) fn find_photos(&mut self, cause: FactId) {
        let named = self.s3.bucket_named(defaults::PHOTO_BUCKET);
        if named.is_none() && self.s3.photos.is_some() {
            self.s3.photos_blame = cause;
        }
        self.s3.photos = named;
    }
}
