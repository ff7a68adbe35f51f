import { Validations } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';

/**
 * What nobody has to know: made by AWS, and handed to those who need it when the stack is deployed. The functions get them in their
 * environment, since to ask for them would cost a cold start a round trip.
 */
export class Secrets extends Construct {
  /** By which the functions behind the HTTP API know the content network. */
  readonly origin: Secret;
  /** By which the service signs, and counts clients without their addresses. */
  readonly service: Secret;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.origin = this.secret('Origin', 'The content network shows it to the API');
    this.service = this.secret('Service', 'The service signs with it');
  }

  private secret(id: string, description: string): Secret {
    const secret = new Secret(this, id, {
      description,
      generateSecretString: { passwordLength: 48, excludePunctuation: true },
    });
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'Both ends of this secret get it from one deployment. Rotated between deployments, they would disagree, and every request or link would be refused.',
    });
    return secret;
  }
}
