# A load balancer over two zones, which has nothing behind it yet; A and B are their subnets.
VPC=$(aws ec2 describe-vpcs --filters Name=is-default,Values=true --query 'Vpcs[0].VpcId' --output text)
A=$(aws ec2 describe-subnets --query 'Subnets[0].SubnetId' --output text)
B=$(aws ec2 describe-subnets --query 'Subnets[1].SubnetId' --output text)
WEB=$(aws ec2 describe-security-groups --group-names directory-web --query 'SecurityGroups[0].GroupId' --output text)
IMAGE=$(aws ec2 describe-images --owners self --filters Name=name,Values=employee-directory --query 'Images[0].ImageId' --output text)
BALANCER=$(aws elbv2 create-load-balancer --name twin-NUMBER --subnets $A $B --security-groups $WEB --query 'LoadBalancers[0].LoadBalancerArn' --output text)
TARGETS=$(aws elbv2 create-target-group --name twin-NUMBER --protocol HTTP --port 80 --vpc-id $VPC --health-check-interval-seconds 10 --healthy-threshold-count 2 --query 'TargetGroups[0].TargetGroupArn' --output text)
aws elbv2 create-listener --load-balancer-arn $BALANCER --protocol HTTP --port 80 --default-actions Type=forward,TargetGroupArn=$TARGETS --query 'Listeners[0].Port'
