//! The course's files, as they stand beside the page.

use serde_json::Value;
use wasm_bindgen_futures::JsFuture;

use super::{Beside, Course, Entry, Titled, Words, read};
use crate::files;

/// The course with all its lessons. One that cannot be read is left out of the map; opening it tells why.
///
/// # Errors
/// Why there is no course, in a sentence.
pub async fn course() -> Result<Course, String> {
    let course = file().await?;
    let folders = read::folders(&course, "lessons").unwrap_or_default();
    // A course that says nothing of itself is one all the same.
    let words = files::text("lessons/course.en.md").await.unwrap_or_default();
    Ok(Course {
        lessons: entries(&folders).await,
        check: read::check(&course),
        words: Words::read(&words),
    })
}

/// What stands beside the course. Whatever has no title is left out.
///
/// # Errors
/// Why there is no course, in a sentence.
pub async fn beside() -> Result<Beside, String> {
    let course = file().await?;
    let list = |name| read::folders(&course, name).unwrap_or_default();
    Ok(Beside {
        starters: titled(list("starters")).await,
        repairs: titled(list("repairs")).await,
    })
}

async fn file() -> Result<Value, String> {
    let json = files::text("lessons/course.json").await?;
    serde_json::from_str(&json).map_err(|error| error.to_string())
}

async fn titled(folders: Vec<String>) -> Vec<Titled> {
    let tasks = folders.into_iter().map(|folder| async move {
        let prose = files::text(&format!("lessons/{folder}/en.md")).await.ok()?;
        let title = read::title(&prose)?.to_owned();
        Some(Titled { folder, title })
    });
    in_order(tasks.collect()).await.into_iter().flatten().collect()
}

/// The words that all lessons share.
pub async fn glossary() -> Words {
    let text = files::text("lessons/glossary.en.md").await.unwrap_or_default();
    Words::read(&text)
}

/// All at once: each is two small files.
async fn entries(folders: &[String]) -> Vec<Entry> {
    let promises = folders.iter().enumerate().map(|(index, folder)| {
        let folder = folder.clone();
        async move { entry(&folder, index + 1).await }
    });
    in_order(promises.collect()).await.into_iter().flatten().collect()
}

async fn entry(folder: &str, number: usize) -> Option<Entry> {
    let json = files::text(&format!("lessons/{folder}/lesson.json")).await.ok()?;
    let prose = files::text(&format!("lessons/{folder}/en.md")).await.ok()?;
    read::entry(folder, number, &json, &prose)
}

/// Lets all of them run side by side, and waits for the last.
async fn in_order<T: 'static>(tasks: Vec<impl Future<Output = T> + 'static>) -> Vec<T> {
    use std::cell::RefCell;
    use std::rc::Rc;

    let found: Rc<RefCell<Vec<Option<T>>>> = Rc::new(RefCell::new(tasks.iter().map(|_| None).collect()));
    let all = js_sys::Array::new();
    for (index, task) in tasks.into_iter().enumerate() {
        let found = found.clone();
        all.push(&wasm_bindgen_futures::future_to_promise(async move {
            let value = task.await;
            found.borrow_mut()[index] = Some(value);
            Ok(wasm_bindgen::JsValue::UNDEFINED)
        }));
    }
    // None of them can be rejected.
    let _ = JsFuture::from(js_sys::Promise::all(&all)).await;
    found.take().into_iter().flatten().collect()
}
