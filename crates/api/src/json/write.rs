//! Any shape as a text of JSON.

use serde_json::Value as Json;

use super::to_json;
use crate::{Shape, Value, entries, pairs};

/// The shape over several lines, as AWS's command line prints it: members in AWS's order, absent ones left out.
#[must_use]
pub fn pretty(shape: &dyn Shape) -> String {
    jmespath::json::pretty(&to_json(shape))
}

/// The value on one line without spaces.
#[must_use]
pub fn compact(value: Value<'_>) -> String {
    let mut writer = Writer(String::new());
    writer.value(value);
    writer.0
}

/// A number as Python writes it, and so AWS's command line: `120.0`, `0.25`, `1e+16`, `1e-05`; `null` if it is none.
#[must_use]
pub fn format_double(number: f64) -> String {
    if number.is_finite() {
        jmespath::json::format_double(number)
    } else {
        "null".to_owned()
    }
}

/// The position and name of each member that is written, with its value: in AWS's order, absent ones left out.
pub(super) fn present(shape: &dyn Shape) -> impl Iterator<Item = (&'static str, Value<'_>)> {
    shape
        .info()
        .members
        .iter()
        .enumerate()
        .filter_map(|(index, member)| match shape.value(index)? {
            Value::List(list) if list.is_empty() && !member.always => None,
            Value::Map(map) if map.is_empty() && !member.always => None,
            value => Some((member.name, value)),
        })
}

/// Straight into the text, without a [`jmespath::Json`] in between: journals and messages are many.
struct Writer(String);

impl Writer {
    fn value(&mut self, value: Value<'_>) {
        match value {
            Value::String(text) => self.string(text),
            Value::Integer(number) => self.0 += &number.to_string(),
            Value::Double(number) => self.0 += &format_double(number),
            Value::Boolean(truth) => self.0 += if truth { "true" } else { "false" },
            Value::Timestamp(instant) => self.string(&instant.to_string()),
            Value::Shape(shape) => self.enclosed(['{', '}'], present(shape), Self::pair),
            Value::List(list) => self.enclosed(['[', ']'], entries(list), Self::value),
            Value::Map(map) => self.enclosed(['{', '}'], pairs(map), Self::pair),
        }
    }

    fn pair(&mut self, (name, value): (&str, Value<'_>)) {
        self.string(name);
        self.0.push(':');
        self.value(value);
    }

    /// Entries between brackets, parted by commas.
    fn enclosed<T>(
        &mut self,
        [open, close]: [char; 2],
        entries: impl Iterator<Item = T>,
        write: impl Fn(&mut Self, T),
    ) {
        self.0.push(open);
        for (index, entry) in entries.enumerate() {
            if index > 0 {
                self.0.push(',');
            }
            write(self, entry);
        }
        self.0.push(close);
    }

    fn string(&mut self, text: &str) {
        self.0 += &Json::from(text).to_string();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ec2::{
        DescribeInstancesOutput, Instance, InstanceState, Reservation, RunInstancesInput, Tag,
        TagSpecification,
    };
    use crate::{Element, Timestamp};

    #[test]
    fn an_answer_is_written_as_the_command_line_prints_it() {
        let instance = Instance {
            instance_id: Some("i-0123456789abcdef0".to_owned()),
            state: Some(InstanceState {
                code: Some(16),
                name: Some("running".to_owned()),
            }),
            public_dns_name: Some(String::new()),
            ami_launch_index: Some(0),
            launch_time: Some(Timestamp::WORLD_START),
            ..Instance::default()
        };
        let reservation = Reservation {
            instances: vec![instance],
            ..Reservation::default()
        };
        let output = DescribeInstancesOutput {
            reservations: vec![reservation],
        };
        let printed = r#"{
    "Reservations": [
        {
            "Groups": [],
            "Instances": [
                {
                    "SecurityGroups": [],
                    "InstanceId": "i-0123456789abcdef0",
                    "State": {
                        "Code": 16,
                        "Name": "running"
                    },
                    "PublicDnsName": "",
                    "AmiLaunchIndex": 0,
                    "LaunchTime": "2026-11-02T10:00:00+00:00"
                }
            ]
        }
    ]
}"#;
        assert_eq!(pretty(&output), printed);
        assert_eq!(
            pretty(&DescribeInstancesOutput::default()),
            "{\n    \"Reservations\": []\n}"
        );
        assert_eq!(pretty(&Tag::default()), "{}");
    }

    #[test]
    fn what_is_written_is_read_again() {
        let tag = Tag {
            key: Some("na\"me\n\u{1}é".to_owned()),
            value: Some(String::new()),
        };
        let specification = TagSpecification {
            resource_type: Some("instance".to_owned()),
            tags: vec![tag],
        };
        let input = RunInstancesInput {
            tag_specifications: vec![specification],
            ..Default::default()
        };
        let text = compact(input.as_value());
        let expected = r#"{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"na\"me\n\u0001é","Value":""}]}]}"#;
        assert_eq!(text, expected);
        for text in [text, pretty(&input)] {
            let mut again = RunInstancesInput::default();
            super::super::parse(&text, &mut again).expect("fits");
            assert_eq!(again, input);
        }
    }

    #[test]
    fn numbers_are_written_as_python_writes_them() {
        let check = |number: f64, text: &str| assert_eq!(format_double(number), text);
        check(120.0, "120.0");
        check(-0.25, "-0.25");
        check(0.0001, "0.0001");
        check(0.000_01, "1e-05");
        check(123_456_789_012_345.0, "123456789012345.0");
        check(1.5e16, "1.5e+16");
        check(1e300, "1e+300");
        check(f64::NAN, "null");
        check(f64::INFINITY, "null");
    }

    #[allow(unreachable_pub)] // shapes are pub wherever they stand
    mod held {
        use crate::Map;
        use crate::ec2::Tag;

        crate::shape::shapes! {
            /// Holds maps.
            pub struct Holder {
                /// Of texts.
                words: Map<String> = "Words",
                /// Of maps of structures.
                tags: Map<Map<Tag>> = "Tags",
            }
        }
    }
    use held::Holder;

    #[test]
    fn maps_keep_their_order_and_each_key_once() {
        let text = r#"{"Words":{"a":"1","b":"2"},"Tags":{"x":{"y":{"Key":"k"}}}}"#;
        let mut holder = Holder::default();
        super::super::parse(text, &mut holder).expect("fits");
        assert_eq!(holder.words.get("b").map(String::as_str), Some("2"));
        assert_eq!(compact(holder.as_value()), text);
        super::super::parse(r#"{"Words": {"b": "3"}}"#, &mut holder).expect("fits");
        assert_eq!(holder.words.0[1], ("b".to_owned(), "3".to_owned()));
        assert_eq!(pretty(&Holder::default()), "{}");
        let error = super::super::parse(r#"{"Tags": {"x": {"y": {"Kee": ""}}}}"#, &mut Holder::default());
        assert_eq!(
            error.expect_err("Kee is no member").to_string(),
            "/Tags/x/y/Kee: Tag has no such member; did you mean Key?"
        );
    }
}
