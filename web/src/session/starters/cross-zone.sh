# One instance in the first zone, three in the second, behind one load balancer.
VPC=$(aws ec2 describe-vpcs --filters Name=is-default,Values=true --query 'Vpcs[0].VpcId' --output text)
A=$(aws ec2 describe-subnets --query 'Subnets[0].SubnetId' --output text)
B=$(aws ec2 describe-subnets --query 'Subnets[1].SubnetId' --output text)
WEB=$(aws ec2 describe-security-groups --group-names directory-web --query 'SecurityGroups[0].GroupId' --output text)
IMAGE=$(aws ec2 describe-images --owners self --filters Name=name,Values=employee-directory --query 'Images[0].ImageId' --output text)
BALANCER=$(aws elbv2 create-load-balancer --name twin-NUMBER --subnets $A $B --security-groups $WEB --query 'LoadBalancers[0].LoadBalancerArn' --output text)
TARGETS=$(aws elbv2 create-target-group --name twin-NUMBER --protocol HTTP --port 80 --vpc-id $VPC --health-check-interval-seconds 10 --healthy-threshold-count 2 --query 'TargetGroups[0].TargetGroupArn' --output text)
aws elbv2 create-listener --load-balancer-arn $BALANCER --protocol HTTP --port 80 --default-actions Type=forward,TargetGroupArn=$TARGETS --query 'Listeners[0].Port'
ONE=$(aws ec2 run-instances --image-id $IMAGE --instance-type t3.micro --subnet-id $A --security-group-ids $WEB --iam-instance-profile Name=employee-directory-role --query 'Instances[0].InstanceId' --output text)
TWO=$(aws ec2 run-instances --image-id $IMAGE --instance-type t3.micro --subnet-id $B --security-group-ids $WEB --iam-instance-profile Name=employee-directory-role --query 'Instances[0].InstanceId' --output text)
THREE=$(aws ec2 run-instances --image-id $IMAGE --instance-type t3.micro --subnet-id $B --security-group-ids $WEB --iam-instance-profile Name=employee-directory-role --query 'Instances[0].InstanceId' --output text)
FOUR=$(aws ec2 run-instances --image-id $IMAGE --instance-type t3.micro --subnet-id $B --security-group-ids $WEB --iam-instance-profile Name=employee-directory-role --query 'Instances[0].InstanceId' --output text)
aws ec2 wait instance-running --instance-ids $ONE $TWO $THREE $FOUR
aws elbv2 register-targets --target-group-arn $TARGETS --targets Id=$ONE Id=$TWO Id=$THREE Id=$FOUR
aws elbv2 wait load-balancer-available --load-balancer-arns $BALANCER
sandbox wait --until "aws elbv2 describe-target-health --target-group-arn $TARGETS --output text --query 'length(TargetHealthDescriptions[?TargetHealth.State==\`healthy\`])'" --equals 4 --for 15m
DNS=$(aws elbv2 describe-load-balancers --load-balancer-arns $BALANCER --query 'LoadBalancers[0].DNSName' --output text)
sandbox clients --endpoint $DNS
sandbox traffic --rate 360
sandbox wait 1m
# change
aws elbv2 modify-target-group-attributes --target-group-arn $TARGETS --attributes Key=load_balancing.cross_zone.enabled,Value=false --query 'Attributes[0].Key'
