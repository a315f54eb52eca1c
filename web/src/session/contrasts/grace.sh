# A group over two zones that believes its load balancer, and waits five minutes before it does.
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
