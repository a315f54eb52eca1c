# One instance in the first zone, three in the second, behind one load balancer.
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
