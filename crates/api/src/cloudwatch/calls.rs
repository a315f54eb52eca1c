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
        SetAlarmState(SetAlarmStateInput);
        EnableAlarmActions(EnableAlarmActionsInput);
        DisableAlarmActions(DisableAlarmActionsInput);
        DeleteAlarms(DeleteAlarmsInput);
    }

    /// A call that only looks.
    Read(ReadCall) {
        ListMetrics(ListMetricsInput) -> ListMetricsOutput;
        GetMetricStatistics(GetMetricStatisticsInput) -> GetMetricStatisticsOutput;
        DescribeAlarms(DescribeAlarmsInput) -> DescribeAlarmsOutput;
        DescribeAlarmsForMetric(DescribeAlarmsForMetricInput) -> DescribeAlarmsForMetricOutput;
        DescribeAlarmHistory(DescribeAlarmHistoryInput) -> DescribeAlarmHistoryOutput;
    }
}
