//! `sandbox request`: the learner sends requests of their own.

use api::sandbox::{RequestInput, RequestOutput};

use crate::Cloud;
use crate::app::Route;
use crate::workload::{RequestId, YOU};

pub(crate) fn request(cloud: &mut Cloud, input: &RequestInput) -> RequestOutput {
    let cause = cloud.accept();
    if cloud.workload.cause.some().is_none() {
        cloud.workload.cause = cause;
    }
    let name = input.route.as_deref().unwrap_or("list");
    let route = Route::ALL.into_iter().find(|route| route.name() == name);
    let send = |_| {
        let arrivals = &mut cloud.workload.arrivals[YOU.0 as usize];
        let id = RequestId::new(YOU, arrivals.visits);
        arrivals.visits += 1;
        cloud.send(id, route, crate::elbv2::Cookies::NONE);
        id.text()
    };
    RequestOutput {
        request_ids: (0..input.count.unwrap_or(1)).map(send).collect(),
    }
}
