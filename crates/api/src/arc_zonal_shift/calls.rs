//! Which operations zonal shift has here: one line each.

#[allow(clippy::wildcard_imports)] // every shape of the service is named here
use super::*;
use crate::operation::operations;

operations! {
    ArcZonalShift

    /// A call that changes something.
    Write(WriteCall) {
        StartZonalShift(StartZonalShiftInput) -> StartZonalShiftOutput;
        UpdateZonalShift(UpdateZonalShiftInput) -> UpdateZonalShiftOutput;
        CancelZonalShift(CancelZonalShiftInput) -> CancelZonalShiftOutput;
    }

    /// A call that only looks.
    Read(ReadCall) {
        ListZonalShifts(ListZonalShiftsInput)
            -> ListZonalShiftsOutput paged "nextToken maxResults nextToken items";
        GetManagedResource(GetManagedResourceInput) -> GetManagedResourceOutput;
        ListManagedResources(ListManagedResourcesInput)
            -> ListManagedResourcesOutput paged "nextToken maxResults nextToken items";
    }
}
