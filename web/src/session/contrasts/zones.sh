# Two instances in one zone, behind a load balancer over two.
ZONE=$(aws ec2 describe-subnets --query 'Subnets[0].AvailabilityZone' --output text)
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
