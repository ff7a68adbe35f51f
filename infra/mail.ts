import { Duration, Stack } from 'aws-cdk-lib';
import { type IMetric, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  DkimIdentity,
  EasyDkimSigningKeyLength,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  MailFromBehaviorOnMxFailure,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import type { Api } from './api.ts';
import type { Config } from './config.ts';
import { bounceName, mailRecords, publish } from './mail-records.ts';
import type { Secrets } from './secrets.ts';
import type { Store } from './store.ts';
import { ServiceTopic } from './topic.ts';

export interface MailProps {
  /** The address that mail is from. */
  readonly from: string;
  readonly domain: NonNullable<Config['domain']>;
  readonly api: Api;
  readonly store: Store;
  readonly secrets: Secrets;
  readonly alarms: Alarms;
}

/** Shares at which somebody should look: below the 5 % and 0.1 % at which SES looks itself, and may stop all mail. */
const worrying = { bounces: 0.02, complaints: 0.0008 } as const;

/** Mails results by Amazon SES, and heeds what becomes of them. */
export class Mail extends Construct {
  /** Shares of what was sent, from 0 to 1. */
  readonly bounceRate: IMetric;
  readonly complaintRate: IMetric;
  private readonly set: ConfigurationSet;
  private readonly identity: EmailIdentity;

  constructor(scope: Construct, id: string, props: MailProps) {
    super(scope, id);
    const { from, domain, api, store, secrets, alarms } = props;
    const sender = from.slice(from.lastIndexOf('@') + 1);
    this.set = this.configurationSet();
    this.bounceRate = this.rate('Reputation.BounceRate');
    this.complaintRate = this.rate('Reputation.ComplaintRate');
    this.identity = this.emailIdentity(sender);
    publish(this, mailRecords(sender, Stack.of(this).region, this.identity), domain.hostedZone);

    const environment = {
      TABLE: store.table.tableName,
      SECRET: secrets.service.secretValue.unsafeUnwrap(),
    };
    const mail = api.answer('Mail', ['/api/mail', '/api/mail/challenge', '/api/mail/unsubscribe'], {
      entry: 'mail.ts',
      description: 'Mails results to those who run a domain',
      atOnce: 5,
      environment: {
        ...environment,
        MAIL_FROM: from,
        CONFIGURATION_SET: this.set.configurationSetName,
        SITE_ORIGIN: `https://${domain.name}`,
      },
    }).function;
    store.open(mail);
    mail.addToRolePolicy(this.maySend(from));

    const events = api.capability('MailEvents', {
      entry: 'mail-events.ts',
      description: 'Ends mail to addresses where it came back or was called spam',
      atOnce: 2,
      environment,
    }).function;
    store.openForWriting(events);
    this.eventTopic().addSubscription(new LambdaSubscription(events));
    this.watch(alarms);
  }

  private configurationSet(): ConfigurationSet {
    return new ConfigurationSet(this, 'Set', {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
  }

  private emailIdentity(sender: string): EmailIdentity {
    return new EmailIdentity(this, 'Identity', {
      identity: Identity.domain(sender),
      configurationSet: this.set,
      dkimIdentity: DkimIdentity.easyDkim(EasyDkimSigningKeyLength.RSA_2048_BIT),
      mailFromDomain: bounceName(sender),
      // Rather no mail than mail that SPF does not know.
      mailFromBehaviorOnMxFailure: MailFromBehaviorOnMxFailure.REJECT_MESSAGE,
      // Bounces come as events.
      feedbackForwarding: false,
    });
  }

  /**
   * What becomes of mail, told to a function. One that is lost is no harm that lasts: SES keeps a list of its own of addresses where
   * mail came back, and the alarm on the function's errors says that it was lost.
   */
  private eventTopic() {
    const { topic } = new ServiceTopic(this, 'Events', { publisher: 'ses.amazonaws.com' });
    this.set.addEventDestination('Destination', {
      destination: EventDestination.snsTopic(topic),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT, EmailSendingEvent.REJECT],
    });
    return topic;
  }

  private maySend(from: string): PolicyStatement {
    const { configurationSetName: resourceName } = this.set;
    const set = Stack.of(this).formatArn({ service: 'ses', resource: 'configuration-set', resourceName });
    return new PolicyStatement({
      actions: ['ses:SendRawEmail'],
      resources: [this.identity.emailIdentityArn, set],
      conditions: { StringEquals: { 'ses:FromAddress': from } },
    });
  }

  private watch(alarms: Alarms): void {
    alarms.when(this, 'Bounces', {
      metric: this.bounceRate,
      threshold: worrying.bounces,
      description: 'Mail comes back: to whom is it sent? SES looks at 5 %',
    });
    alarms.when(this, 'Complaints', {
      metric: this.complaintRate,
      threshold: worrying.complaints,
      description: 'Mail is called spam: who asks for it? SES looks at 0.1 %',
    });
  }

  private rate(metricName: string): Metric {
    return new Metric({
      namespace: 'AWS/SES',
      metricName,
      statistic: Stats.AVERAGE,
      period: Duration.hours(1),
      dimensionsMap: { 'ses:configuration-set': this.set.configurationSetName },
    });
  }
}
