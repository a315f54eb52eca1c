//! Which operations Elastic Load Balancing, version 2 has here: one line each.

use crate::operation::operations;

operations! {
    Elbv2

    /// A call that changes something.
    Write(WriteCall) {
    }

    /// A call that only looks.
    Read(ReadCall) {
    }
}
