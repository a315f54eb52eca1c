# The course's end state: two zones, a load balancer, a group that follows its load, an alarm; then a day's worst hour.

# Who may come: the internet to the load balancer, the load balancer to the instances.
VPC=$(aws ec2 describe-vpcs --filters Name=is-default,Values=true --query 'Vpcs[0].VpcId' --output text)
A=$(aws ec2 describe-subnets --filters Name=availability-zone,Values=us-east-2a --query 'Subnets[0].SubnetId' --output text)
B=$(aws ec2 describe-subnets --filters Name=availability-zone,Values=us-east-2b --query 'Subnets[0].SubnetId' --output text)
FRONT=$(aws ec2 create-security-group --group-name front --description 'the load balancer' --vpc-id $VPC \
    --query GroupId --output text)
APP=$(aws ec2 create-security-group --group-name app --description 'the directory' --vpc-id $VPC \
    --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $FRONT --protocol tcp --port 80 --cidr 0.0.0.0/0
aws ec2 authorize-security-group-ingress --group-id $APP --protocol tcp --port 80 --source-group $FRONT

# Over both zones, what takes the requests and what answers them.
BALANCER=$(aws elbv2 create-load-balancer --name directory --subnets $A $B --security-groups $FRONT \
    --query 'LoadBalancers[0].LoadBalancerArn' --output text)
TARGETS=$(aws elbv2 create-target-group --name directory --protocol HTTP --port 80 --vpc-id $VPC \
    --health-check-interval-seconds 10 --healthy-threshold-count 2 \
    --query 'TargetGroups[0].TargetGroupArn' --output text)
aws elbv2 create-listener --load-balancer-arn $BALANCER --protocol HTTP --port 80 \
    --default-actions Type=forward,TargetGroupArn=$TARGETS --query 'Listeners[0].Port'
IMAGE=$(aws ec2 describe-images --owners self --filters Name=name,Values=employee-directory \
    --query 'Images[0].ImageId' --output text)
aws ec2 create-launch-template --launch-template-name directory --launch-template-data \
    "ImageId=$IMAGE,InstanceType=t3.micro,SecurityGroupIds=$APP,IamInstanceProfile={Name=employee-directory-role}" \
    --query LaunchTemplate.LaunchTemplateName
aws autoscaling create-auto-scaling-group --auto-scaling-group-name directory \
    --launch-template 'LaunchTemplateName=directory,Version=$Latest' --min-size 2 --max-size 8 \
    --vpc-zone-identifier $A,$B --target-group-arns $TARGETS --health-check-type ELB --health-check-grace-period 120
aws autoscaling put-scaling-policy --auto-scaling-group-name directory --policy-name half-busy \
    --policy-type TargetTrackingScaling --target-tracking-configuration \
    '{"PredefinedMetricSpecification": {"PredefinedMetricType": "ASGAverageCPUUtilization"}, "TargetValue": 50.0}' \
    --query 'Alarms[].AlarmName'

# Somebody is told when the group can hardly keep up.
TOPIC=$(aws sns create-topic --name pager --query TopicArn --output text)
aws cloudwatch put-metric-alarm --alarm-name busy --namespace AWS/EC2 --metric-name CPUUtilization \
    --dimensions Name=AutoScalingGroupName,Value=directory --statistic Average --period 60 --evaluation-periods 2 \
    --threshold 70 --comparison-operator GreaterThanThreshold --alarm-actions $TOPIC

aws elbv2 wait load-balancer-available --load-balancer-arns $BALANCER
sandbox wait --until "aws elbv2 describe-target-health --target-group-arn $TARGETS --output text --query \
    'length(TargetHealthDescriptions[?TargetHealth.State==\`healthy\`])'" --equals 2 --for 15m
DNS=$(aws elbv2 describe-load-balancers --load-balancer-arns $BALANCER --query 'LoadBalancers[0].DNSName' --output text)
sandbox clients --endpoint $DNS
sandbox traffic --rate 20
sandbox wait 15m
sandbox metrics --last 10m

# A crowd comes, and while it is there a zone fails.
sandbox traffic --rate 20 --profile flash-crowd --peak 150 --over 30m
sandbox wait 15m
sandbox fault az-outage --zone us-east-2a --for 20m
sandbox wait 45m
sandbox metrics --last 60m
aws autoscaling describe-auto-scaling-groups --auto-scaling-group-names directory --output table \
    --query 'AutoScalingGroups[0].Instances[].[InstanceId, AvailabilityZone, LifecycleState]'
sandbox availability --query '[Designed, MeasuredRequests]'
aws cloudwatch describe-alarm-history --alarm-name busy --history-item-type StateUpdate --scan-by TimestampAscending \
    --query 'AlarmHistoryItems[].[Timestamp, HistorySummary]' --output text
