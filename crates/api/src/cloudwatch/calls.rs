//! Which operations CloudWatch has here: one line each.

#[allow(clippy::wildcard_imports)] // every shape of the service is named here
use super::*;
use crate::operation::operations;

operations! {
    CloudWatch

    /// A call that changes something.
    Write(WriteCall) {
        PutMetricData(PutMetricDataInput);
        PutMetricAlarm(PutMetricAlarmInput);
        PutCompositeAlarm(PutCompositeAlarmInput);
        SetAlarmState(SetAlarmStateInput);
        EnableAlarmActions(EnableAlarmActionsInput);
        DisableAlarmActions(DisableAlarmActionsInput);
        DeleteAlarms(DeleteAlarmsInput);
        TagResource(TagResourceInput);
        UntagResource(UntagResourceInput);
    }

    /// A call that only looks.
    Read(ReadCall) {
        ListMetrics(ListMetricsInput) -> ListMetricsOutput;
        GetMetricStatistics(GetMetricStatisticsInput) -> GetMetricStatisticsOutput;
        GetMetricData(GetMetricDataInput) -> GetMetricDataOutput;
        DescribeAlarms(DescribeAlarmsInput) -> DescribeAlarmsOutput;
        DescribeAlarmsForMetric(DescribeAlarmsForMetricInput) -> DescribeAlarmsForMetricOutput;
        DescribeAlarmHistory(DescribeAlarmHistoryInput) -> DescribeAlarmHistoryOutput;
        ListTagsForResource(ListTagsForResourceInput) -> ListTagsForResourceOutput;
    }
}
