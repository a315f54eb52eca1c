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
        ListMetrics(ListMetricsInput) -> ListMetricsOutput paged "NextToken - NextToken Metrics OwningAccounts";
        GetMetricStatistics(GetMetricStatisticsInput) -> GetMetricStatisticsOutput;
        GetMetricData(GetMetricDataInput)
            -> GetMetricDataOutput paged "NextToken MaxDatapoints NextToken MetricDataResults Messages";
        DescribeAlarms(DescribeAlarmsInput)
            -> DescribeAlarmsOutput paged "NextToken MaxRecords NextToken MetricAlarms CompositeAlarms LogAlarms";
        DescribeAlarmsForMetric(DescribeAlarmsForMetricInput) -> DescribeAlarmsForMetricOutput;
        DescribeAlarmHistory(DescribeAlarmHistoryInput)
            -> DescribeAlarmHistoryOutput paged "NextToken MaxRecords NextToken AlarmHistoryItems";
        ListTagsForResource(ListTagsForResourceInput) -> ListTagsForResourceOutput;
    }
}
