//! Boxes to lines.

use super::section::Section;
use super::width::columns_of;

/// Draws the sections below one another, all as wide as the widest; on their side if that is more than `width`.
pub(super) fn draw(mut sections: Vec<Section>, width: usize) -> String {
    if sections.is_empty() {
        return String::new();
    }
    if widest(&sections) > width {
        sections = sections.into_iter().map(Section::turned).collect();
    }
    let widest = widest(&sections);
    let mut drawing = Drawing {
        text: "-".repeat(widest) + "\n",
        indent: 0,
    };
    for section in &sections {
        drawing.section(section, signed(widest));
    }
    drawing.text
}

fn widest(sections: &[Section]) -> usize {
    sections.iter().map(Section::wanted).max().unwrap_or(0)
}

struct Drawing {
    text: String,
    indent: usize,
}

impl Drawing {
    fn section(&mut self, section: &Section, width: i64) {
        self.indent = section.indent;
        let width = width - 2 * signed(section.indent);
        let columns = section.columns(width);
        self.title(section, width);
        self.headings(section, &columns);
        self.rows(section, &columns);
    }

    fn title(&mut self, section: &Section, width: i64) {
        let Some(title) = section.title.as_deref().filter(|title| !title.is_empty()) else {
            return;
        };
        self.line(&centred(title, width, "|"));
        if section.headings.is_empty() && section.rows.is_empty() {
            self.line(&format!("+{}+", repeated('-', width - 2)));
        }
    }

    fn headings(&mut self, section: &Section, columns: &[i64]) {
        if section.headings.is_empty() {
            return;
        }
        self.rule(columns);
        let cells = columns.iter().zip(&section.headings).enumerate();
        let cells = cells.map(|(index, (width, heading))| centred(heading, *width, edge(index)));
        let line: String = cells.collect();
        self.line(&line);
    }

    fn rows(&mut self, section: &Section, columns: &[i64]) {
        if section.rows.is_empty() || columns.is_empty() {
            return;
        }
        self.rule(columns);
        for row in &section.rows {
            let cells = columns.iter().zip(row).enumerate();
            let cells = cells.map(|(index, (width, cell))| aligned(cell, *width, edge(index)));
            let line: String = cells.collect();
            self.line(&line);
        }
        self.rule(columns);
    }

    fn rule(&mut self, columns: &[i64]) {
        let parts = columns.iter().enumerate().map(|(index, width)| match index {
            0 => format!("+{}+", repeated('-', width - 2)),
            _ => format!("{}+", repeated('-', width - 1)),
        });
        let line: String = parts.collect();
        self.line(&line);
    }

    /// Between the borders of the boxes around.
    fn line(&mut self, line: &str) {
        let border = "|".repeat(self.indent);
        self.text += &format!("{border}{line}{border}\n");
    }
}

/// The first cell has a border on its left too.
const fn edge(index: usize) -> &'static str {
    if index == 0 { "|" } else { "" }
}

fn centred(text: &str, width: i64, edge: &str) -> String {
    let columns = signed(columns_of(text));
    let before = width / 2 - columns / 2 - 1;
    let after = width - 1 - (signed(edge.len()) + before + columns);
    format!("{edge}{}{text}{}|", repeated(' ', before), repeated(' ', after))
}

fn aligned(text: &str, width: i64, edge: &str) -> String {
    let filled = signed(columns_of(text) + edge.len());
    let padding = if filled + 3 <= width { 2 } else { 0 };
    let after = width - 1 - filled - padding;
    format!("{edge}{}{text}{}|", repeated(' ', padding), repeated(' ', after))
}

/// Never less than nothing.
fn repeated(letter: char, times: i64) -> String {
    std::iter::repeat_n(letter, usize::try_from(times).unwrap_or(0)).collect()
}

fn signed(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
