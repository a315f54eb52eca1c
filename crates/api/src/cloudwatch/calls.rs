//! Which operations Amazon CloudWatch has here: one line each.

use crate::operation::operations;

operations! {
    CloudWatch

    /// A call that changes something.
    Write(WriteCall) {
    }

    /// A call that only looks.
    Read(ReadCall) {
    }
}
