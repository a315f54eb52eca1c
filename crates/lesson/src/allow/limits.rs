//! How far the learner may go: found in what a call asks for, whatever the call.

use api::{Shape, Value};

use super::Refusal;
use crate::format::Limits;
use crate::observed::{InstanceState, Observed};
use crate::phrases;

/// Members that ask for so many more instances.
const MORE: &str = "MaxCount";
/// Members that ask for so many instances in all.
const IN_ALL: [&str; 2] = ["MaxSize", "DesiredCapacity"];
const TYPE: &str = "InstanceType";

/// Whether what a call asks for keeps to the limits.
pub(super) fn check(limits: &Limits, asked: &dyn Shape, seen: &dyn Observed) -> Result<(), Refusal> {
    let mut refusal = None;
    walk(asked, &mut |name, value| {
        refusal = refusal.take().or_else(|| beyond(limits, name, value, seen));
    });
    refusal.map_or(Ok(()), |reason| Err(Refusal { reason }))
}

fn beyond(limits: &Limits, name: &str, value: &Value<'_>, seen: &dyn Observed) -> Option<String> {
    match value {
        Value::String(wanted) if name == TYPE => {
            let known = &limits.instance_types;
            let is_one = known.is_empty() || known.iter().any(|known| known == wanted);
            (!is_one).then(|| phrases::instance_type_limit(known))
        }
        Value::Integer(count) => {
            let count = u64::try_from(*count).unwrap_or(0);
            let total = match name {
                MORE => count + living(seen),
                _ if IN_ALL.contains(&name) => count,
                _ => return None,
            };
            let most = limits.instances?;
            (total > most).then(|| phrases::instance_limit(most))
        }
        _ => None,
    }
}

/// Instances that are not terminated.
fn living(seen: &dyn Observed) -> u64 {
    let instances = seen.instances();
    let living = instances
        .iter()
        .filter(|instance| instance.state != InstanceState::Terminated);
    living.count() as u64
}

/// Every value in a shape by the name of its member, however deep.
fn walk(shape: &dyn Shape, each: &mut dyn FnMut(&str, &Value<'_>)) {
    for (index, member) in shape.info().members.iter().enumerate() {
        if let Some(value) = shape.value(index) {
            walk_value(member.name, &value, each);
        }
    }
}

fn walk_value(name: &str, value: &Value<'_>, each: &mut dyn FnMut(&str, &Value<'_>)) {
    each(name, value);
    match value {
        // Some members hold but a value of their own.
        Value::Shape(shape) => walk(*shape, &mut |inner, value| {
            each(if inner == "Value" { name } else { inner }, value);
        }),
        Value::List(list) => api::entries(*list).for_each(|value| walk_value(name, &value, each)),
        _ => {}
    }
}
