//! Buckets and objects.

use cloud::lab::Lab;

fn ask(lab: &mut Lab, operation: &str, request: &str) -> String {
    let answer = lab.call("s3api", operation, request);
    let output = answer.unwrap_or_else(|error| panic!("{operation} {request} was refused: {error}"));
    let line = |shape| api::json::compact(api::Value::Shape(shape));
    output.shape().map(line).unwrap_or_default()
}

#[test]
fn the_directory_has_its_bucket_from_the_beginning() {
    let mut lab = Lab::new();
    let photos = r#""Bucket": "employee-photo-bucket-fl-907""#;
    assert!(ask(&mut lab, "ListBuckets", "{}").contains("employee-photo-bucket-fl-907"));
    let list = ask(
        &mut lab,
        "ListObjectsV2",
        &format!(r#"{{{photos}, "Delimiter": "/"}}"#),
    );
    assert!(
        list.contains(r#""CommonPrefixes":[{"Prefix":"employee_pic/"}]"#),
        "{list}"
    );
    let page = ask(
        &mut lab,
        "ListObjectsV2",
        &format!(r#"{{{photos}, "MaxKeys": 10}}"#),
    );
    assert!(
        page.contains(r#""IsTruncated":true"#) && page.contains(r#""KeyCount":10"#),
        "{page}"
    );
}

#[test]
fn what_is_written_can_be_read_at_once() {
    let mut lab = Lab::new();
    let here = r#""Bucket": "reports-fl-1""#;
    let location = r#""CreateBucketConfiguration": {"LocationConstraint": "us-east-2"}"#;
    ask(&mut lab, "CreateBucket", &format!("{{{here}, {location}}}"));
    let head = ask(&mut lab, "HeadBucket", &format!("{{{here}}}"));
    assert!(head.contains(r#""BucketRegion":"us-east-2""#), "{head}");
    assert_eq!(
        ask(&mut lab, "GetBucketLocation", &format!("{{{here}}}")),
        r#"{"LocationConstraint":"us-east-2"}"#
    );
    let key = r#""Key": "a/b.txt""#;
    let put = format!(r#"{{{here}, {key}, "Body": "aGVsbG8=", "ContentType": "text/plain"}}"#);
    let written = ask(&mut lab, "PutObject", &put);
    let read = ask(&mut lab, "GetObject", &format!("{{{here}, {key}}}"));
    assert!(
        read.contains(r#""Body":"aGVsbG8=""#) && read.contains(r#""ContentLength":5"#),
        "{read}"
    );
    let etag = written
        .split(r#""ETag":"#)
        .nth(1)
        .and_then(|rest| rest.split(',').next());
    assert!(read.contains(etag.expect("it has a sum")), "{written} {read}");
    assert!(ask(&mut lab, "HeadObject", &format!("{{{here}, {key}}}")).contains("text/plain"));
    let error = lab
        .call("s3api", "DeleteBucket", &format!("{{{here}}}"))
        .expect_err("it is not empty");
    assert_eq!((error.code, error.http_status()), ("BucketNotEmpty", 409));
    ask(&mut lab, "DeleteObject", &format!("{{{here}, {key}}}"));
    ask(&mut lab, "DeleteObject", &format!("{{{here}, {key}}}"));
    ask(&mut lab, "DeleteBucket", &format!("{{{here}}}"));
    let error = lab
        .call("s3api", "HeadBucket", &format!("{{{here}}}"))
        .expect_err("it is gone");
    assert_eq!(
        (error.to_string().as_str(), error.http_status()),
        ("(404) Not Found", 404)
    );
}

#[test]
fn more_than_three_thousand_five_hundred_writes_in_a_second_are_told_to_slow_down() {
    let mut lab = Lab::new();
    let here = r#""Bucket": "reports-fl-1""#;
    let location = r#""CreateBucketConfiguration": {"LocationConstraint": "us-east-2"}"#;
    ask(&mut lab, "CreateBucket", &format!("{{{here}, {location}}}"));
    let put = format!(r#"{{{here}, "Key": "a", "Body": "aGVsbG8="}}"#);
    for _ in 0..3_500 {
        ask(&mut lab, "PutObject", &put);
    }
    let error = lab.call("s3api", "PutObject", &put).expect_err("it is too much");
    assert_eq!((error.code, error.http_status()), ("SlowDown", 503));
    lab.pass_secs(1);
    ask(&mut lab, "PutObject", &put);
}
