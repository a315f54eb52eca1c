//! A chart as a file: its points as CSV, or what is seen as a PNG.

use std::fmt::Write;

use api::Timestamp;
use view::chart::{Chart, Role};
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, CssStyleDeclaration, HtmlCanvasElement, Path2d};

use super::plot::{Frame, ground, lacking, path, top};
use super::row::class;
use super::table::periods;
use crate::save::{save, save_address};
use crate::span::Span;
use crate::text::player_text;

const CSV: &str = "text/csv";
/// The picture's size, and the room around its lines, in pixels.
const SIZE: (f64, f64) = (1_200.0, 400.0);
const MARGIN: f64 = 24.0;
const HEAD: f64 = 84.0;
const FOOT: f64 = 34.0;
const FONT: &str = "Hyperlegible, system-ui, sans-serif";

/// Saves the points.
pub(super) fn save_csv(chart: &Chart) {
    save(&format!("{}.csv", file_name(chart)), &csv(chart), CSV);
}

/// Saves what is seen, in the colours of the present theme.
pub(super) fn save_png(chart: &Chart) {
    if let Some(address) = png(chart) {
        save_address(&format!("{}.png", file_name(chart)), &address);
    }
}

/// What the chart is called, in letters that every file system takes.
fn file_name(chart: &Chart) -> String {
    let title = (player_text().charts.title)(chart).to_lowercase();
    let letter = |letter: char| {
        if letter.is_ascii_alphanumeric() {
            letter
        } else {
            '-'
        }
    };
    title.chars().map(letter).collect()
}

/// A line for each period: where it begins and ends, and a column for each line of the chart.
fn csv(chart: &Chart) -> String {
    let mut csv = String::from("from,to");
    for line in chart.lines.iter() {
        csv.push(',');
        csv.push_str(class(line.role));
    }
    for (from, to) in periods(chart) {
        // Writing to a string cannot fail.
        let _ = write!(csv, "\r\n{},{}", Timestamp::of(from), Timestamp::of(to));
        for line in chart.lines.iter() {
            let value = line.at(from).map(|value| value.to_string());
            let _ = write!(csv, ",{}", value.unwrap_or_default());
        }
    }
    csv.push_str("\r\n");
    csv
}

/// The picture, as an address that holds it.
fn png(chart: &Chart) -> Option<String> {
    let document = web_sys::window()?.document()?;
    let style = web_sys::window()?
        .get_computed_style(&document.document_element()?)
        .ok()??;
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(SIZE.0 as u32);
    canvas.set_height(SIZE.1 as u32);
    let context = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let pen = Pen {
        context,
        style,
        frame: frame(chart)?,
    };
    pen.draw(chart)?;
    canvas.to_data_url().ok()
}

/// From the first point to the last.
fn frame(chart: &Chart) -> Option<Frame> {
    let periods = periods(chart);
    let (start, _) = *periods.first()?;
    let end = periods.iter().map(|&(_, to)| to).max()?;
    Some(Frame {
        span: Span {
            start,
            length: end.since(start),
        },
        top: top(chart),
        width: SIZE.0 - 2.0 * MARGIN,
        height: SIZE.1 - HEAD - FOOT,
    })
}

struct Pen {
    context: CanvasRenderingContext2d,
    style: CssStyleDeclaration,
    frame: Frame,
}

impl Pen {
    fn draw(&self, chart: &Chart) -> Option<()> {
        let (context, words) = (&self.context, &player_text().charts);
        context.set_fill_style_str(&self.colour("--panel")?);
        context.fill_rect(0.0, 0.0, SIZE.0, SIZE.1);
        self.write(&(words.title)(chart), 700, 22.0, (MARGIN, 36.0), "left")?;
        self.write(&(words.trend)(chart), 400, 16.0, (MARGIN, 60.0), "left")?;
        let (right, foot) = (SIZE.0 - MARGIN, SIZE.1 - 10.0);
        self.write(
            &(words.value)(chart.measure, self.frame.top),
            400,
            14.0,
            (right, HEAD - 6.0),
            "right",
        )?;
        let Span { start, length } = self.frame.span;
        let clock = |at| (crate::text::text().number.clock)(at, 1.0);
        self.write(&clock(start), 400, 14.0, (MARGIN, foot), "left")?;
        self.write(&clock(start + length), 400, 14.0, (right, foot), "right")?;
        context.translate(MARGIN, HEAD).ok()?;
        self.lines(chart)
    }

    fn lines(&self, chart: &Chart) -> Option<()> {
        let (context, frame) = (&self.context, &self.frame);
        let grid = format!(
            "M0 0H{0}M0 {1}H{0}M0 {2}H{0}",
            frame.width,
            frame.height / 2.0,
            frame.height
        );
        self.stroke(&grid, "--grid", 1.0)?;
        for line in chart.lines.iter() {
            if let Some(area) = ground(line, frame) {
                context.set_fill_style_str(&self.colour(colours(line.role).1)?);
                context.fill_with_path_2d(&Path2d::new_with_path_string(&area).ok()?);
            }
        }
        for [x, y, width, height] in lacking(chart, frame) {
            let (w, h) = (frame.width, frame.height);
            self.hatch([x * w, y * h, width * w, height * h])?;
        }
        for line in chart.lines.iter() {
            self.stroke(&path(line, frame), colours(line.role).0, 2.5)?;
        }
        if let Some(threshold) = &chart.threshold {
            let y = frame.y(threshold.value);
            self.stroke(&format!("M0 {y}H{}", frame.width), "--ok", 1.5)?;
            let named = (player_text().charts.threshold)(threshold);
            self.write(&named, 600, 14.0, (frame.width - 4.0, y - 6.0), "right")?;
        }
        Some(())
    }

    fn hatch(&self, [x, y, width, height]: [f64; 4]) -> Option<()> {
        const GAP: f64 = 7.0;
        let mut lines = String::new();
        let mut from = 0.0;
        while from < width + height {
            let (left, right) = ((from - height).max(0.0), from.min(width));
            let _ = write!(
                lines,
                "M{} {}L{} {}",
                x + left,
                y + (from - left).min(height),
                x + right,
                y + from - right
            );
            from += GAP;
        }
        self.stroke(&lines, "--ink-2", 1.0)
    }

    fn stroke(&self, path: &str, colour: &str, width: f64) -> Option<()> {
        self.context.set_stroke_style_str(&self.colour(colour)?);
        self.context.set_line_width(width);
        self.context
            .stroke_with_path(&Path2d::new_with_path_string(path).ok()?);
        Some(())
    }

    fn write(&self, words: &str, weight: u32, size: f64, (x, y): (f64, f64), align: &str) -> Option<()> {
        self.context.set_font(&format!("{weight} {size}px {FONT}"));
        self.context.set_text_align(align);
        self.context.set_fill_style_str(&self.colour("--ink")?);
        self.context.fill_text(words, x, y).ok()
    }

    fn colour(&self, token: &str) -> Option<String> {
        Some(self.style.get_property_value(token).ok()?.trim().to_owned())
    }
}

/// The tokens of a line's colour, and of the ground below it.
const fn colours(role: Role) -> (&'static str, &'static str) {
    match role {
        Role::All => ("--served", "--served-bg"),
        Role::Failed | Role::Breaching => ("--fail", "--fail-bg"),
        Role::P99 => ("--slow", "--slow-bg"),
        Role::P50 => ("--ink-3", "--well"),
        Role::InService => ("--lamp-edge", "--lamp"),
        _ => ("--ink", "--well"),
    }
}
