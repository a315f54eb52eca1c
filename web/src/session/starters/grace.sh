# A group over two zones that believes its load balancer, and waits five minutes before it does.
VPC=$(aws ec2 describe-vpcs --filters Name=is-default,Values=true --query 'Vpcs[0].VpcId' --output text)
A=$(aws ec2 describe-subnets --query 'Subnets[0].SubnetId' --output text)
B=$(aws ec2 describe-subnets --query 'Subnets[1].SubnetId' --output text)
WEB=$(aws ec2 describe-security-groups --group-names directory-web --query 'SecurityGroups[0].GroupId' --output text)
IMAGE=$(aws ec2 describe-images --owners self --filters Name=name,Values=employee-directory --query 'Images[0].ImageId' --output text)
BALANCER=$(aws elbv2 create-load-balancer --name twin-NUMBER --subnets $A $B --security-groups $WEB --query 'LoadBalancers[0].LoadBalancerArn' --output text)
TARGETS=$(aws elbv2 create-target-group --name twin-NUMBER --protocol HTTP --port 80 --vpc-id $VPC --health-check-interval-seconds 10 --healthy-threshold-count 2 --query 'TargetGroups[0].TargetGroupArn' --output text)
aws elbv2 create-listener --load-balancer-arn $BALANCER --protocol HTTP --port 80 --default-actions Type=forward,TargetGroupArn=$TARGETS --query 'Listeners[0].Port'
aws ec2 create-launch-template --launch-template-name twin-NUMBER --launch-template-data "ImageId=$IMAGE,InstanceType=t3.micro,SecurityGroupIds=$WEB,IamInstanceProfile={Name=employee-directory-role}" --query LaunchTemplate.LaunchTemplateName
aws autoscaling create-auto-scaling-group --auto-scaling-group-name twin-NUMBER --launch-template LaunchTemplateName=twin-NUMBER --min-size 2 --max-size 4 --vpc-zone-identifier $A,$B --target-group-arns $TARGETS --health-check-type ELB --health-check-grace-period 300
aws elbv2 wait load-balancer-available --load-balancer-arns $BALANCER
sandbox wait --until "aws elbv2 describe-target-health --target-group-arn $TARGETS --output text --query 'length(TargetHealthDescriptions[?TargetHealth.State==\`healthy\`])'" --equals 2 --for 15m
DNS=$(aws elbv2 describe-load-balancers --load-balancer-arns $BALANCER --query 'LoadBalancers[0].DNSName' --output text)
sandbox clients --endpoint $DNS
sandbox traffic --rate 60
ONE=$(aws autoscaling describe-auto-scaling-groups --auto-scaling-group-names twin-NUMBER --query 'AutoScalingGroups[0].Instances[0].InstanceId' --output text)
sandbox wait 1m
# change
aws autoscaling update-auto-scaling-group --auto-scaling-group-name twin-NUMBER --health-check-grace-period 0
sandbox fault --kind instance-crash --instance-id $ONE
