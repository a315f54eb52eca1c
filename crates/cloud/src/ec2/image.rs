//! The images an instance can be launched from.

use api::ApiError;

use crate::ec2::defaults;
use crate::ids::check_id;

/// What an image does after boot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AppStart {
    /// The operating system starts no app; user data may, on the first boot only.
    ByUserData,
    /// The operating system starts the app on every boot.
    ByOs,
    /// The operating system starts an app that fails at once.
    Broken,
}

/// Whose an image is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// AWS's: everyone may launch it.
    Amazon,
    /// The account's own.
    Account,
}

impl Owner {
    /// The account's number.
    #[must_use]
    pub const fn account(self) -> &'static str {
        match self {
            Self::Amazon => defaults::AMAZON_ACCOUNT_ID,
            Self::Account => defaults::ACCOUNT_ID,
        }
    }

    /// The name that AWS gives to its own.
    #[must_use]
    pub const fn alias(self) -> Option<&'static str> {
        match self {
            Self::Amazon => Some("amazon"),
            Self::Account => None,
        }
    }

    /// Whether `--owners name` means it.
    pub(crate) fn is_called(self, name: &str) -> bool {
        name == self.account() || self.alias().unwrap_or("self") == name
    }
}

/// An Amazon Machine Image.
#[derive(Debug, PartialEq, Eq)]
pub struct Image {
    /// Its id. Ours: real ids differ by Region.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What it is.
    pub description: &'static str,
    /// Who owns it.
    pub owner: Owner,
    /// When it was made. Ours.
    pub created: &'static str,
    /// What it starts.
    pub app_start: AppStart,
}

/// All images of the account, in a stable order.
pub static IMAGES: [Image; 4] = [
    Image {
        id: "ami-0a2b3c4d5e6f70123",
        name: "al2023-ami-2023.9.20261020.0-kernel-6.12-x86_64",
        description: "Amazon Linux 2023 AMI x86_64 HVM",
        owner: Owner::Amazon,
        created: "2026-10-20T08:12:41.000Z",
        app_start: AppStart::ByUserData,
    },
    Image {
        id: "ami-0e1d2c3b4a5968701",
        name: "employee-directory",
        description: "The employee directory, ready to start",
        owner: Owner::Account,
        created: "2026-10-28T14:30:05.000Z",
        app_start: AppStart::ByOs,
    },
    Image {
        id: "ami-0e1d2c3b4a5968702",
        name: "employee-directory-next",
        description: "The employee directory, next version",
        owner: Owner::Account,
        created: "2026-10-28T14:30:05.000Z",
        app_start: AppStart::ByOs,
    },
    Image {
        id: "ami-0e1d2c3b4a5968703",
        name: "employee-directory-bad",
        description: "The employee directory, a version that does not start",
        owner: Owner::Account,
        created: "2026-10-28T14:30:05.000Z",
        app_start: AppStart::Broken,
    },
];

impl Image {
    /// The processors that it is made for: all here are for the same.
    #[must_use]
    pub fn architecture(&self) -> &'static str {
        "x86_64"
    }

    /// The image with this id.
    #[must_use]
    pub fn with_id(id: &str) -> Option<&'static Self> {
        IMAGES.iter().find(|image| image.id == id)
    }

    /// The image that a caller names by id.
    ///
    /// # Errors
    /// `InvalidAMIID.Malformed` or `InvalidAMIID.NotFound`.
    pub(crate) fn find(id: &str) -> Result<&'static Self, ApiError> {
        check_id(id, "ami-", "InvalidAMIID.Malformed")?;
        Self::with_id(id).ok_or_else(|| ApiError::image_not_found(id))
    }

    /// The image with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        IMAGES.iter().find(|image| image.name == name)
    }
}
