//! `sandbox mail`: what the subscribers of topics find in their mailboxes.

use api::sandbox::{Mail as MailShape, MailInput, MailOutput};
use api::{ApiError, Timestamp};
use des::SimTime;

use super::{ago, length};
use crate::Cloud;
use crate::sns::Mail;

pub(super) fn mail(cloud: &Cloud, input: &MailInput) -> Result<MailOutput, ApiError> {
    let since = length(input.last.as_deref())?.map_or(SimTime::ZERO, |last| ago(cloud, last));
    let mails = cloud.sns.mails.iter().filter(|mail| mail.at >= since);
    Ok(MailOutput {
        mails: mails.map(shown).collect(),
    })
}

fn shown(mail: &Mail) -> MailShape {
    MailShape {
        time: Some(Timestamp::of(mail.at)),
        to: Some(mail.to.clone()),
        subject: Some(mail.subject.clone()),
        body: Some(mail.body.clone()),
        token: mail.token.clone(),
    }
}
