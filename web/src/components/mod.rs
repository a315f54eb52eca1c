//! The parts of the page, one component a file. They read snapshots and send commands; none of them knows the model.

pub mod announcer;
pub mod beginnings;
pub mod callbacks;
pub mod charts;
pub mod command_line;
pub mod course;
pub mod curve;
pub mod error_page;
pub mod fleet;
pub mod forms;
pub mod ground;
pub mod head;
pub mod icon;
pub mod inspector;
pub mod legend;
pub mod lesson;
pub mod lesson_page;
pub mod notice_page;
pub mod player;
pub mod readout;
pub mod refocus;
pub mod sandbox;
pub mod shortcut;
pub mod stage;
pub mod start;
pub mod styles;
pub mod terminal;
pub mod time_bar;
pub mod tour;
pub mod track;
pub mod twin;

pub use icon::icon_sheet;
pub use notice_page::notice_page;
pub use player::player_page;
pub use start::start_page;
