# Two instances in one zone, behind a load balancer over two.
VPC=$(aws ec2 describe-vpcs --filters Name=is-default,Values=true --query 'Vpcs[0].VpcId' --output text)
A=$(aws ec2 describe-subnets --query 'Subnets[0].SubnetId' --output text)
B=$(aws ec2 describe-subnets --query 'Subnets[1].SubnetId' --output text)
ZONE=$(aws ec2 describe-subnets --query 'Subnets[0].AvailabilityZone' --output text)
WEB=$(aws ec2 describe-security-groups --group-names directory-web --query 'SecurityGroups[0].GroupId' --output text)
IMAGE=$(aws ec2 describe-images --owners self --filters Name=name,Values=employee-directory --query 'Images[0].ImageId' --output text)
BALANCER=$(aws elbv2 create-load-balancer --name twin-NUMBER --subnets $A $B --security-groups $WEB --query 'LoadBalancers[0].LoadBalancerArn' --output text)
TARGETS=$(aws elbv2 create-target-group --name twin-NUMBER --protocol HTTP --port 80 --vpc-id $VPC --health-check-interval-seconds 10 --healthy-threshold-count 2 --query 'TargetGroups[0].TargetGroupArn' --output text)
aws elbv2 create-listener --load-balancer-arn $BALANCER --protocol HTTP --port 80 --default-actions Type=forward,TargetGroupArn=$TARGETS --query 'Listeners[0].Port'
ONE=$(aws ec2 run-instances --image-id $IMAGE --instance-type t3.micro --subnet-id $A --security-group-ids $WEB --iam-instance-profile Name=employee-directory-role --query 'Instances[0].InstanceId' --output text)
TWO=$(aws ec2 run-instances --image-id $IMAGE --instance-type t3.micro --subnet-id $A --security-group-ids $WEB --iam-instance-profile Name=employee-directory-role --query 'Instances[0].InstanceId' --output text)
aws ec2 wait instance-running --instance-ids $ONE $TWO
aws elbv2 register-targets --target-group-arn $TARGETS --targets Id=$ONE Id=$TWO
aws elbv2 wait load-balancer-available --load-balancer-arns $BALANCER
sandbox wait --until "aws elbv2 describe-target-health --target-group-arn $TARGETS --output text --query 'length(TargetHealthDescriptions[?TargetHealth.State==\`healthy\`])'" --equals 2 --for 15m
DNS=$(aws elbv2 describe-load-balancers --load-balancer-arns $BALANCER --query 'LoadBalancers[0].DNSName' --output text)
sandbox clients --endpoint $DNS
sandbox traffic --rate 60
sandbox wait 1m
# change
THREE=$(aws ec2 run-instances --image-id $IMAGE --instance-type t3.micro --subnet-id $B --security-group-ids $WEB --iam-instance-profile Name=employee-directory-role --query 'Instances[0].InstanceId' --output text)
aws ec2 wait instance-running --instance-ids $THREE
aws elbv2 register-targets --target-group-arn $TARGETS --targets Id=$THREE
aws elbv2 wait target-in-service --target-group-arn $TARGETS --targets Id=$THREE
aws elbv2 deregister-targets --target-group-arn $TARGETS --targets Id=$TWO
sandbox wait 30s
aws ec2 terminate-instances --instance-ids $TWO --query 'TerminatingInstances[0].CurrentState.Name'
sandbox fault --kind az-outage --zone $ZONE --for 5m
