import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

export interface ServiceTopicProps {
  /** The service of AWS that publishes to it, `cloudwatch.amazonaws.com` for instance: it may, for this account, and nobody else. */
  readonly publisher: string;
}

/** A topic that a service of AWS publishes to: encrypted, over TLS only. */
export class ServiceTopic extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { publisher }: ServiceTopicProps) {
    super(scope, id);
    const principal = new ServicePrincipal(publisher);
    // A key of our own, since a service may not use the one that AWS keeps for SNS.
    const key = new Key(this, 'Key', { enableKeyRotation: true, removalPolicy: RemovalPolicy.DESTROY });
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [principal],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        // In the policy of a key, the key itself.
        resources: ['*'],
      }),
    );
    this.topic = new Topic(this, 'Topic', { masterKey: key, enforceSSL: true });
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [principal],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
  }
}
